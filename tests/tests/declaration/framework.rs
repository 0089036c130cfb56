//! The key `framework`: errors that a framework made become the service's own.

use std::error::Error;

use errorbook::{ApiError, FrameworkError};
use errorbook_tests::body;
use http::StatusCode;

/// A framework answered.
#[derive(Debug, ApiError)]
#[api_error(status = 500, code = "FOREIGN")]
struct Foreign(#[from] FrameworkError);

fn unavailable() -> FrameworkError {
    FrameworkError::new(StatusCode::SERVICE_UNAVAILABLE)
}

fn cause(error: &dyn ApiError) -> Option<String> {
    error.source().map(ToString::to_string)
}

#[test]
fn a_frameworks_error_goes_into_the_variant_marked_with_framework() {
    #[derive(Debug, ApiError)]
    enum ClaimError {
        #[api_error(status = 404)]
        NotFound,
        #[api_error(transparent, framework)]
        Http(Foreign),
    }

    fn answer() -> Result<(), ClaimError> {
        Err(unavailable())?;
        Err(ClaimError::NotFound)
    }

    fn boxed() -> Result<(), Box<ClaimError>> {
        Ok(Err(unavailable())?)
    }

    let error = answer().unwrap_err();
    assert!(matches!(error, ClaimError::Http(_)));
    assert_eq!(error.spec().code().to_string(), "FOREIGN");
    assert_eq!(cause(&error).as_deref(), Some("503 Service Unavailable"));
    assert!(matches!(*boxed().unwrap_err(), ClaimError::Http(_)));
}

#[test]
fn the_key_fits_beside_from_and_in_a_box_and_above_another_enum_that_has_it() {
    #[derive(Debug, ApiError)]
    enum Inner {
        #[api_error(transparent, framework)]
        Http(#[from] Foreign),
    }

    #[derive(Debug, ApiError)]
    enum Middle {
        #[api_error(transparent, framework)]
        Inner(#[from] Box<Inner>),
    }

    #[derive(Debug, ApiError)]
    #[api_error(transparent, framework)]
    struct Outer(Middle);

    #[derive(Debug, ApiError)]
    enum Generic<H, T> {
        #[api_error(transparent, framework)]
        Http(H),
        #[api_error(status = 409)]
        Taken(T),
    }

    for error in [
        &Inner::from(unavailable()) as &dyn ApiError,
        &Middle::from(unavailable()),
        &Outer::from(unavailable()),
        &Generic::<Outer, u8>::from(unavailable()),
        &Box::<Generic<Outer, u8>>::from(unavailable()),
    ] {
        assert_eq!(cause(error).as_deref(), Some("503 Service Unavailable"));
    }
    assert!(matches!(Generic::<Outer, u8>::Taken(1), Generic::Taken(1)));
}

#[test]
fn the_key_fits_beside_thiserror_and_impls_by_hand() {
    #[derive(Debug, thiserror::Error, ApiError)]
    enum Logged {
        #[error(transparent)]
        #[api_error(transparent, framework)]
        Http(#[from] Foreign),
    }

    #[derive(Debug, ApiError)]
    #[api_error(manual(error))]
    enum ByHand {
        #[api_error(transparent, framework)]
        Http(Foreign),
    }

    impl std::fmt::Display for ByHand {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("by hand")
        }
    }

    impl Error for ByHand {}

    assert!(matches!(Logged::from(unavailable()), Logged::Http(_)));
    assert!(matches!(ByHand::from(unavailable()), ByHand::Http(_)));
}

#[test]
fn a_service_can_convert_a_frameworks_errors_itself() {
    #[derive(Debug, ApiError)]
    enum ClaimError {
        #[api_error(status = 404)]
        NotFound,
        #[api_error(status = 500)]
        Other,
    }

    impl From<FrameworkError> for ClaimError {
        fn from(error: FrameworkError) -> Self {
            match error.status() {
                StatusCode::NOT_FOUND => ClaimError::NotFound,
                _ => ClaimError::Other,
            }
        }
    }

    #[derive(Debug, ApiError)]
    enum Outer {
        #[api_error(transparent, framework)]
        Claim(ClaimError),
    }

    let error = Outer::from(FrameworkError::new(StatusCode::NOT_FOUND));
    assert_eq!(
        body(&error),
        r#"{"title":"Not Found","status":404,"detail":"Not Found","code":"NOT_FOUND"}"#
    );
}
