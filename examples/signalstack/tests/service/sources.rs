//! Data sources that fail, each in its own way.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::json;
use signalstack::config::Config;
use signalstack::sources::Source;
use tokio::net::TcpListener;

use crate::support::{Expected, Service, TestSource, ask, assert_error, assert_ok};

#[tokio::test]
async fn a_source_that_was_asked_for_and_fails_is_named() {
    let failing = TestSource::failing(StatusCode::INTERNAL_SERVER_ERROR).await;
    // A listener that is never asked for its connections.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let refusing = refusing_source().await;
    let garbled = TestSource::failing(StatusCode::ACCEPTED).await;
    let service = Service::start_with(Config {
        source_timeout: Duration::from_secs(1),
        sources: vec![
            (Source::Web, failing.address),
            (Source::Wikipedia, silent.local_addr().unwrap()),
            (Source::Gdelt, refusing),
            (Source::GoogleFactCheck, garbled.address),
        ],
        ..Config::default()
    })
    .await;
    for source in ["web", "wikipedia", "gdelt", "google_fact_check"] {
        let claim = json!({"claim": "Bees can fly.", "sources": ["semantic_scholar", source]});
        assert_error(
            &ask(service.claim(&claim)).await,
            &Expected {
                status: 502,
                code: "SOURCE_UNAVAILABLE",
                message: "Requested data source is temporarily unreachable",
                details: Some(&format!(r#"{{"source":"{source}"}}"#)),
                ..Expected::default()
            },
        );
    }

    // Nobody asked for them by name: those that answer are enough.
    let answer = ask(service.claim(&json!({"claim": "Bees can fly."}))).await;
    assert_ok(&answer);
    let verdict = answer.json();
    assert_eq!(
        verdict["evidence"],
        json!([{"source": "semantic_scholar", "score": 90}])
    );
    assert_eq!(
        verdict["unavailable"],
        json!(["web", "wikipedia", "google_fact_check", "gdelt"])
    );
}

#[tokio::test]
async fn when_no_source_answers_the_upstream_failed() {
    let failing = TestSource::failing(StatusCode::INTERNAL_SERVER_ERROR).await;
    let service = Service::start_with(Config {
        sources: Source::ALL.map(|source| (source, failing.address)).to_vec(),
        ..Config::default()
    })
    .await;
    assert_error(
        &ask(service.claim(&json!({"claim": "Bees can fly."}))).await,
        &Expected {
            status: 502,
            code: "UPSTREAM_ERROR",
            message: "Upstream data source unavailable",
            ..Expected::default()
        },
    );
}

/// The address of a source that hangs up on everybody.
async fn refusing_source() -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            drop(connection);
        }
    });
    address
}
