//! thiserror makes `Display`, `Error` and `From`, and its text is for logs unless a declaration says
//! otherwise.

use std::error::Error;

use errorbook::{ApiError, ErrorObject};
use errorbook_tests::body;

/// What can go wrong.
#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(envelope = ErrorObject)]
enum Explicit {
    #[error("claim {id} of {owner:?} is gone")]
    #[api_error(status = 410, message = "claim {id} is gone")]
    Gone { id: u64, owner: String },

    #[error("claim {0:>4} is taken")]
    #[api_error(status = 409, message = display)]
    Taken(u64),

    /// Something is missing.
    #[error("query failed: SELECT secret")]
    #[api_error(status = 404)]
    Missing,

    #[error("upstream said: {0}")]
    #[api_error(status = 502)]
    Upstream(#[from] std::io::Error),

    #[error(transparent)]
    #[api_error(transparent)]
    Inner(#[from] ByType),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display, envelope = ErrorObject)]
enum ByType {
    #[error("limit {limit} exceeded")]
    #[api_error(status = 413)]
    Limit { limit: u32 },

    #[error("db-7 is down")]
    #[api_error(status = 503)]
    Down,

    #[error("internal name")]
    #[api_error(status = 400, message = "Public name")]
    Overruled,
}

#[test]
fn its_text_is_public_only_where_the_declaration_says_so() {
    let gone = Explicit::Gone {
        id: 7,
        owner: "rosa".into(),
    };
    for (error, display, message, code) in [
        (
            gone,
            "claim 7 of \"rosa\" is gone",
            "claim 7 is gone",
            "GONE",
        ),
        (
            Explicit::Taken(7),
            "claim    7 is taken",
            "claim    7 is taken",
            "TAKEN",
        ),
        (
            Explicit::Missing,
            "query failed: SELECT secret",
            "Something is missing.",
            "MISSING",
        ),
        (
            std::io::Error::other("password expired").into(),
            "upstream said: password expired",
            "Bad Gateway",
            "UPSTREAM",
        ),
        (
            ByType::Limit { limit: 5 }.into(),
            "limit 5 exceeded",
            "limit 5 exceeded",
            "LIMIT",
        ),
        (
            ByType::Down.into(),
            "db-7 is down",
            "Service Unavailable",
            "DOWN",
        ),
        (
            ByType::Overruled.into(),
            "internal name",
            "Public name",
            "OVERRULED",
        ),
    ] {
        assert_eq!(error.to_string(), display);
        assert_eq!(error.message(), message);
        assert_eq!(
            body(&error),
            format!(r#"{{"error":{{"code":"{code}","message":"{message}"}}}}"#)
        );
    }
}

#[test]
fn its_sources_stay_its_own() {
    let error = Explicit::from(std::io::Error::other("password expired"));
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("password expired")
    );
    assert!(Explicit::Taken(1).source().is_none());
}
