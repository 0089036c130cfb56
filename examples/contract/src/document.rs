//! What must be true of the OpenAPI document of every service, in each version.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::process::{Command, Output, Stdio};

use errorbook::ErrorSet;
use errorbook::openapi::OpenApi;
use example_service::Service;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::{Answer, Running};

/// A document of one version.
pub struct Document {
    /// The version of the specification that it is written in.
    pub version: OpenApi,
    /// The document.
    pub root: Value,
}

impl Document {
    /// The document of a service.
    #[must_use]
    pub fn new<S: Service>(version: OpenApi) -> Self {
        let root = S::document(version);
        Document { version, root }
    }

    /// Each operation with its path and its method.
    pub fn operations(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        let paths = self.root["paths"].as_object().into_iter().flatten();
        paths.flat_map(|(path, item)| {
            let members = item.as_object().into_iter().flatten();
            members
                .filter(|(name, _)| *name != "parameters")
                .map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
        })
    }

    /// The object itself, or the one that it refers to.
    ///
    /// # Panics
    /// If it refers to nothing.
    #[must_use]
    pub fn resolve<'a>(&'a self, object: &'a Value) -> &'a Value {
        match object.get("$ref") {
            Some(reference) => self.target(reference).expect("the target is there"),
            None => object,
        }
    }

    /// What a reference refers to.
    #[must_use]
    pub fn target(&self, reference: &Value) -> Option<&Value> {
        let pointer = reference.as_str()?.strip_prefix('#')?;
        self.root.pointer(pointer)
    }

    /// A validator for a schema of this document.
    ///
    /// # Panics
    /// If it is no schema.
    #[must_use]
    pub fn validator(&self, schema: &Value) -> Validator {
        let mut schema = json!({
            "allOf": [schema],
            "components": {"schemas": self.root["components"]["schemas"]},
        });
        if self.version == OpenApi::V3_0 {
            name_null(&mut schema);
        }
        let options = jsonschema::options().should_validate_formats(true);
        options.build(&schema).expect("a schema")
    }
}

/// Says `nullable` of OpenAPI 3.0 in the words of JSON Schema 2020-12.
fn name_null(schema: &mut Value) {
    match schema {
        Value::Array(elements) => elements.iter_mut().for_each(name_null),
        Value::Object(members) => {
            members.values_mut().for_each(name_null);
            if members.get("nullable") == Some(&Value::Bool(true)) {
                if let Some(kind) = members.get_mut("type") {
                    *kind = json!([kind.take(), "null"]);
                }
            }
        }
        _ => {}
    }
}

/// The tests of a service's documents, for `tests/`: the service, and the path of its program.
///
/// ```text
/// example_contract::document_tests!(SignalStack, env!("CARGO_BIN_EXE_signalstack"));
/// ```
#[macro_export]
macro_rules! document_tests {
    ($service:ty, $program:expr) => {
        #[test]
        fn every_reference_leads_to_a_component_and_every_component_is_referred_to() {
            $crate::document::references_and_components_belong_together::<$service>();
        }

        #[test]
        fn each_example_of_the_document_fits_its_schema() {
            $crate::document::examples_fit::<$service>();
        }

        #[test]
        fn each_version_has_its_own_words() {
            $crate::document::versions_have_their_own_words::<$service>();
        }

        #[tokio::test]
        async fn the_served_document_is_the_printed_one() {
            $crate::document::served_is_printed::<$service>($program).await;
        }

        #[test]
        fn a_version_that_is_not_written_is_refused() {
            $crate::document::unknown_versions_are_refused($program);
        }

        #[test]
        fn a_reader_of_the_printed_document_may_leave_early() {
            $crate::document::reader_may_leave_early($program);
        }
    };
}

/// Asserts that every reference leads somewhere, and that no component is without use.
///
/// # Panics
/// If it is not so.
pub fn references_and_components_belong_together<S: Service>() {
    for document in documents::<S>() {
        let mut references = BTreeSet::new();
        for_each_object(&document.root, &mut |object| {
            let mapping = object.get("mapping").and_then(Value::as_object);
            let mapped = mapping.into_iter().flat_map(|mapping| mapping.values());
            for reference in object.get("$ref").into_iter().chain(mapped) {
                assert!(document.target(reference).is_some(), "{reference}");
                references.extend(reference.as_str());
            }
        });
        let components = document.root["components"].as_object();
        for (kind, components) in components.expect("components") {
            for name in components.as_object().into_iter().flat_map(Map::keys) {
                let reference = format!("#/components/{kind}/{name}");
                // Security schemes are named, not referred to.
                let used = kind == "securitySchemes" || references.contains(reference.as_str());
                assert!(used, "{reference}");
            }
        }
    }
}

