//! The API as an OpenAPI document, in each version of the specification.
//!
//! Requests and successes are described by the types that the handlers use, errors by the catalog:
//! each operation has the errors of its own type, and no status stands here.

use errorbook::openapi::OpenApi;
use errorbook::{Context, ErrorSet};
use example_service::document::Document;
use serde_json::{Value, json};

use crate::errors::{CATALOG, ClaimError, MediaError, RecordError};
use crate::routes::{ID_PATTERN, docs_page};
use crate::sources::{Evidence, Findings, Source};
use crate::store::{DEMO_RECORD, Kind, Record};
use crate::validate::{Claim, Media};

/// The document.
#[must_use]
pub fn document(version: OpenApi) -> Value {
    let mut document = Document::new(version);
    let rest = json!({
        "security": [{"ApiKey": []}],
        "tags": [{"name": "verify", "description": "Verifications, new and earlier ones."}],
        "paths": {
            "/v1/verify/claim": {"post": verify_claim(&mut document)},
            "/v1/verify/media": {"post": verify_media(&mut document)},
            "/v1/verify/{id}": {"get": get_verification(&mut document)},
        },
        "components": {
            "securitySchemes": {
                "ApiKey": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The API key of an account.",
                },
            },
            "parameters": {"IdempotencyKey": idempotency_key()},
            "headers": {"RequestId": request_id()},
        },
    });
    document.complete(
        &[&CATALOG],
        "Verifies claims and media against several sources.",
        rest,
    )
}

fn verify_claim(document: &mut Document) -> Value {
    json!({
        "operationId": "verifyClaim",
        "tags": ["verify"],
        "summary": "Verify a claim",
        "description": "Asks the sources how far they support a sentence. Takes one credit.",
        "externalDocs": {"url": docs_page("/v1/verify/claim")},
        "parameters": [{"$ref": "#/components/parameters/IdempotencyKey"}],
        "requestBody": document.request::<Claim>(&json!({
            "claim": "Bees can fly.", "sources": ["wikipedia", "gdelt"],
        })),
        "responses": verified::<ClaimError>(
            document,
            "/v1/verify/claim",
            "The claim is verified.",
            &sample(Kind::Claim, "Bees can fly."),
        ),
    })
}

fn verify_media(document: &mut Document) -> Value {
    const URL: &str = "https://example.com/bee.jpg";

    json!({
        "operationId": "verifyMedia",
        "tags": ["verify"],
        "summary": "Verify an image, a video or a document",
        "description": "Asks the sources how far they support a medium, which is given by its URL \
                        or by its URL and its content. Takes one credit, and a key of the Pro plan.",
        "externalDocs": {"url": docs_page("/v1/verify/media")},
        "parameters": [{"$ref": "#/components/parameters/IdempotencyKey"}],
        "requestBody": document.request::<Media>(&json!({
            "url": URL, "content": "YmVl", "sources": ["wikipedia", "gdelt"],
        })),
        "responses": verified::<MediaError>(
            document,
            "/v1/verify/media",
            "The medium is verified.",
            &sample(Kind::Media, URL),
        ),
    })
}

fn get_verification(document: &mut Document) -> Value {
    json!({
        "operationId": "getVerification",
        "tags": ["verify"],
        "summary": "Look up an earlier verification",
        "description": "Gives back what was found when it was made. Takes no credit.",
        "externalDocs": {"url": docs_page("/v1/verify/{id}")},
        "parameters": [{
            "name": "id",
            "in": "path",
            "required": true,
            "description": "The id of the verification.",
            "schema": {"type": "string", "pattern": ID_PATTERN},
            "example": DEMO_RECORD,
        }],
        "responses": responses::<RecordError>(
            document,
            "/v1/verify/{id}",
            "The verification is there.",
            &sample(Kind::Claim, "Bees can fly."),
        ),
    })
}

/// The responses of an operation: a verification, and the errors of its type, with examples as they are
/// sent in answer to requests on its route.
fn responses<E: ErrorSet>(
    document: &mut Document,
    route: &str,
    description: &str,
    example: &Record,
) -> Value {
    let mut success = document.response::<Record>(description, example);
    success["headers"] = json!({"x-request-id": {"$ref": "#/components/headers/RequestId"}});
    let mut responses = CATALOG.responses_in::<E>(document.version(), &example_context(route));
    responses["200"] = success;
    responses
}

/// The responses of an operation that makes a verification, which can be looked up again.
fn verified<E: ErrorSet>(
    document: &mut Document,
    route: &str,
    description: &str,
    example: &Record,
) -> Value {
    let mut responses = responses::<E>(document, route, description, example);
    responses["200"]["links"] = json!({
        "verification": {
            "description": "What was found can be looked up again.",
            "operationId": "getVerification",
            "parameters": {"id": "$response.body#/id"},
        },
    });
    responses
}

fn example_context(route: &str) -> Context {
    let context = Context::new().with_request_id("vrf_a1b2c3d4e5f6");
    match docs_page(route) {
        Some(page) => context.with_docs(page),
        None => context,
    }
}

fn idempotency_key() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "description": "Makes it safe to send a request again: with the same key and the same body \
                        it is answered with the first response, for 24 hours.",
        "schema": {"type": "string", "format": "uuid"},
        "example": "550e8400-e29b-41d4-a716-446655440000",
    })
}

fn request_id() -> Value {
    json!({
        "description": "The id of the request, for questions to support.",
        "required": true,
        "schema": {"type": "string", "pattern": ID_PATTERN},
        "example": DEMO_RECORD,
    })
}

fn sample(kind: Kind, subject: &str) -> Record {
    let evidence = [(Source::Wikipedia, 97), (Source::Gdelt, 83)];
    let findings = Findings {
        evidence: evidence
            .map(|(source, score)| Evidence { source, score })
            .into(),
        unavailable: Vec::new(),
    };
    Record::conclude(DEMO_RECORD, kind, subject.to_owned(), findings)
}
