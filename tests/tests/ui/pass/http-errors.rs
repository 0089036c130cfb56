//! `http_errors!` in each of its forms, without a warning.

#![deny(warnings, missing_docs, unused)]

use errorbook::{ApiError, Catalog, ErrorSet, FrameworkError, http_errors};

http_errors! { NoKeys }
http_errors! { pub(crate) OnlyAName; }
http_errors! { NoKeysButAColon: ; Gone; Locked }

/// Everything public is documented.
pub mod documented {
    errorbook::http_errors! {
        /// What the framework answers with.
        #[derive(Clone, Debug)]
        pub HttpError: rename_all = "snake_case", docs = "https://docs.example.com/{code}",;
        /// There is nothing at this path.
        NotFound(code = "no_route",),
        #[deprecated(note = "it never happens")]
        Gone,
        TooManyRequests(shared, retry(after = "30s", max = 3)),
    }
}

/// A name of a standard type does not get in the way.
mod shadowed {
    #![allow(dead_code)]
    struct Option;
    struct Box;
    trait From {}

    errorbook::http_errors! { pub HttpError; NotFound(code = "no_route") }
}

macro_rules! declare {
    ($name:ident, $code:literal) => {
        http_errors! { $name: category = "http"; NotFound(code = $code) }
    };
}

declare!(FromAMacro, "no_route");

/// The service's errors.
#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(status = 401, challenge = "Bearer")]
    Unauthorized,
    #[api_error(transparent, framework)]
    Http(#[from] documented::HttpError),
}

static CATALOG: Catalog = Catalog::new(
    "API",
    "1.0.0",
    &[ClaimError::ERRORS, documented::HttpError::ERRORS],
);

fn main() {
    let foreign = FrameworkError::new(Default::default());
    let _ = (NoKeys::from(foreign.clone()), OnlyAName::from(foreign.clone()));
    let _ = (NoKeysButAColon::from(foreign.clone()), FromAMacro::from(foreign.clone()));
    let _ = (ClaimError::from(foreign.clone()), shadowed::HttpError::from(foreign));
    let _ = (ClaimError::NotFound, ClaimError::Unauthorized, CATALOG.name());
}
