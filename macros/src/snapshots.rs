//! What declarations expand to, one per feature. After a change that is meant:
//! `UPDATE_EXPECT=1 cargo test -p errorbook-macros`, and read what changed.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::quote;

fn check(input: TokenStream, expected: &ExpectFile) {
    let file = syn::parse2(crate::derive::derive(input)).expect("the expansion is Rust");
    expected.assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn an_enum_of_plain_errors() {
    let input = quote! {
        enum PlainError {
            /// No claim has this id.
            ///
            /// # Fix
            /// List the claims.
            #[api_error(status = 404, docs = "https://docs.example.com/{code}")]
            NotFound,
            #[api_error(status = 503, code = 71, title = "Down", category = "store", shared)]
            #[api_error(retry(after = "30s", max = 3), header("X-Team" = "claims"))]
            #[deprecated(since = "1.2.0", note = "never made")]
            StoreDown(u8),
        }
    };
    check(input, &expect_file!["snapshots/plain.rs"]);
}

#[test]
fn messages_with_fields_and_a_text_for_logs() {
    let input = quote! {
        enum MessageError {
            #[api_error(status = 400, message = "The '{field}' field is no {kind:>8} but {field}")]
            Wrong {
                #[api_error(example = "claim")]
                field: &'static str,
                kind: Kind,
            },
            #[api_error(status = 500, display = "{0} at {1:?}")]
            Logged(String, Address),
        }
    };
    check(input, &expect_file!["snapshots/messages.rs"]);
}

#[test]
fn details_headers_waits_and_links() {
    let input = quote! {
        #[api_error(challenge = "Bearer")]
        enum PublicError {
            #[api_error(status = 422)]
            Invalid {
                #[api_error(detail)]
                fields: FieldErrors,
                #[api_error(detail = "max", header = "X-Max")]
                maximum: Option<u32>,
            },
            #[api_error(status = 401)]
            Whole(#[api_error(details)] Info),
            #[api_error(status = 405)]
            Limited {
                #[api_error(headers)]
                methods: Methods,
                #[api_error(retry_after)]
                wait: u64,
                #[api_error(docs)]
                link: String,
            },
        }
    };
    check(input, &expect_file!["snapshots/public_fields.rs"]);
}

#[test]
fn sources_and_errors_that_speak_for_themselves() {
    let input = quote! {
        enum SourceError {
            #[api_error(status = 500)]
            Store(#[from] io::Error),
            #[api_error(status = 502)]
            Upstream { name: &'static str, source: Option<BoxError> },
            #[api_error(transparent)]
            Inner(#[from] InnerError),
        }
    };
    check(input, &expect_file!["snapshots/sources.rs"]);
}

#[test]
fn a_variant_that_holds_the_errors_of_frameworks() {
    let input = quote! {
        enum ClaimError {
            #[api_error(transparent, framework)]
            Http(#[from] Box<HttpError>),
        }
    };
    check(input, &expect_file!["snapshots/framework.rs"]);
}

#[test]
fn the_errors_of_frameworks() {
    let input = quote! {
        (::errorbook)
        /// What the framework answers with.
        pub HttpError: envelope = Claims, challenge = "Bearer";
        /// There is nothing at this path.
        NotFound(code = "no_route", header("X-Team" = "claims")),
        ServiceUnavailable(display = "busy: {0}"),
    };
    let file = syn::parse2(crate::http_errors::expand(input)).expect("the expansion is Rust");
    expect_file!["snapshots/http_errors.rs"].assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn a_generic_struct_in_an_envelope_under_another_path() {
    let input = quote! {
        #[api_error(status = 409, envelope = Shape, crate = house::errors, message = "{value}")]
        struct Taken<'a, T: PublicText, const N: usize> where T: Clone {
            value: T,
            #[api_error(detail)]
            names: &'a [T; N],
        }
    };
    check(input, &expect_file!["snapshots/generic_struct.rs"]);
}

#[test]
fn an_enum_beside_thiserror() {
    let input = quote! {
        #[api_error(message = display, manual(response))]
        enum LoggedError {
            #[error("limit {limit} exceeded")]
            #[api_error(status = 413)]
            Limit { limit: u32 },
            #[error("db-7 is down")]
            #[api_error(status = 503)]
            Down(#[from] io::Error),
        }
    };
    check(input, &expect_file!["snapshots/thiserror.rs"]);
}

#[test]
fn a_wrong_declaration_still_has_its_impls() {
    let input = quote! {
        enum WrongError<T> {
            #[api_error(status = 200)]
            Fine,
            #[api_error(statsu = 500)]
            Store(#[from] io::Error, T),
        }
    };
    check(input, &expect_file!["snapshots/wrong.rs"]);
}
