//! Layers that refuse requests by their headers.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use axum::routing::get as on_get;
use exchange::get;
use expect_test::expect;
use tower_http::validate_request::ValidateRequestHeaderLayer;

use crate::table::case;

fn app() -> Router {
    Router::new().route("/", on_get(async || "read"))
}

#[tokio::test]
async fn a_media_type_that_is_not_served() {
    let app = app().layer(ValidateRequestHeaderLayer::accept("application/json"));
    case(
        app,
        get("/").header("accept", "text/html"),
        expect![[r#"

            — without the layer
            HTTP/1.1 406 Not Acceptable
            content-length: 0
            — with the layer
            HTTP/1.1 406 Not Acceptable
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 155

            {"error":{"code":"not_acceptable","message":"The resource is not available in a form that the request accepts.","request_id":"{id}"}}
            told: not_acceptable 406 {id}: The resource is not available in a form that the request accepts.: 406 Not Acceptable
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_token_that_is_missing() {
    #[expect(clippy::result_large_err, reason = "the type that tower-http wants")]
    fn validate(request: &mut Request<Body>) -> Result<(), Response<Body>> {
        if request.headers().contains_key("authorization") {
            return Ok(());
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::UNAUTHORIZED;
        let challenge = "Bearer realm=\"facts\"".parse().expect("a header value");
        response.headers_mut().insert("www-authenticate", challenge);
        Err(response)
    }
    let app = app().layer(ValidateRequestHeaderLayer::custom(validate));
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 401 Unauthorized
            www-authenticate: Bearer realm="facts"
            content-length: 0
            — with the layer
            HTTP/1.1 401 Unauthorized
            cache-control: no-store
            content-type: application/json
            www-authenticate: Bearer realm="facts"
            x-request-id: {id}
            content-length: 127

            {"error":{"code":"unauthorized","message":"The request requires valid credentials.","request_id":"{id}"}}
            told: unauthorized 401 {id}: The request requires valid credentials.: 401 Unauthorized
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_401_without_its_challenge() {
    let app = Router::new().route("/", on_get(async || StatusCode::UNAUTHORIZED));
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 401 Unauthorized
            content-length: 0
            — with the layer
            HTTP/1.1 401 Unauthorized
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 127

            {"error":{"code":"unauthorized","message":"The request requires valid credentials.","request_id":"{id}"}}
            told: unauthorized 401 {id}: The request requires valid credentials.: 401 Unauthorized; omitted header `www-authenticate`: the status requires it, and the response that was replaced does not have it
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_407_with_its_challenge() {
    let app = Router::new().route(
        "/",
        on_get(async || {
            let challenge = [("proxy-authenticate", "Basic")];
            (StatusCode::PROXY_AUTHENTICATION_REQUIRED, challenge)
        }),
    );
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 407 Proxy Authentication Required
            proxy-authenticate: Basic
            content-length: 0
            — with the layer
            HTTP/1.1 407 Proxy Authentication Required
            cache-control: no-store
            content-type: application/json
            proxy-authenticate: Basic
            x-request-id: {id}
            content-length: 142

            {"error":{"code":"proxy_authentication_required","message":"The proxy requires valid credentials.","request_id":"{id}"}}
            told: proxy_authentication_required 407 {id}: The proxy requires valid credentials.: 407 Proxy Authentication Required
        "#]],
    )
    .await;
}
