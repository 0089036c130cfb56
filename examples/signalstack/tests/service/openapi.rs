//! The OpenAPI document, in each version: whole, true to the declared errors, and given out as it is.

use std::collections::BTreeSet;
use std::process::{Command, Output};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use errorbook::ErrorSet;
use errorbook::openapi::OpenApi;
use serde_json::{Value, json};
use signalstack::errors::{ClaimError, MediaError, RecordError};
use signalstack::validate::{BASE64, NOT_BLANK};

use crate::contract::Document;
use crate::support::{Answer, Service};

#[test]
fn every_reference_leads_to_a_component_and_every_component_is_referred_to() {
    for document in documents() {
        let mut references = BTreeSet::new();
        for_each_object(&document.root, &mut |object| {
            let mapping = object.get("mapping").and_then(Value::as_object);
            let mapped = mapping.into_iter().flat_map(|mapping| mapping.values());
            for reference in object.get("$ref").into_iter().chain(mapped) {
                assert!(document.target(reference).is_some(), "{reference}");
                references.insert(reference.as_str().unwrap());
            }
        });
        for (kind, components) in document.root["components"].as_object().unwrap() {
            for name in components.as_object().unwrap().keys() {
                let reference = format!("#/components/{kind}/{name}");
                // Security schemes are named, not referred to.
                let used = kind == "securitySchemes" || references.contains(reference.as_str());
                assert!(used, "{reference}");
            }
        }
    }
}

#[test]
fn each_operation_has_the_statuses_of_its_errors_and_its_success() {
    for document in documents() {
        let operations = document.operations().map(|(path, method, operation)| {
            let responses = operation["responses"].as_object().unwrap();
            let statuses = responses.keys().map(|status| status.parse().unwrap());
            (format!("{method} {path}"), statuses.collect())
        });
        assert_eq!(
            operations.collect::<Vec<_>>(),
            [
                (
                    "post /v1/verify/claim".to_owned(),
                    statuses_of::<ClaimError>()
                ),
                (
                    "post /v1/verify/media".to_owned(),
                    statuses_of::<MediaError>()
                ),
                (
                    "get /v1/verify/{id}".to_owned(),
                    statuses_of::<RecordError>()
                ),
            ]
        );
    }
}

#[test]
fn each_example_fits_its_schema() {
    for document in documents() {
        let mut count = 0;
        for_each_object(&document.root, &mut |object| {
            let Some(schema) = object.get("schema") else {
                return;
            };
            let named = object.get("examples").and_then(Value::as_object);
            let named = named.into_iter().flat_map(|examples| examples.values());
            let examples = named.map(|example| &example["value"]);
            let validator = document.validator(schema);
            for example in examples.chain(object.get("example")) {
                if let Err(error) = validator.validate(example) {
                    panic!("{error}\n{example:#}");
                }
                count += 1;
            }
        });
        assert!(count > 30, "{count}");
    }
}

#[test]
fn each_version_has_its_own_words() {
    let [old, .., new] = documents();
    assert_eq!(
        documents().map(|document| document.root["openapi"].clone()),
        ["3.0.3", "3.1.1", "3.2.0"]
    );
    for_each_object(&old.root, &mut |object| {
        assert!(!object.contains_key("const"), "{object:?}");
        assert!(!object.contains_key("$schema"), "{object:?}");
        let kind = object.get("type");
        assert!(kind.is_none_or(|kind| !kind.is_array()), "{object:?}");
    });
    for_each_object(&new.root, &mut |object| {
        assert!(!object.contains_key("nullable"), "{object:?}");
    });
}

#[tokio::test]
async fn the_served_document_is_the_printed_one() {
    let service = Service::start().await;
    let served = Answer::to(service.get("/openapi.json")).await;
    assert_eq!(served.status, 200);
    assert_eq!(served.headers["content-type"], "application/json");
    assert!(served.body.starts_with("{\n  \"") && served.body.ends_with("}\n"));

    assert_eq!(printed(&["openapi"]), served.body);
    for document in documents() {
        let number = &document.version.version()[..3];
        let printed: Value = serde_json::from_str(&printed(&["openapi", "--oas", number])).unwrap();
        assert_eq!(printed, document.root);
        assert_eq!(printed == served.json(), number == "3.1");
    }
}

#[test]
fn a_version_that_is_not_written_is_refused() {
    let output = run(&["openapi", "--oas", "2.0"]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("3.0, 3.1, 3.2"), "{stderr}");
}

#[test]
fn the_patterns_are_what_the_service_checks() {
    let matches = |pattern: &str| {
        let validator = jsonschema::validator_for(&json!({"pattern": pattern})).unwrap();
        move |text: &str| validator.is_valid(&text.into())
    };
    let is_not_blank = matches(NOT_BLANK);
    for character in '\0'..='\u{ffff}' {
        let text = character.to_string();
        assert_eq!(is_not_blank(&text), !text.trim().is_empty(), "{text:?}");
    }
    assert!(is_not_blank("\n\u{3000}a ") && !is_not_blank(" \n\u{3000}"));

    let is_base64 = matches(BASE64);
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_= \n";
    for &first in letters {
        for &second in letters {
            let (a, b) = (char::from(first), char::from(second));
            for text in [
                format!("{a}{b}"),
                format!("{a}{b}="),
                format!("{a}{b}=="),
                format!("B{a}{b}="),
                format!("BB{a}{b}"),
                format!("BBBBBB{a}{b}"),
                format!("BBBBB{a}{b}"),
                format!("BB{a}{b}BB=="),
                format!("BB=={a}{b}=="),
            ] {
                let decodes = BASE64_STANDARD.decode(&text).is_ok();
                assert_eq!(is_base64(&text), decodes, "{text:?}");
            }
        }
    }
    assert!(is_base64(""));
}

fn documents() -> [Document; 3] {
    [OpenApi::V3_0, OpenApi::V3_1, OpenApi::V3_2].map(Document::new)
}

fn statuses_of<E: ErrorSet>() -> BTreeSet<u16> {
    let errors = E::ERRORS.iter().map(|error| error.status().as_u16());
    errors.chain([200]).collect()
}

fn for_each_object<'a>(
    value: &'a Value,
    visit: &mut impl FnMut(&'a serde_json::Map<String, Value>),
) {
    match value {
        Value::Array(elements) => {
            for element in elements {
                for_each_object(element, visit);
            }
        }
        Value::Object(members) => {
            visit(members);
            for member in members.values() {
                for_each_object(member, visit);
            }
        }
        _ => {}
    }
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{}", output.status);
    assert_eq!(output.stderr, b"");
    String::from_utf8(output.stdout).unwrap()
}

fn run(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_signalstack"));
    program.args(arguments).output().unwrap()
}
