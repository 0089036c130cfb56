//! Responses of services behind this one, with whatever headers they have.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse};
use exchange::{get, request};
use expect_test::expect;

use crate::table::case;

/// Answers each request with this.
fn app(response: impl IntoResponse + Clone + Send + Sync + 'static) -> Router {
    Router::new().fallback(async move || response)
}

fn typed(media_type: &'static str) -> Router {
    app((
        StatusCode::BAD_GATEWAY,
        [("content-type", media_type)],
        "{}",
    ))
}

#[tokio::test]
async fn cookies_are_kept() {
    let cookies = AppendHeaders([("set-cookie", "a=1"), ("set-cookie", "b=2")]);
    case(
        app((StatusCode::BAD_GATEWAY, cookies, "secret")),
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 502 Bad Gateway
            content-type: text/plain; charset=utf-8
            set-cookie: a=1
            set-cookie: b=2
            content-length: 6

            secret
            — with the layer
            HTTP/1.1 502 Bad Gateway
            cache-control: no-store
            content-type: application/json
            set-cookie: a=1
            set-cookie: b=2
            x-request-id: {id}
            content-length: 98

            {"error":{"code":"bad_gateway","message":"Bad Gateway","request_id":"{id}"}}
            told: bad_gateway 502 {id}: An upstream server sent an invalid response.: 502 Bad Gateway: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn headers_that_frame_or_describe_the_old_body_go() {
    let headers = [
        ("content-disposition", "attachment; filename=\"secret.txt\""),
        ("content-location", "/secret"),
        ("digest", "sha-256=AAAA"),
        ("trailer", "x-checksum"),
    ];
    case(
        app((StatusCode::BAD_GATEWAY, headers, "secret")),
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 502 Bad Gateway
            content-type: text/plain; charset=utf-8
            content-disposition: attachment; filename="secret.txt"
            content-location: /secret
            digest: sha-256=AAAA
            trailer: x-checksum
            content-length: 6

            secret
            — with the layer
            HTTP/1.1 502 Bad Gateway
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 98

            {"error":{"code":"bad_gateway","message":"Bad Gateway","request_id":"{id}"}}
            told: bad_gateway 502 {id}: An upstream server sent an invalid response.: 502 Bad Gateway: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_location_is_kept() {
    let headers = [("location", "/elsewhere")];
    case(app((StatusCode::CONFLICT, headers)), get("/"), expect![[r#"

        — without the layer
        HTTP/1.1 409 Conflict
        location: /elsewhere
        content-length: 0
        — with the layer
        HTTP/1.1 409 Conflict
        cache-control: no-store
        content-type: application/json
        location: /elsewhere
        x-request-id: {id}
        content-length: 145

        {"error":{"code":"conflict","message":"The request conflicts with the current state of the resource.","request_id":"{id}"}}
        told: conflict 409 {id}: The request conflicts with the current state of the resource.: 409 Conflict
    "#]]).await;
}

#[tokio::test]
async fn a_media_type_in_capital_letters() {
    case(typed("TEXT/Plain; Charset=UTF-8"), get("/"), expect![[r#"

        — without the layer
        HTTP/1.1 502 Bad Gateway
        content-type: TEXT/Plain; Charset=UTF-8
        content-length: 2

        {}
        — with the layer
        HTTP/1.1 502 Bad Gateway
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 98

        {"error":{"code":"bad_gateway","message":"Bad Gateway","request_id":"{id}"}}
        told: bad_gateway 502 {id}: An upstream server sent an invalid response.: 502 Bad Gateway: {}
    "#]]).await;
}

#[tokio::test]
async fn a_problem_is_kept() {
    case(
        typed("application/problem+json"),
        get("/"),
        expect![[r#"

        — without the layer
        HTTP/1.1 502 Bad Gateway
        content-type: application/problem+json
        content-length: 2

        {}
        — with the layer
        HTTP/1.1 502 Bad Gateway
        content-type: application/problem+json
        x-request-id: {id}
        content-length: 2

        {}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn other_text_is_kept() {
    case(
        typed("text/csv"),
        get("/"),
        expect![[r#"

        — without the layer
        HTTP/1.1 502 Bad Gateway
        content-type: text/csv
        content-length: 2

        {}
        — with the layer
        HTTP/1.1 502 Bad Gateway
        content-type: text/csv
        x-request-id: {id}
        content-length: 2

        {}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_text_cannot_forge_a_line_of_the_log() {
    let text = "not here\ntold: not_found 404 admin: forged";
    case(app((StatusCode::NOT_FOUND, text)), get("/"), expect![[r#"

        — without the layer
        HTTP/1.1 404 Not Found
        content-type: text/plain; charset=utf-8
        content-length: 42

        not here
        told: not_found 404 admin: forged
        — with the layer
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 122

        {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
        told: not_found 404 {id}: The requested resource was not found.: 404 Not Found: not here\ntold: not_found 404 admin: forged
    "#]]).await;
}

#[tokio::test]
async fn a_text_that_is_not_utf8() {
    let plain = [("content-type", "text/plain")];
    let text = b"\xff\xfesecret".to_vec();
    case(
        app((StatusCode::NOT_FOUND, plain, text)),
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-type: text/plain
            content-length: 8

            ��secret
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found: ��secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_tunnel_that_nobody_digs() {
    case(
        Router::new(),
        request("CONNECT", "facts.example:443"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-length: 0
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_whole_uri_instead_of_a_path() {
    case(Router::new(), get("http://test/nowhere"), expect![[r#"

        — without the layer
        HTTP/1.1 404 Not Found
        content-length: 0
        — with the layer
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 122

        {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
        told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
    "#]]).await;
}
