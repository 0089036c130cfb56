//! What a client reads of an extractor's rejection.

use axum::body::{Body, to_bytes};
use axum::extract::rejection::JsonRejection;
use axum::routing::post;
use axum::{Json, Router};
use errorbook::{ApiError, ErrorObject, envelope, http_errors};
use http::Request;
use serde::Deserialize;
use tower_service::Service;

envelope! {
    /// Details beside the other members, and one of these has the name of the list of fields.
    Taken: "application/json" {
        "fields": "none",
        "message": message,
        ..details,
    }
}

http_errors! {
    /// What the framework answers with.
    HttpError: envelope = ErrorObject;
    UnsupportedMediaType(message = "Send JSON");
}

http_errors! {
    /// What the framework answers with.
    InTaken: envelope = Taken;
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 422, message = "too many pages")]
    TooMany,
    #[api_error(transparent, framework)]
    Http(HttpError),
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Taken)]
enum TakenError {
    #[api_error(transparent, framework)]
    Http(Box<InTaken>),
}

#[derive(Deserialize)]
struct Claim {
    pages: Vec<u8>,
}

async fn claim(claim: Result<Json<Claim>, JsonRejection>) -> Result<String, ClaimError> {
    match claim?.pages.len() {
        0..3 => Ok("fine".to_owned()),
        _ => Err(ClaimError::TooMany),
    }
}

async fn taken(claim: Result<Json<Claim>, JsonRejection>) -> Result<String, TakenError> {
    Ok(claim?.pages.len().to_string())
}

/// Status and body.
async fn answer(path: &str, content_type: &str, body: &'static str) -> String {
    let mut router: Router = Router::new()
        .route("/claim", post(claim))
        .route("/taken", post(taken));
    let request = Request::post(path)
        .header("content-type", content_type)
        .body(Body::from(body))
        .expect("it is valid");
    let response = router.call(request).await.expect("a router does not fail");
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), 4096)
        .await
        .expect("it is short");
    format!("{status} {}", String::from_utf8_lossy(&body))
}

#[tokio::test]
async fn a_typed_rejection_shows_its_text_and_its_fields() {
    assert_eq!(
        answer("/claim", "application/json", r#"{"pages": [1, "SECRET"]}"#).await,
        r#"422 {"error":{"code":"UNPROCESSABLE_ENTITY","message":"A field of the request body is not valid.","details":{"fields":[{"field":"pages[1]","message":"The value must be an integer from 0 to 255","code":"type"}]}}}"#
    );
    assert_eq!(
        answer("/claim", "application/json", r#"{"pages": [1, 2, 3]}"#).await,
        r#"422 {"error":{"code":"TOO_MANY","message":"too many pages"}}"#
    );
}

#[tokio::test]
async fn the_message_of_a_row_takes_the_place_of_a_rejections_text() {
    assert_eq!(
        answer("/claim", "text/plain", "SECRET").await,
        r#"415 {"error":{"code":"UNSUPPORTED_MEDIA_TYPE","message":"Send JSON"}}"#
    );
}

#[tokio::test]
async fn a_list_of_fields_whose_name_is_taken_is_omitted() {
    assert_eq!(
        answer("/taken", "application/json", r#"{"pages": ["SECRET"]}"#).await,
        r#"422 {"fields":"none","message":"A field of the request body is not valid."}"#
    );
}
