//! The page that shows the envelopes of the examples side by side has what the code has.

use elder_signals::errors::{BodyError, CommonError};
use errorbook::{ApiError, Context, ErrorSet, FieldError, FieldPath, render};
use example_service::bearer::TokenFault;
use signalstack::errors::{AccessError, ValidationError};

const PAGE: &str = include_str!("../../../docs/envelopes.md");

#[test]
fn signalstack_is_on_the_page() {
    let fault = TokenFault::Unknown;
    let fields = FieldError::new("url", "Invalid URL format").into();
    assert_shown(
        0,
        include_str!("../../signalstack/src/errors.rs"),
        &[
            body(&AccessError::Unauthorized { fault }),
            body(&ValidationError { fields }),
        ],
    );
}

#[test]
fn signet_is_on_the_page() {
    use signet::errors::{AccessError, BodyError};

    let fault = FieldError::new("email", "This field is required").with_code("required");
    let fields = fault.into();
    assert_shown(
        1,
        include_str!("../../signet/src/errors.rs"),
        &[
            body(&AccessError::MissingHeader {
                fault: TokenFault::Missing,
            }),
            body(&BodyError::Fields { fields }),
        ],
    );
}

#[test]
fn elder_signals_is_on_the_page() {
    assert_shown(
        2,
        include_str!("../../elder-signals/src/errors.rs"),
        &[
            body(&CommonError::Unauthorized {
                fault: TokenFault::Unknown,
            }),
            body(&BodyError::Required {
                field: "customer_id",
            }),
        ],
    );
}

#[test]
fn signstack_is_on_the_page() {
    use signstack::errors::{AccessError, ValidationError};

    let email = FieldPath::new("participants").index(0).key("email");
    let schema = FieldPath::new("entitySlots").index(1).key("schemaKey");
    let issues = [
        FieldError::new(email, "Required field is missing"),
        FieldError::new(schema, "Schema 'invalid-schema' not found"),
    ];
    assert_shown(
        3,
        include_str!("../../signstack/src/errors.rs"),
        &[
            body(&AccessError::InvalidToken {
                fault: TokenFault::Expired,
            }),
            body(&ValidationError::Invalid(issues.into())),
        ],
    );
}

fn body<E: ApiError + ErrorSet>(error: &E) -> String {
    let docs = "https://signal-stack-ten.vercel.app/docs/api-reference/verify-media";
    let context = Context::new()
        .with_request_id("vrf_a1b2c3d4e5f6")
        .with_docs(docs);
    let response = render(error, &context);
    String::from_utf8(response.body().to_vec()).unwrap()
}

/// The first envelope of the source is the template of this row, and these are its bodies.
#[track_caller]
fn assert_shown(row: usize, source: &str, bodies: &[String; 2]) {
    let template = blocks("rust").nth(row).unwrap();
    let begin = source.find("envelope! {").unwrap();
    let end = begin + source[begin..].find("\n}\n").unwrap() + "\n}\n".len();
    assert_eq!(template, &source[begin..end]);

    let shown: Vec<_> = blocks("json").skip(2 * row).take(2).map(compact).collect();
    assert_eq!(shown, *bodies);
}

fn blocks(language: &str) -> impl Iterator<Item = &'static str> {
    let fence = format!("{language}\n");
    let blocks = PAGE.split("```").skip(1).step_by(2);
    blocks.filter_map(move |block| block.strip_prefix(&fence))
}

/// JSON without the white space between its tokens.
fn compact(json: &str) -> String {
    let mut in_string = false;
    let mut escaped = false;
    json.chars()
        .filter(|&character| {
            let is_quote = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            in_string ^= is_quote;
            in_string || !character.is_ascii_whitespace()
        })
        .collect()
}
