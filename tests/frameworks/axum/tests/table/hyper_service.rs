//! The layer around a service of hyper, without axum.

use bytes::Bytes;
use errorbook_frameworks_axum::layer;
use exchange::{Request, Server, get, head};
use expect_test::{Expect, expect};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::{Response, StatusCode};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tower::{Layer, service_fn};

use crate::table::shown;

async fn route(request: hyper::Request<Incoming>) -> Result<Response<Full<Bytes>>, hyper::Error> {
    let (status, text) = match request.uri().path() {
        "/" => (StatusCode::OK, "fine"),
        "/panics" => panic!("secret"),
        _ => (StatusCode::NOT_FOUND, "secret"),
    };
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = status;
    Ok(response)
}

async fn case(request: Request, expected: Expect) {
    let server = Server::start(async |listener| {
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            let service = TowerToHyperService::new(layer().layer(service_fn(route)));
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
    expected.assert_eq(&shown(&server.await, &request).await);
}

#[tokio::test]
async fn a_success() {
    case(
        get("/"),
        expect![[r#"
            HTTP/1.1 200 OK
            x-request-id: {id}
            content-length: 4

            fine"#]],
    )
    .await;
}

#[tokio::test]
async fn an_unknown_path() {
    case(
        get("/nowhere"),
        expect![[r#"
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found: secret"#]],
    )
    .await;
}

#[tokio::test]
async fn head_of_an_unknown_path() {
    case(
        head("/nowhere"),
        expect![[r#"
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            content-length: 122
            x-request-id: {id}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found: secret"#]],
    )
    .await;
}

#[tokio::test]
async fn a_panic() {
    case(get("/panics"), expect![[r#"
        HTTP/1.1 500 Internal Server Error
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 118

        {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
        told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret"#]]).await;
}
