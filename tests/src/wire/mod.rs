//! What goes over the wire, checked against a model of it: for each of many declarations, in each of
//! many envelopes, with whatever an input brings.
//!
//! The property tests and the fuzz target share this. [`model`] works a response out from the
//! contract: it reads the text of the envelope (`template`) and what is known of the error
//! ([`declared`]), and uses nothing of errorbook but `Code`.

pub mod declared;
pub mod input;
pub mod made;
pub mod model;
mod schema;
pub mod shapes;
mod strict;
mod template;

use std::collections::BTreeMap;
use std::fmt::Write;

use bytes::Bytes;
use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Envelope, Occurrence, render_as};
use http::Response;
use serde_json::Value;

use declared::{Case, SECRET};
use input::Request;
use model::{Expected, Model};
use shapes::Shape;
use template::Template;

/// How many envelopes there are.
#[must_use]
pub fn shape_count() -> usize {
    shapes::all().len()
}

/// Renders an error in an envelope and asserts that the response is what it has to be.
///
/// # Panics
///
/// If it is not.
pub fn assert_rendered(error: &dyn ApiError, expected: &Expected, request: &Request, shape: usize) {
    let (shape, template) = &shapes::all()[shape];
    assert_response(error, expected, request, shape, template);
}

/// The same for a declared error, and that its headers and its body are what its document says.
///
/// # Panics
///
/// If it does not.
pub fn assert_described(case: &Case, request: &Request, shape: usize, version: OpenApi) {
    let (envelope, template) = &shapes::all()[shape];
    let response = assert_response(&*case.error, &case.expected, request, envelope, template);
    let Some(set) = case.described else {
        return;
    };
    if set == 1 && template.needs_category() {
        // No catalog of these is compiled.
        return;
    }
    let described = schema::of(shape, set, version, case.expected.status);
    let value: Value = serde_json::from_slice(response.body()).expect("it was JSON");
    let fits = described.body.validate(&value);
    let problem = match fits {
        Err(error) => Err(error.to_string()),
        Ok(()) => schema::refuse_headers(&described.headers, response.headers()),
    };
    if let Err(error) = problem {
        let (components, responses) = (envelope.documents[set])(version);
        let response = &responses[case.expected.status.to_string()];
        panic!(
            "{} as {} in {version}: {error}\n{value:#}\n{response:#}\n{components:#}",
            case.expected.code, envelope.name
        );
    }
}

fn assert_response(
    error: &dyn ApiError,
    expected: &Expected,
    request: &Request,
    shape: &Shape,
    template: &Template,
) -> Response<Bytes> {
    let model = Model {
        expected,
        request,
        fields: &template.fields,
    };
    let response = (shape.render)(error, &request.context());
    let place = || format!("{:?} as {} in {request:?}", expected, shape.name);

    assert_eq!(response.status().as_u16(), expected.status, "{}", place());
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in response.headers() {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        found.entry(name.to_string()).or_default().push(value);
    }
    assert_eq!(
        found,
        model.headers(template, shape.media_type),
        "{}",
        place()
    );

    let body = response.body();
    let text = std::str::from_utf8(body).unwrap_or_else(|error| panic!("{error}: {}", place()));
    assert_eq!(text, model.body(template), "{}", place());

    let mut public: Vec<_> = found.into_values().flatten().collect();
    public.push(text.to_owned());
    let read = strict::read(body, &mut |text| public.push(text.to_owned()));
    // What a details value serializes to is its own.
    let details = expected.details.value(model.fields);
    let is_own = details.is_some_and(|json| strict::read(json.as_bytes(), &mut drop_text).is_err());
    assert!(read.is_ok() || is_own, "{read:?}: {text}\n{}", place());
    let _: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let leak = public.iter().find(|text| text.contains(SECRET));
    assert_eq!(leak, None, "{}", place());
    response
}

fn drop_text(_: &str) {}

/// Asserts that an error says of itself what it has to, also to an envelope that is written by hand.
///
/// # Panics
///
/// If it does not.
pub fn assert_said(error: &dyn ApiError, expected: &Expected, request: &Request) {
    let spec = error.spec();
    assert_eq!(error.message(), expected.message);
    assert_eq!(error.to_string(), expected.display);
    assert_eq!(spec.status().as_u16(), expected.status);
    assert_eq!(
        (
            spec.code(),
            spec.title(),
            spec.summary(),
            spec.category(),
            spec.retryable(),
            spec.not_applied(),
            spec.level().to_string(),
        ),
        (
            expected.code,
            expected.title,
            expected.summary,
            expected.category,
            expected.retryable,
            expected.not_applied,
            expected.level.to_owned(),
        )
    );
    let model = Model {
        expected,
        request,
        fields: "bracketed",
    };
    let response = render_as::<Lines>(error, &request.context());
    let details = expected.details.value(model.fields);
    let mut lines = String::new();
    for part in [Some(expected.message.clone()), details, model.docs()] {
        let _ = writeln!(lines, "{part:?}");
    }
    let _ = writeln!(lines, "{:?} {}", model.retry_after(), request.time.text());
    assert_eq!(String::from_utf8_lossy(response.body()), lines);
}

/// What an envelope that is written by hand can know.
enum Lines {}

impl Envelope for Lines {
    const SHAPE: &'static errorbook::Shape =
        &errorbook::Shape::by_hand(concat!(module_path!(), "::Lines"), "text/plain", |error| {
            write_lines(error).into_bytes()
        });
}

fn write_lines(error: &Occurrence<'_>) -> String {
    let mut lines = String::new();
    let details = error.details().map(|details| details.get().to_owned());
    for part in [
        Some(error.message().into_owned()),
        details,
        error.docs().map(Into::into),
    ] {
        let _ = writeln!(lines, "{part:?}");
    }
    let _ = writeln!(lines, "{:?} {}", error.retry_after(), error.timestamp());
    lines
}
