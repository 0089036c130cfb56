//! JSON of another shape.

use std::collections::BTreeMap;

use axum::Json;
use axum::Router;
use axum::extract::rejection::JsonRejection;
use axum::routing::post as on_post;
use errorbook_frameworks_axum::ServiceError;
use exchange::post;
use expect_test::expect;
use serde::Deserialize;

use crate::table::rejected;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code)]
struct Fact {
    claim_text: String,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    weights: BTreeMap<String, f64>,
    #[serde(default)]
    kind: Kind,
}

#[derive(Deserialize)]
#[expect(dead_code)]
struct Source {
    url: String,
    year: u16,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    #[default]
    News,
    Science,
}

fn app() -> Router {
    Router::new()
        .route("/raw/", on_post(async |_: Json<Fact>| ()))
        .route(
            "/result/",
            on_post(async |body: Result<Json<Fact>, JsonRejection>| {
                let _ = body?;
                Ok::<_, ServiceError>(())
            }),
        )
        .route(
            "/extract/",
            on_post(async |_: errorbook::extract::Json<Fact>| ()),
        )
}

#[tokio::test]
async fn a_field_of_another_type() {
    rejected(app(), post("/").json(r#"{"claimText": 5}"#), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 133

        Failed to deserialize the JSON body into the target type: claimText: invalid type: integer `5`, expected a string at line 1 column 15
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: claimText: invalid type: integer `5`, expected a string at line 1 column 15
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 235

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"claimText","message":"The value must be a string","code":"type"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: claimText: invalid type: integer `5`, expected a string at line 1 column 15
    "#]]).await;
}

#[tokio::test]
async fn a_text_that_is_a_secret() {
    let body = r#"{"claimText": "a", "sources": "my password"}"#;
    rejected(app(), post("/").json(body), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 142

        Failed to deserialize the JSON body into the target type: sources: invalid type: string "my password", expected a sequence at line 1 column 43
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: sources: invalid type: string "my password", expected a sequence at line 1 column 43
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 233

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"sources","message":"The value must be an array","code":"type"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: sources: invalid type: string "my password", expected a sequence at line 1 column 43
    "#]]).await;
}

#[tokio::test]
async fn a_field_of_a_list() {
    let body =
        r#"{"claimText": "a", "sources": [{"url": "b", "year": 1}, {"url": "c", "year": -4}]}"#;
    rejected(app(), post("/").json(body), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 136

        Failed to deserialize the JSON body into the target type: sources[1].year: invalid value: integer `-4`, expected u16 at line 1 column 79
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: sources[1].year: invalid value: integer `-4`, expected u16 at line 1 column 79
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 260

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"sources[1].year","message":"The value must be an integer from 0 to 65535","code":"value"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: sources[1].year: invalid value: integer `-4`, expected u16 at line 1 column 79
    "#]]).await;
}

#[tokio::test]
async fn a_key_of_a_map() {
    let body = r#"{"claimText": "a", "weights": {"x.y z": "heavy"}}"#;
    rejected(app(), post("/").json(body), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 135

        Failed to deserialize the JSON body into the target type: weights.x.y z: invalid type: string "heavy", expected f64 at line 1 column 47
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: weights.x.y z: invalid type: string "heavy", expected f64 at line 1 column 47
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 244

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"weights[\"x.y z\"]","message":"The value must be a number","code":"type"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: weights.x.y z: invalid type: string "heavy", expected f64 at line 1 column 47
    "#]]).await;
}

#[tokio::test]
async fn a_field_that_is_missing() {
    rejected(app(), post("/").json("{}"), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 102

        Failed to deserialize the JSON body into the target type: missing field `claimText` at line 1 column 2
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `claimText` at line 1 column 2
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 234

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"claimText","message":"The field is required","code":"required"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `claimText` at line 1 column 2
    "#]]).await;
}

#[tokio::test]
async fn a_field_of_a_list_that_is_missing() {
    let body = r#"{"claimText": "a", "sources": [{"year": 1}]}"#;
    rejected(app(), post("/").json(body), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 109

        Failed to deserialize the JSON body into the target type: sources[0]: missing field `url` at line 1 column 42
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: sources[0]: missing field `url` at line 1 column 42
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 239

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"sources[0].url","message":"The field is required","code":"required"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: sources[0]: missing field `url` at line 1 column 42
    "#]]).await;
}

#[tokio::test]
async fn a_field_that_nobody_knows() {
    let body = r#"{"claimText": "a", "colour": "secret"}"#;
    rejected(app(), post("/").json(body), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 167

        Failed to deserialize the JSON body into the target type: colour: unknown field `colour`, expected one of `claimText`, `sources`, `weights`, `kind` at line 1 column 27
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: colour: unknown field `colour`, expected one of `claimText`, `sources`, `weights`, `kind` at line 1 column 27
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 231

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"colour","message":"The field is not known","code":"unknown"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: colour: unknown field `colour`, expected one of `claimText`, `sources`, `weights`, `kind` at line 1 column 27
    "#]]).await;
}

#[tokio::test]
async fn a_variant_that_nobody_knows() {
    let body = r#"{"claimText": "a", "kind": "secret"}"#;
    rejected(app(), post("/").json(body), expect![[r#"

        — without the layer
        HTTP/1.1 422 Unprocessable Entity
        content-type: text/plain; charset=utf-8
        content-length: 138

        Failed to deserialize the JSON body into the target type: kind: unknown variant `secret`, expected `news` or `science` at line 1 column 35
        — with the layer: raw
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: kind: unknown variant `secret`, expected `news` or `science` at line 1 column 35
        — with the layer: result, extract
        HTTP/1.1 422 Unprocessable Entity
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 242

        {"error":{"code":"unprocessable_entity","message":"A field of the request body is not valid.","details":{"fields":[{"field":"kind","message":"The value must be `news` or `science`","code":"value"}]},"request_id":"{id}"}}
        told: unprocessable_entity 422 {id}: A field of the request body is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: kind: unknown variant `secret`, expected `news` or `science` at line 1 column 35
    "#]]).await;
}

#[tokio::test]
async fn a_body_of_another_type() {
    rejected(
        app(),
        post("/").json("\"secret\""),
        expect![[r#"

            — without the layer
            HTTP/1.1 422 Unprocessable Entity
            content-type: text/plain; charset=utf-8
            content-length: 128

            Failed to deserialize the JSON body into the target type: invalid type: string "secret", expected struct Fact at line 1 column 8
            — with the layer: raw
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 136

            {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid type: string "secret", expected struct Fact at line 1 column 8
            — with the layer: result, extract
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 146

            {"error":{"code":"unprocessable_entity","message":"The request body is not valid: expected an object.","request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: The request body is not valid: expected an object.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid type: string "secret", expected struct Fact at line 1 column 8
        "#]],
    )
    .await;
}
