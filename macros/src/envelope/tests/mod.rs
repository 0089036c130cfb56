//! What the whole macro makes of its input, and what it says about mistakes in it.

mod body;
mod declaration;

use expect_test::{expect, expect_file};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::expand;

/// The expansion of `envelope! { <source> }`.
fn expansion(source: &str) -> TokenStream {
    expand(format!("(::errorbook) {source}").parse().unwrap())
}

/// The messages of all mistakes in `source`.
fn mistakes(source: &str) -> Vec<String> {
    let mut messages = Vec::new();
    let mut in_error = false;
    for token in expansion(source) {
        match token {
            TokenTree::Ident(word) if word == "compile_error" => in_error = true,
            TokenTree::Group(group) if in_error => {
                in_error = false;
                let message: syn::LitStr = syn::parse2(group.stream()).unwrap();
                messages.push(message.value());
            }
            _ => {}
        }
    }
    messages
}

/// Checks that each mistake in `source` is reported, in words that begin or end like `expected`, and
/// nothing else is.
#[track_caller]
fn rejected_whole(source: &str, expected: &[&str]) {
    let messages = mistakes(source);
    let as_expected = messages.len() == expected.len()
        && messages
            .iter()
            .zip(expected)
            .all(|(message, part)| message.starts_with(part) || message.ends_with(part));
    assert!(as_expected, "{source}\n{messages:#?}");
}

/// The same for a body, headers included.
#[track_caller]
fn rejected(body: &str, expected: &[&str]) {
    rejected_whole(&format!("Claims: \"application/json\" {body}"), expected);
}

/// Shows that reading went on behind another mistake.
const COD: &str = "unknown slot `cod` (did you mean `code`?): ";

fn pretty(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

#[test]
fn an_envelope_becomes_a_type_without_values_and_its_shape() {
    let source = r#"
        /// The error body of the claims API.
        pub Claims: "application/json" {
            header "X-Error-Code" = code;
            header "X-Wait" = "{retry_after}s";
            "error": {
                "code": code,
                "details"?: details,
                "facts": [-1.5e3, true, null, "say \"no\"", "text {{ {status} }}"],
                "list"?: [{ "a": title }, docs?],
                (category): message,
                ..details,
            }
        }
    "#;
    expect_file!["claims.expanded.rs"].assert_eq(&pretty(expansion(source)));
}

#[test]
fn a_mistake_leaves_the_type_and_an_empty_template() {
    let tokens = expansion("pub(crate) r#Claims: \"text/html\" { header \"X\" = code; \"a\" }");
    expect![[r#"
        ::core::compile_error! {
            "expected a value after the key: write `\"a\": ..` with a slot or JSON"
        }
        #[::core::prelude::v1::derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::fmt::Debug,
        )]
        pub(crate) enum r#Claims {}
        #[automatically_derived]
        impl ::errorbook::__private::Envelope for r#Claims {
            const SHAPE: &'static ::errorbook::__private::Shape = {
                static __SHAPE: ::errorbook::__private::Shape = ::errorbook::__private::Shape::template(
                    ::core::concat!(::core::module_path!(), "::Claims"),
                    ::core::concat!(
                        ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
                    ),
                    "application/json",
                    &[],
                    ::errorbook::__private::Template {
                        root: ::errorbook::__private::Node::Object(&[]),
                        fields: ::errorbook::__private::FieldStyle::DEFAULT,
                        hash: 8332334395267454746u64,
                        needs_category: false,
                        has_slot_as_key: false,
                    },
                );
                &__SHAPE
            };
            const BESIDE_DETAILS: ::core::primitive::u64 = 0u64;
        }
    "#]].assert_eq(&pretty(tokens));
}

#[test]
fn attributes_that_concern_the_impl_are_inherited_by_it() {
    let output = pretty(expansion(
        "#[cfg(any())] #[deprecated] #[must_use] Old: \"text/html\" []",
    ));
    let (declaration, shape) = output.split_once("enum Old {}").unwrap();
    assert!(declaration.starts_with("#[cfg(any())]\n#[deprecated]\n#[must_use]\n"));
    assert!(
        shape
            .trim_start()
            .starts_with("#[cfg(any())]\n#[allow(deprecated)]\n")
    );
}

#[test]
fn what_a_macro_rules_passes_on_is_read_like_what_a_user_writes() {
    let invisible = |source: &str| {
        let group = Group::new(Delimiter::None, source.parse().unwrap());
        TokenStream::from(TokenTree::Group(group))
    };
    let runtime = invisible("::errorbook");
    let vis = invisible("pub");
    let key = invisible("\"code\"");
    let number = invisible("-1");
    let tokens = expand(quote! {
        (#runtime) #vis Claims: "application/json" { #key: code, "n": #number }
    });
    assert_eq!(
        tokens.to_string(),
        expansion("pub Claims: \"application/json\" { \"code\": code, \"n\": -1 }").to_string()
    );
}

#[test]
fn all_of_the_language_is_accepted() {
    for body in [
        "{}",
        "[]",
        r#"[header "X-A" = code; { "a": code }]"#,
        r#"{ "header": code, "a"?: { "b"?: [] }, (code)?: {}, ..details }"#,
        r##"{ "{{code}}": r#"{status} "of" {retry_after}"# }"##,
        r#"{ "a": { "b": 1, (code): 2 }, "b": 1, (code): 2, (status): 3 }"#,
        r#"[-0, 0.5, 1E9, true, false, null, "", { "a": 1 }?, [code]?, "{docs}"?]"#,
    ] {
        let messages = mistakes(&format!("pub Claims: \"application/json\" {body}"));
        assert!(messages.is_empty(), "{body}: {messages:?}");
    }
}
