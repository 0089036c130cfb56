//! A `Box` of an error is an error like any other: clippy advises it for large ones.

#![allow(
    dead_code,
    clippy::large_enum_variant,
    clippy::result_large_err,
    clippy::unused_async,
    reason = "one error is large so that it belongs into a box, and handlers are async"
)]

use std::io;

use axum::response::IntoResponse;
use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorObject, ErrorSet, Problem, PublicText};
use errorbook::{render, render_as};
use errorbook_tests::{body, whole};

/// Large enough for clippy's `result_large_err`.
#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 400, message = "Field {0} is missing")]
    Invalid(&'static str, Padding),
    #[api_error(status = 503, retry(after = "30s"))]
    Store(#[from] io::Error),
    #[api_error(status = 500)]
    Optional(#[from] Option<std::fmt::Error>),
    #[api_error(status = 500)]
    Nested(#[from] Box<ClaimError>),
    #[api_error(transparent)]
    Access(#[from] Box<AccessError>),
}

#[derive(Debug)]
struct Padding([u64; 40]);

#[derive(Debug, ApiError)]
#[api_error(status = 401, challenge = "Bearer")]
struct AccessError {
    #[api_error(detail)]
    realm: String,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum BesideThiserror {
    #[error("upstream")]
    #[api_error(status = 502)]
    Upstream(#[from] io::Error),
    #[error("format")]
    #[api_error(status = 500)]
    Format(#[from] Option<std::fmt::Error>),
}

#[derive(Debug, ApiError)]
#[api_error(status = 500)]
struct Generic<T>(#[from] T)
where
    T: std::error::Error + 'static;

fn failing() -> Result<(), io::Error> {
    Err(io::Error::other("disk 7"))
}

fn access() -> AccessError {
    AccessError {
        realm: "claims".to_owned(),
    }
}

#[test]
fn the_question_mark_puts_a_source_into_a_box() {
    fn ours() -> Result<(), Box<ClaimError>> {
        failing()?;
        Ok(())
    }
    fn optional() -> Result<(), Box<ClaimError>> {
        Err(std::fmt::Error)?
    }
    fn inner() -> Result<(), Box<ClaimError>> {
        Err(Box::new(access()))?
    }
    fn itself() -> Result<(), Box<ClaimError>> {
        ours()?;
        Ok(())
    }
    fn unboxed() -> Result<(), ClaimError> {
        ours()?;
        Ok(())
    }
    fn beside_thiserror() -> Result<(), Box<BesideThiserror>> {
        failing()?;
        Ok(())
    }
    fn optional_beside_thiserror() -> Result<(), Box<BesideThiserror>> {
        Err(std::fmt::Error)?
    }
    fn generic() -> Result<(), Box<Generic<io::Error>>> {
        failing()?;
        Ok(())
    }

    assert!(matches!(*ours().unwrap_err(), ClaimError::Store(_)));
    assert!(matches!(
        *optional().unwrap_err(),
        ClaimError::Optional(Some(_))
    ));
    assert!(matches!(*inner().unwrap_err(), ClaimError::Access(_)));
    assert!(matches!(*itself().unwrap_err(), ClaimError::Store(_)));
    assert!(matches!(unboxed().unwrap_err(), ClaimError::Nested(_)));
    let upstream = beside_thiserror().unwrap_err();
    assert!(matches!(*upstream, BesideThiserror::Upstream(_)));
    let format = optional_beside_thiserror().unwrap_err();
    assert!(matches!(*format, BesideThiserror::Format(Some(_))));
    assert_eq!(generic().unwrap_err().0.to_string(), "disk 7");
}

#[test]
fn a_box_is_rendered_as_what_is_in_it() {
    let boxed = || Box::new(ClaimError::Invalid("claim", Padding([0; 40])));
    let expected = whole(&render(&*boxed(), &Context::new()));
    assert_eq!(whole(&render(&boxed(), &Context::new())), expected);
    assert_eq!(
        render_as::<Problem>(&boxed(), &Context::new()).body(),
        r#"{"title":"Bad Request","status":400,"detail":"Field claim is missing","code":"INVALID"}"#
    );
    assert_eq!(boxed().to_string(), "Field claim is missing");
    assert_eq!(boxed().spec().code(), "INVALID");

    let nested = ClaimError::Access(Box::new(access()));
    assert_eq!(
        body(&nested),
        r#"{"error":{"code":"ACCESS_ERROR","message":"Unauthorized","details":{"realm":"claims"}}}"#
    );
    assert_eq!(nested.spec().headers(), [("www-authenticate", "Bearer")]);
}

#[test]
fn a_box_is_described_as_what_is_in_it() {
    static CATALOG: Catalog = Catalog::new("Claims", "1", &[<Box<ClaimError>>::ERRORS]);
    let version = OpenApi::V3_1;
    let boxed = CATALOG.responses::<Box<ClaimError>>(version);
    assert_eq!(boxed, CATALOG.responses::<ClaimError>(version));
    assert_eq!(CATALOG.iter().count(), 5);
}

#[tokio::test]
async fn a_handler_answers_with_a_box() {
    async fn handler() -> Result<(), Box<ClaimError>> {
        failing()?;
        Ok(())
    }
    async fn generic() -> Result<(), Box<Generic<io::Error>>> {
        failing()?;
        Ok(())
    }
    async fn public<T: PublicText + std::fmt::Display + std::fmt::Debug>(
        id: T,
    ) -> Result<(), Box<Missing<T>>> {
        Err(Box::new(Missing { id }))
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, message = "No {id}")]
    struct Missing<T: PublicText> {
        id: T,
    }

    // A router takes it.
    let _: axum::Router = axum::Router::new()
        .route("/", axum::routing::get(handler))
        .route("/generic", axum::routing::get(generic))
        .route("/missing", axum::routing::get(async || public(7).await));

    let response = handler().await.into_response();
    assert_eq!(response.status(), 503);
    assert_eq!(response.headers()["retry-after"], "30");
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
        .await
        .unwrap();
    assert_eq!(
        bytes,
        r#"{"error":{"code":"STORE","message":"Service Unavailable"}}"#
    );
    assert_eq!(generic().await.into_response().status(), 500);
    assert_eq!(public("claim").await.into_response().status(), 404);
}
