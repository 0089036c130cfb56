//! `?` on an extractor's `Result` makes the service's own error.

use axum::body::Body;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query};
use axum::routing::{get, post};
use axum::{Json, Router};
use errorbook::{ApiError, FieldErrors, FrameworkError, envelope};
use http::{Request, StatusCode};
use serde::Deserialize;

use crate::seen::answer;

envelope! {
    Claims: "application/json" {
        fields = pointer;
        "status": status,
        "message": message,
        ..details,
    }
}

/// What the framework answers.
#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum HttpError {
    #[api_error(status = 422, message = "{text}")]
    Unprocessable {
        text: String,
        #[api_error(detail)]
        fields: FieldErrors,
    },
    #[api_error(status = 400, message = "{text}")]
    BadRequest { text: String },
    #[api_error(status = 500)]
    Other(#[source] FrameworkError),
}

impl From<FrameworkError> for HttpError {
    fn from(error: FrameworkError) -> Self {
        let text = error.text().unwrap_or_default().to_owned();
        match error.status() {
            StatusCode::UNPROCESSABLE_ENTITY => HttpError::Unprocessable {
                text,
                fields: error.fields().clone(),
            },
            StatusCode::BAD_REQUEST => HttpError::BadRequest { text },
            _ => HttpError::Other(error),
        }
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(transparent, framework)]
    Http(HttpError),
}

/// A generic type has the impls, too.
#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum AnyError<H> {
    #[api_error(transparent, framework)]
    Http(H),
}

#[derive(Deserialize)]
struct Claim {
    pages: Vec<u8>,
}

async fn json(claim: Result<Json<Claim>, JsonRejection>) -> Result<String, ClaimError> {
    Ok(claim?.pages.len().to_string())
}

async fn query(claim: Result<Query<Claim>, QueryRejection>) -> Result<String, Box<ClaimError>> {
    Ok(claim?.pages.len().to_string())
}

async fn path(id: Result<Path<u8>, PathRejection>) -> Result<String, AnyError<HttpError>> {
    Ok(id?.to_string())
}

async fn check(request: http::request::Builder, body: &'static str, expected: &str) {
    let router = Router::new()
        .route("/json", post(json))
        .route("/query", get(query))
        .route("/path/{id}", get(path));
    let request = request.body(Body::from(body)).expect("it is valid");
    assert_eq!(answer(router, request).await.1, expected);
}

#[tokio::test]
async fn a_rejection_becomes_an_error_of_the_service() {
    let json = Request::post("/json").header("content-type", "application/json");
    check(
        json,
        r#"{"pages": [1, "2"]}"#,
        r#"{"status":422,"message":"A field of the request body is not valid.","fields":[{"field":"/pages/1","message":"The value must be an integer from 0 to 255","code":"type"}]}"#,
    )
    .await;
    check(
        Request::get("/query"),
        "",
        r#"{"status":400,"message":"A query parameter is not valid."}"#,
    )
    .await;
    check(
        Request::get("/path/256"),
        "",
        r#"{"status":400,"message":"The path is not valid: expected an integer from 0 to 255."}"#,
    )
    .await;
}
