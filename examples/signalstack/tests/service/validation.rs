//! What a request says that is not as it must be, and the whole response.

use serde_json::json;

use crate::support::{CLAIM_DOCS, Expected, MEDIA_DOCS, Service, ask, assert_error, assert_ok};

const UNSUPPORTED: &str = "Unsupported source 'twitter'. Valid values: web, wikipedia, \
                           google_fact_check, semantic_scholar, gdelt";

#[tokio::test]
async fn a_missing_or_mistyped_field_is_named() {
    let service = Service::start().await;
    let missing_claim = "The 'claim' field is required and must be a non-empty string.";
    let mistyped_sources = "The 'sources' field must be an array of strings.";
    for (body, message) in [
        (json!({}), missing_claim),
        (json!({"claim": null}), missing_claim),
        (json!({"claim": 5}), missing_claim),
        (json!({"claim": ""}), missing_claim),
        (json!({"claim": " \n"}), missing_claim),
        (
            json!({"claim": "Bees can fly.", "sources": "web"}),
            mistyped_sources,
        ),
        (
            json!({"claim": "Bees can fly.", "sources": ["web", 5]}),
            mistyped_sources,
        ),
    ] {
        let expected = Expected {
            status: 400,
            code: "INVALID_REQUEST",
            message,
            ..Expected::default()
        };
        assert_error(&ask(service.claim(&body)).await, &expected);
    }

    let url = "https://example.com/bee.jpg";
    let missing_url = "The 'url' field is required and must be a non-empty string.";
    let mistyped_content = "The 'content' field must be a base64 string.";
    for (body, message) in [
        (json!({"claim": "Bees can fly."}), missing_url),
        (json!({"url": url, "content": {}}), mistyped_content),
    ] {
        let expected = Expected {
            status: 400,
            code: "INVALID_REQUEST",
            message,
            docs: Some(MEDIA_DOCS),
            ..Expected::default()
        };
        assert_error(&ask(service.media(&body)).await, &expected);
    }
}

#[tokio::test]
async fn a_claim_of_more_than_2000_characters_fails_validation() {
    let service = Service::start().await;
    // Characters count, not bytes.
    assert_ok(&ask(service.claim(&json!({"claim": "ä".repeat(2000)}))).await);
    let answer = ask(service.claim(&json!({"claim": "ä".repeat(2001)}))).await;
    assert_error(
        &answer,
        &Expected {
            status: 422,
            code: "VALIDATION_ERROR",
            message: "The 'claim' field must be between 1 and 2000 characters.",
            details: Some(r#"{"field":"claim","constraint":"length","max":2000}"#),
            ..Expected::default()
        },
    );
}

#[tokio::test]
async fn fields_that_fail_validation_are_listed() {
    let service = Service::start().await;
    let url = "https://example.com/bee.jpg";
    let many = vec!["twitter"; 6];
    let twitter = format!(r#"{{"field":"sources.0","message":"{UNSUPPORTED}"}}"#);
    let claim =
        r#"{"field":"claim","message":"Claim must not exceed 2000 characters (current: 2451)"}"#;
    let invalid_url = r#"{"field":"url","message":"Invalid URL format"}"#;
    let base64 = r#"{"field":"content","message":"Invalid base64"}"#;
    let entries = |count| {
        format!(
            r#"{{"field":"sources","message":"Sources must have between 1 and 5 entries (current: {count})"}}"#
        )
    };
    let long_name = format!("{}'s", "ü".repeat(60));
    let shortened = UNSUPPORTED.replace("twitter", &format!("{}…", "ü".repeat(50)));
    let shortened = format!(r#"{{"field":"sources.1","message":"{shortened}"}}"#);
    let long_url = format!("https://example.com/{}", "b".repeat(2029));
    let too_long_url =
        r#"{"field":"url","message":"URL must not exceed 2048 characters (current: 2049)"}"#;

    for (request, fields, docs) in [
        (
            service.claim(&json!({"claim": "Bees can fly.", "sources": ["twitter"]})),
            twitter.clone(),
            CLAIM_DOCS,
        ),
        (
            service.claim(&json!({"claim": "a".repeat(2451), "sources": ["twitter", "web"]})),
            format!("{twitter},{claim}"),
            CLAIM_DOCS,
        ),
        (
            service.claim(&json!({"claim": "a", "sources": []})),
            entries(0),
            CLAIM_DOCS,
        ),
        (
            service.claim(&json!({"claim": "a", "sources": many})),
            entries(6),
            CLAIM_DOCS,
        ),
        (
            service.claim(&json!({"claim": "a", "sources": ["web", long_name]})),
            shortened,
            CLAIM_DOCS,
        ),
        (
            service.media(&json!({"url": "bee.jpg"})),
            invalid_url.to_owned(),
            MEDIA_DOCS,
        ),
        (
            service.media(&json!({"url": "ftp://example.com/a"})),
            invalid_url.to_owned(),
            MEDIA_DOCS,
        ),
        (
            service.media(&json!({"url": "https://"})),
            invalid_url.to_owned(),
            MEDIA_DOCS,
        ),
        (
            service.media(&json!({"url": long_url})),
            too_long_url.to_owned(),
            MEDIA_DOCS,
        ),
        (
            service.media(&json!({"url": url, "content": "not base64!"})),
            base64.to_owned(),
            MEDIA_DOCS,
        ),
        (
            service.media(&json!({"url": "bee", "content": "!", "sources": ["twitter"]})),
            format!("{twitter},{invalid_url},{base64}"),
            MEDIA_DOCS,
        ),
    ] {
        assert_error(
            &ask(request).await,
            &Expected {
                status: 422,
                code: "VALIDATION_ERROR",
                message: "Request validation failed",
                details: Some(&format!(r#"{{"fields":[{fields}]}}"#)),
                docs: Some(docs),
                ..Expected::default()
            },
        );
    }
}
