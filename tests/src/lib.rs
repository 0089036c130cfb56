//! The tests are in `tests/`. What many of them need is here: a response with everything in it, so
//! that they compare whole responses. The code blocks of the README and of the pages in `docs/` are tests of this
//! crate, too.

#![doc = include_str!("../../README.md")]
#![doc = include_str!("../../docs/attributes.md")]
#![doc = include_str!("../../docs/openapi.md")]
#![doc = include_str!("../../docs/privacy.md")]

pub mod documents;
pub mod wire;

use std::fmt::Write;

use errorbook::{ApiError, Context, Envelope, ErrorSet, render, render_as};

/// A whole response as text: status, headers sorted by name, an empty line, body.
#[must_use]
pub fn whole(response: &http::Response<impl AsRef<[u8]>>) -> String {
    let mut headers: Vec<_> = response
        .headers()
        .iter()
        .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    headers.sort();
    let body = String::from_utf8_lossy(response.body().as_ref());
    let mut text = format!("{}\n", response.status().as_u16());
    for header in headers {
        let _ = writeln!(text, "{header}");
    }
    text + "\n" + &body
}

/// The whole response of an error outside of any request.
pub fn respond<E: ApiError + ErrorSet>(error: &E) -> String {
    whole(&render(error, &Context::new()))
}

/// The body of an error in an envelope of choice.
pub fn body_as<V: Envelope>(error: &dyn ApiError, context: &Context) -> String {
    String::from_utf8_lossy(render_as::<V>(error, context).body()).into_owned()
}

/// The body of an error outside of any request.
pub fn body<E: ApiError + ErrorSet>(error: &E) -> String {
    String::from_utf8_lossy(render(error, &Context::new()).body()).into_owned()
}
