use std::io;

use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" { "code": code, ..details }
}

#[derive(Debug)]
struct Inner;

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 400, colour = "red")]
    Typo(#[from] io::Error, u8),

    #[api_error(status = 502, message = "Upstream: {0}")]
    Leak(io::Error),

    #[api_error(status = 502)]
    Detail {
        #[api_error(detail)]
        reason: io::Error,
    },

    #[api_error(status = 502)]
    Link(#[api_error(docs)] Inner),

    #[api_error(status = 502)]
    NoExample(#[api_error(detail = "kind")] NoDefault),

    #[api_error(status = 502)]
    Name(#[api_error(detail = "code")] u8),

    #[api_error(transparent)]
    Nested(Inner),

    #[api_error(status = 502)]
    Source(#[source] Inner),
}

#[derive(Debug, serde::Serialize)]
enum NoDefault {
    One,
}

fn main() {
    let _ = ClaimError::from(io::Error::other("")).to_string();
}

// 10 mistakes
