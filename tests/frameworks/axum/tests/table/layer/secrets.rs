//! What clients must not see: the text of a foreign 5xx, a panic's text, a rejected value, the name of a Rust type. The
//! observer is told all of it.

use std::collections::BTreeMap;

use axum::extract::rejection::ExtensionRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::routing::{get as on_get, post as on_post};
use axum::{Extension, Json, Router};
use errorbook_frameworks_axum::ServiceError;
use exchange::{Request, get, post, told, watch};

use crate::table::{serve, with_layer};

#[derive(Clone)]
struct SecretStore;

async fn panics() {
    panic!("password=hunter2");
}

/// The response never has `secret`, and the observer is told of it once.
async fn hides(app: Router, request: Request, secret: &str) {
    watch();
    let server = serve(with_layer(app)).await;
    let answer = server.send(&request).await;
    let told = told();
    assert!(answer.text().contains("\"request_id\":"), "{answer}");
    assert!(!answer.text().contains(secret), "{answer}");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains(secret), "{told:?}");
}

fn one(path: &str, route: axum::routing::MethodRouter) -> Router {
    Router::new().route(path, route)
}

#[tokio::test]
async fn the_text_of_a_foreign_5xx() {
    let fails = async || {
        (
            StatusCode::BAD_GATEWAY,
            "connection to 10.0.0.7:5432 refused",
        )
    };
    hides(one("/", on_get(fails)), get("/"), "10.0.0.7").await;
}

#[tokio::test]
async fn the_text_of_a_foreign_4xx() {
    let fails = async || (StatusCode::CONFLICT, "row 42 of the table accounts");
    hides(one("/", on_get(fails)), get("/"), "accounts").await;
}

#[tokio::test]
async fn the_text_of_a_panic() {
    hides(one("/", on_get(panics)), get("/"), "hunter2").await;
}

#[tokio::test]
async fn the_name_of_a_type_that_nobody_added() {
    let raw = async |_: Extension<SecretStore>| ();
    hides(one("/", on_get(raw)), get("/"), "SecretStore").await;
}

#[tokio::test]
async fn the_name_of_a_type_by_the_question_mark() {
    let result = async |store: Result<Extension<SecretStore>, ExtensionRejection>| {
        let _ = store?;
        Ok::<_, ServiceError>(())
    };
    hides(one("/", on_get(result)), get("/"), "SecretStore").await;
}

#[tokio::test]
async fn the_name_of_a_type_that_a_path_cannot_have() {
    #[derive(serde::Deserialize)]
    #[expect(dead_code)]
    struct SecretId {
        id: u8,
    }
    let raw = async |_: Path<BTreeMap<String, SecretId>>| ();
    hides(one("/{a}", on_get(raw)), get("/1"), "SecretId").await;
    let extract = async |_: errorbook::extract::Path<BTreeMap<String, SecretId>>| ();
    hides(one("/{a}", on_get(extract)), get("/1"), "SecretId").await;
}

#[tokio::test]
async fn a_value_of_json() {
    let body = post("/").json(r#"{"claim": "hunter2"}"#);
    let raw = async |_: Json<BTreeMap<String, u8>>| ();
    hides(one("/", on_post(raw)), body.clone(), "hunter2").await;
    let extract = async |_: errorbook::extract::Json<BTreeMap<String, u8>>| ();
    hides(one("/", on_post(extract)), body, "hunter2").await;
}

#[tokio::test]
async fn a_value_of_a_path() {
    let raw = async |_: Path<u8>| ();
    hides(one("/{id}", on_get(raw)), get("/hunter2"), "hunter2").await;
    let extract = async |_: errorbook::extract::Path<u8>| ();
    hides(one("/{id}", on_get(extract)), get("/hunter2"), "hunter2").await;
}

#[tokio::test]
async fn a_variant_of_a_query() {
    #[derive(serde::Deserialize)]
    #[expect(dead_code)]
    enum Order {
        Newest(u8),
    }
    let query = get("/?order=hunter2");
    let raw = async |_: Query<BTreeMap<String, Order>>| ();
    hides(one("/", on_get(raw)), query.clone(), "hunter2").await;
    let extract = async |_: errorbook::extract::Query<BTreeMap<String, Order>>| ();
    hides(one("/", on_get(extract)), query, "hunter2").await;
}
