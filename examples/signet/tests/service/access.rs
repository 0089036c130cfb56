//! Tokens, and the service that knows them.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use signet::access::{EXPIRED_TOKEN, MANAGER_TOKEN};
use signet::config::Config;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::support::{Expected, Service, ask, assert_error};

const INVALID_TOKEN: (&str, &str) = ("www-authenticate", r#"Bearer error="invalid_token""#);

#[tokio::test]
async fn a_request_without_a_bearer_token_misses_its_header() {
    let service = Service::start().await;
    let expected = Expected {
        status: 401,
        code: "missing_header",
        message: "Missing Authorization header",
        reason: "Send the token as Authorization: Bearer <token>.",
        headers: &[("www-authenticate", "Bearer")],
        ..Expected::default()
    };
    let request = || service.get("/v1/profile");
    assert_error(&ask(request()).await, &expected);
    for header in [
        b"".as_slice(),
        MANAGER_TOKEN.as_bytes(),
        b"Bearer",
        b"Basic YTpi",
        b"Bearer \xff",
    ] {
        let answer = ask(request().header("Authorization", header)).await;
        assert_error(&answer, &expected);
    }
    let twice = request()
        .bearer_auth(MANAGER_TOKEN)
        .bearer_auth(MANAGER_TOKEN);
    assert_error(&ask(twice).await, &expected);
}

#[tokio::test]
async fn a_token_of_another_form_is_not_even_looked_up() {
    // Nobody would answer.
    let service = Service::start_with(Config {
        authentication: Some(silent().await.1),
        ..Config::default()
    })
    .await;
    let twice = format!("{MANAGER_TOKEN} {MANAGER_TOKEN}");
    for token in [
        "sgt_",
        "sgt_5a1f",
        "sgt_5A1F0C3E9B7D2468ACE01357",
        "sgt_5a1f0c3e9b7d2468ace0135g",
        "key_5a1f0c3e9b7d2468ace01357",
        "sgt_5a1f0c3e9b7d2468ace013571",
        &twice,
    ] {
        assert_error(
            &ask(service
                .get("/v1/profile")
                .header("Authorization", format!("bearer {token}")))
            .await,
            &Expected {
                status: 401,
                code: "invalid_format",
                message: "Invalid token format",
                reason: "A token is sgt_ and 24 hexadecimal digits.",
                headers: &[INVALID_TOKEN],
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn an_unknown_token_and_an_expired_one_get_the_same_answer() {
    let service = Service::start().await;
    for token in [EXPIRED_TOKEN, "sgt_000000000000000000000000"] {
        assert_error(
            &ask(service.get("/v1/profile").bearer_auth(token)).await,
            &Expected {
                status: 401,
                code: "authentication_failed",
                message: "Authentication failed",
                reason: "This token is unknown or no longer valid.",
                headers: &[INVALID_TOKEN],
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn an_authentication_service_that_fails_in_whatever_way_is_unavailable() {
    // A listener that is never asked for its connections.
    let (_silent, silent) = silent().await;
    let mut services = JoinSet::new();
    let failing = answering(&mut services, StatusCode::INTERNAL_SERVER_ERROR, "{}").await;
    let garbled = answering(&mut services, StatusCode::OK, r#"{"granted":{"name":"x"}}"#).await;
    let moved = answering(&mut services, StatusCode::FOUND, "secret").await;
    for address in [silent, failing, garbled, moved] {
        let service = Service::start_with(Config {
            authentication: Some(address),
            authentication_timeout: Duration::from_secs(1),
            ..Config::default()
        })
        .await;
        assert_error(
            &ask(service.find("/v1/profile")).await,
            &Expected {
                status: 503,
                category: "api_error",
                code: "service_unavailable",
                message: "Service unavailable",
                reason: "Tokens cannot be checked at the moment.",
                headers: &[("retry-after", "30")],
                ..Expected::default()
            },
        );
        // What takes no token goes on.
        assert_eq!(ask(service.get("/v2")).await.status, 404);
    }
}

async fn silent() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// A service that always gives this answer.
async fn answering(
    services: &mut JoinSet<std::io::Result<()>>,
    status: StatusCode,
    body: &'static str,
) -> SocketAddr {
    let (listener, address) = silent().await;
    let router = Router::new().route("/introspect", post(async move || (status, body)));
    services.spawn(axum::serve(listener, router).into_future());
    address
}
