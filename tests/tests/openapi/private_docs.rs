//! Nothing behind a heading `Internal` is in a document, neither of an error nor of a type in its details.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

/// One table for both: an error, a type and its field and variant, all with the same docs.
macro_rules! documented {
    ($($name:ident: $($line:literal)*;)*) => {$(
        mod $name {
            use super::*;

            $(#[doc = $line])*
            #[derive(Debug, Default, Serialize, JsonSchema)]
            pub struct Type {
                $(#[doc = $line])*
                pub field: u8,
                $(#[doc = $line])*
                pub default: Nested,
                pub map: std::collections::BTreeMap<u8, Nested>,
            }

            $(#[doc = $line])*
            #[derive(Debug, Default, Serialize, JsonSchema)]
            pub enum Nested {
                $(#[doc = $line])*
                #[default]
                One,
                $(#[doc = $line])*
                Two { $(#[doc = $line])* r#enum: bool },
            }

            $(#[doc = $line])*
            #[derive(Debug, ApiError)]
            #[api_error(status = 402, envelope = ErrorObject)]
            pub struct Error {
                #[api_error(detail)]
                pub detail: Type,
            }
        }
    )*

        /// The whole document of each, by name.
        fn documents(version: OpenApi) -> Vec<(&'static str, String)> {
            vec![$({
                static CATALOG: Catalog = Catalog::new("Docs", "1", &[$name::Error::ERRORS]);
                let responses = CATALOG.responses::<$name::Error>(version);
                let components = CATALOG.openapi(version);
                (stringify!($name), json!([responses, components]).to_string())
            }),*]
        }
    };
}

documented! {
    at_the_start: " # Internal" " SECRET";
    atx: " PUBLIC" "" " # Internal" " SECRET";
    atx_deep: " PUBLIC" "" " ###### Internal" " SECRET";
    atx_closed: " PUBLIC" "" " ## Internal ##" "" " SECRET";
    atx_in_a_paragraph: " PUBLIC" " # Internal" " SECRET";
    without_a_space: " PUBLIC" "" " #Internal" " SECRET";
    indented: " PUBLIC" "" "    # Internal" " SECRET";
    upper_case: " PUBLIC" "" " # INTERNAL" " SECRET";
    lower_case: " PUBLIC" "" " # internal" " SECRET";
    with_more_words: " PUBLIC" "" " # Internal notes: hosts" " SECRET";
    setext: " PUBLIC" "" " Internal" " --------" " SECRET";
    setext_of_equals: " PUBLIC" "" " Internal" " ===" "" " SECRET";
    setext_short: " PUBLIC" "" " Internal" " -" " SECRET";
    setext_indented: " PUBLIC" "" "   Internal" "   ---   " " SECRET";
    setext_of_two_lines: " PUBLIC" "" " Internal" " notes" " ---" " SECRET";
    setext_at_the_start: " Internal" " ---" " SECRET";
    emphasized: " PUBLIC" "" " # **Internal**" " SECRET";
    as_code: " PUBLIC" "" " # `Internal`" " SECRET";
    as_a_link: " PUBLIC" "" " # [Internal](https://example.com)" " SECRET";
    numbered: " PUBLIC" "" " # 2. Internal" " SECRET";
    in_a_list: " PUBLIC" "" " - # Internal" "   SECRET";
    in_a_quotation: " PUBLIC" "" " > # Internal" " > SECRET";
    underlined_in_a_quotation: " PUBLIC" "" " > Internal" " > ---" " > SECRET";
    html: " PUBLIC" "" " <h2>Internal</h2>" " SECRET";
    html_with_attributes: " PUBLIC" "" " <H1 id=\"x\"><b>Internal</b></H1>" " SECRET";
    behind_another_heading: " # PUBLIC" "" " Text." "" " # Internal" " SECRET";
    behind_a_code_span: " PUBLIC" "" " ```x``` is a span." " # Internal" " SECRET";
    behind_code: " PUBLIC" "" " ```text" " x" " ```" " # Internal" " SECRET" " ```" " y" " ```";
    behind_a_longer_end_of_code: " PUBLIC" "" " ```" " x" " ````" " # Internal" " SECRET" " ```" " y" " ```";
    behind_code_in_code: " PUBLIC" "" " ~~~" " ```" " ~~~" " # Internal" " SECRET" " ```";
    behind_code_that_does_not_end: " PUBLIC" "" " ```" " # Internal" " SECRET";
    behind_code_in_a_list: " PUBLIC" "" " - ```" "   x" "   ```" " # Internal" " SECRET" " ```" " y" " ```";
    behind_a_list_that_ends_code: " PUBLIC" "" " - x" "   ```" " # Internal" " SECRET" "   ```";
    behind_html: " PUBLIC" "" " <pre>" " ```" " </pre>" "" " # Internal" " SECRET" " ```";
    in_a_block: "\n * PUBLIC\n *\n * Internal\n * ---\n * SECRET\n ";
    in_an_unstarred_block: "\n    PUBLIC\n\n    Internal\n    ---\n    SECRET\n    ";
}

#[test]
fn nothing_behind_a_heading_internal_is_published_however_it_is_written() {
    for version in OpenApi::ALL {
        let documents = documents(version);
        assert!(documents.len() > 30);
        for (name, document) in documents {
            let lower = document.to_lowercase();
            assert!(!document.contains("SECRET"), "{name}: {document}");
            assert!(!lower.contains("internal"), "{name}: {document}");
            let is_all_private = name.ends_with("at_the_start");
            // Of the error, of both types, of a field with a schema of its own, and of what is in the enum.
            let least = if is_all_private { 0 } else { 5 };
            let count = document.matches("PUBLIC").count();
            assert!(count >= least, "{name}: {count} in {document}");
        }
    }
}

#[test]
fn what_only_looks_like_that_heading_stays() {
    /// Internal errors are rare.
    ///
    /// # Internationalization
    ///
    /// ```text
    /// # Internal
    /// ```
    ///
    /// # Internals
    #[derive(Debug, Default, Serialize, JsonSchema)]
    struct Rare(u8);

    /// Internal errors are rare.
    ///
    /// # Internationalization
    ///
    /// ```text
    /// # Internal
    /// ```
    ///
    /// # Internals
    #[derive(Debug, ApiError)]
    #[api_error(status = 402, code = "PAY", envelope = ErrorObject)]
    struct Pay {
        #[api_error(detail)]
        rare: Rare,
    }

    static CATALOG: Catalog = Catalog::new("Docs", "1", &[Pay::ERRORS]);
    let components = CATALOG.openapi(OpenApi::V3_1);
    let schemas = &components["components"]["schemas"];
    let text = "Internal errors are rare.\n\n# Internationalization\n\n```text\n# Internal\n```\n\n# Internals";
    assert_eq!(schemas["Rare"]["description"], text);
    assert_eq!(schemas["PAY"]["description"], text);
}

#[test]
fn both_crates_cut_by_the_same_rule() {
    assert_eq!(
        include_str!("../../../macros/src/internal.rs"),
        include_str!("../../../runtime/src/openapi/types/internal.rs")
    );
}