/// Asserts that every example is valid by the schema beside it, and that there is one for each response.
///
/// # Panics
/// If it is not so.
pub fn examples_fit<S: Service>() {
    for document in documents::<S>() {
        for_each_object(&document.root, &mut |object| {
            let Some(schema) = object.get("schema") else {
                return;
            };
            let named = object.get("examples").and_then(Value::as_object);
            let named = named.into_iter().flat_map(Map::values);
            let examples = named.map(|example| &example["value"]);
            let validator = document.validator(schema);
            for example in examples.chain(object.get("example")) {
                if let Err(error) = validator.validate(example) {
                    panic!("{error}\n{example:#}");
                }
            }
        });
        for (path, method, operation) in document.operations() {
            for (status, response) in operation["responses"].as_object().into_iter().flatten() {
                let content = document.resolve(response).get("content");
                for (_, body) in content.and_then(Value::as_object).into_iter().flatten() {
                    let has_one = body.get("example").or(body.get("examples")).is_some();
                    assert!(has_one, "{method} {path}: {status} has no example");
                }
            }
        }
    }
}

/// Asserts that each document is written in the words of its version.
///
/// # Panics
/// If it is not so.
pub fn versions_have_their_own_words<S: Service>() {
    let documents = documents::<S>();
    let versions = documents
        .each_ref()
        .map(|document| &document.root["openapi"]);
    assert_eq!(versions, ["3.0.3", "3.1.1", "3.2.0"]);

    let [old, .., new] = &documents;
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

/// Asserts that the service gives out the document that its program prints.
///
/// # Panics
/// If it is not so.
pub async fn served_is_printed<S: Service>(program: &str) {
    let service = Running::<S>::start().await;
    let served = Answer::to::<S>(service.get("/openapi.json")).await;
    assert_eq!(served.status, 200);
    assert_eq!(served.headers["content-type"], "application/json");
    assert!(served.body.starts_with("{\n  \"") && served.body.ends_with("}\n"));

    assert_eq!(printed(program, &["openapi"]), served.body);
    for document in documents::<S>() {
        let number = &document.version.version()[..3];
        let printed = printed(program, &["openapi", "--oas", number]);
        let printed: Value = serde_json::from_str(&printed).expect("JSON");
        assert_eq!(printed, document.root);
        assert_eq!(printed == served.json(), number == "3.1");
    }
}

/// Asserts that a program ends well and says nothing where nobody reads its document to the end.
///
/// # Panics
/// If it is not so.
pub fn reader_may_leave_early(program: &str) {
    let mut child = Command::new(program)
        .arg("openapi")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdout = child.stdout.take().expect("piped");
    // The rest is more than a pipe holds.
    stdout.read_exact(&mut [0]).expect("a document");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    let stderr = String::from_utf8(output.stderr).expect("text");
    assert_eq!((output.status.code(), stderr.as_str()), (Some(0), ""));
}

/// Asserts that the program knows which versions there are.
///
/// # Panics
/// If it is not so.
pub fn unknown_versions_are_refused(program: &str) {
    let output = run(program, &["openapi", "--oas", "2.0"]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("3.0, 3.1, 3.2"), "{stderr}");
}

/// Asserts that these are the operations, by method and path, and that each has these statuses in all
/// versions.
///
/// # Panics
/// If it is not so.
pub fn statuses_are<S: Service, const N: usize>(expected: [(&str, BTreeSet<u16>); N]) {
    let expected = BTreeMap::from(expected.map(|(name, statuses)| (name.to_owned(), statuses)));
    for document in documents::<S>() {
        let operations = document.operations().map(|(path, method, operation)| {
            let responses = operation["responses"].as_object().into_iter().flatten();
            let statuses = responses.filter_map(|(status, _)| status.parse().ok());
            (format!("{method} {path}"), statuses.collect())
        });
        assert_eq!(operations.collect::<BTreeMap<_, _>>(), expected);
    }
}

/// The statuses of a set of errors, and of a success.
#[must_use]
pub fn statuses_of<E: ErrorSet>(success: u16) -> BTreeSet<u16> {
    let errors = E::ERRORS.iter().map(|error| error.status().as_u16());
    errors.chain([success]).collect()
}

/// The codes of a set of errors, which are text.
#[must_use]
pub fn codes_of<E: ErrorSet>() -> BTreeSet<&'static str> {
    let codes = E::ERRORS.iter().filter_map(|error| error.code().as_str());
    codes.collect()
}

/// What matches a pattern, as those see it who read it in the document.
///
/// # Panics
/// If it is no regular expression.
pub fn matcher(pattern: &str) -> impl Fn(&str) -> bool {
    let validator = jsonschema::validator_for(&json!({"pattern": pattern})).expect("a pattern");
    move |text| validator.is_valid(&text.into())
}

fn documents<S: Service>() -> [Document; 3] {
    [OpenApi::V3_0, OpenApi::V3_1, OpenApi::V3_2].map(Document::new::<S>)
}

fn for_each_object<'a>(value: &'a Value, visit: &mut impl FnMut(&'a Map<String, Value>)) {
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

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = run(program, arguments);
    assert!(output.status.success(), "{}", output.status);
    assert_eq!(output.stderr, b"");
    String::from_utf8(output.stdout).expect("text")
}

fn run(program: &str, arguments: &[&str]) -> Output {
    let output = Command::new(program).args(arguments).output();
    output.expect("the program starts")
}
