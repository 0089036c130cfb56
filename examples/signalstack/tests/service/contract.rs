//! What the OpenAPI document says of every exchange that the tests see.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use errorbook::openapi::OpenApi;
use jsonschema::Validator;
use reqwest::Request;
use serde_json::{Value, json};

use crate::support::Answer;

/// A document of one version.
pub struct Document {
    pub version: OpenApi,
    pub root: Value,
}

impl Document {
    pub fn new(version: OpenApi) -> Self {
        let root = signalstack::openapi::document(version);
        Document { version, root }
    }

    /// Each operation with its path and its method.
    pub fn operations(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        let paths = self.root["paths"].as_object().unwrap();
        paths.iter().flat_map(|(path, item)| {
            let item = item.as_object().unwrap();
            let operations = item.iter();
            operations.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
        })
    }

    /// The object itself, or the one that it refers to.
    pub fn resolve<'a>(&'a self, object: &'a Value) -> &'a Value {
        match object.get("$ref") {
            Some(reference) => self.target(reference).expect("the target is there"),
            None => object,
        }
    }

    /// What a reference refers to.
    pub fn target(&self, reference: &Value) -> Option<&Value> {
        let pointer = reference.as_str()?.strip_prefix('#')?;
        self.root.pointer(pointer)
    }

    /// A validator for a schema of this document.
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
                let kind = members["type"].take();
                members.insert("type".to_owned(), json!([kind, "null"]));
            }
        }
        _ => {}
    }
}

/// Panics unless the document has this answer: its status, its headers, its body.
pub fn check_answer(method: &str, path: &str, answer: &Answer) {
    let status = answer.status;
    let exchange = format!("{method} {path}: {status}");
    let operation = CONTRACT.operation(method, path);
    let described = match operation {
        Some(operation) => operation.responses.get(&status),
        None if path == "/openapi.json" => return,
        // What belongs to no operation is not found, in the form that the document has for it.
        None if status == 404 => CONTRACT.not_found(),
        None => None,
    };
    let described = described.unwrap_or_else(|| panic!("{exchange} is not in the document"));

    for (name, header) in &described.headers {
        match answer.headers.get(name) {
            Some(value) => assert!(header.allows(value), "{exchange}: {name}: {value}"),
            None => assert!(!header.required, "{exchange} has no {name}"),
        }
    }
    for name in answer.headers.keys() {
        let general = [
            "allow",
            "cache-control",
            "connection",
            "content-length",
            "content-type",
        ];
        let known = described.headers.contains_key(name) || general.contains(&name.as_str());
        assert!(known, "{exchange}: {name} is not in the document");
    }
    let media_type = &answer.headers["content-type"];
    let body = described.bodies.get(media_type);
    let body = body.unwrap_or_else(|| panic!("{exchange} is {media_type}"));
    if let Err(error) = body.validate(&answer.json()) {
        panic!("{exchange}: {error}\n{}", answer.body);
    }
}

/// Panics unless the request was taken if it fits the document, and was refused if it does not.
pub fn check_request(request: &Request, status: u16) {
    let Some(operation) = CONTRACT.operation(request.method().as_str(), request.url().path())
    else {
        return;
    };
    let Some(body) = &operation.request_body else {
        return;
    };
    let header = |name| {
        let value = request.headers().get(name);
        value.map(|value| value.to_str().unwrap())
    };
    let media_type = header("content-type").unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap();
    let key = header("idempotency-key");
    let content = request.body().unwrap().as_bytes().unwrap();
    let content = serde_json::from_slice(content);
    let fits = media_type.eq_ignore_ascii_case("application/json")
        && key.is_none_or(|key| CONTRACT.idempotency_key.is_valid(&key.into()))
        && content.is_ok_and(|content| body.is_valid(&content));
    match status {
        200 | 402 | 502 => assert!(fits, "{request:?} was taken"),
        400 | 422 => assert!(!fits, "{request:?} was refused"),
        // It was not looked at as a whole.
        _ => {}
    }
}

static CONTRACT: LazyLock<Contract> = LazyLock::new(|| {
    let document = Document::new(OpenApi::V3_1);
    let operations = document.operations().map(|(path, method, operation)| {
        let key = (path.to_owned(), method.to_ascii_uppercase());
        (key, Operation::new(&document, operation))
    });
    let idempotency_key = &document.root["components"]["parameters"]["IdempotencyKey"];
    Contract {
        operations: operations.collect(),
        idempotency_key: document.validator(&idempotency_key["schema"]),
    }
});

struct Contract {
    /// By path and method.
    operations: BTreeMap<(String, String), Operation>,
    idempotency_key: Validator,
}

struct Operation {
    request_body: Option<Validator>,
    responses: BTreeMap<u16, Response>,
}

struct Response {
    headers: BTreeMap<String, Header>,
    /// By media type.
    bodies: BTreeMap<String, Validator>,
}

struct Header {
    required: bool,
    schema: Validator,
}

impl Contract {
    const LOOK_UP: &str = "/v1/verify/{id}";

    fn operation(&self, method: &str, path: &str) -> Option<&Operation> {
        let described = |path: &str| self.operations.keys().any(|(known, _)| known == path);
        let id = path.strip_prefix("/v1/verify/");
        // A path without parameters comes before one with them.
        let path = match id {
            Some(id) if !described(path) && !id.is_empty() && !id.contains('/') => Self::LOOK_UP,
            _ => path,
        };
        self.operations.get(&(path.to_owned(), method.to_owned()))
    }

    fn not_found(&self) -> Option<&Response> {
        self.operation("GET", Self::LOOK_UP)?.responses.get(&404)
    }
}

impl Operation {
    fn new(document: &Document, operation: &Value) -> Self {
        let body = operation.pointer("/requestBody/content/application~1json/schema");
        let responses = operation["responses"].as_object().unwrap();
        let responses = responses.iter().map(|(status, response)| {
            let response = Response::new(document, document.resolve(response));
            (status.parse().unwrap(), response)
        });
        Operation {
            request_body: body.map(|schema| document.validator(schema)),
            responses: responses.collect(),
        }
    }
}

impl Response {
    fn new(document: &Document, response: &Value) -> Self {
        let headers = response["headers"].as_object().unwrap();
        let headers = headers.iter().map(|(name, header)| {
            let header = document.resolve(header);
            let described = Header {
                required: header.get("required") == Some(&Value::Bool(true)),
                schema: document.validator(&header["schema"]),
            };
            (name.to_ascii_lowercase(), described)
        });
        let bodies = response["content"].as_object().unwrap();
        let bodies = bodies
            .iter()
            .map(|(media_type, body)| (media_type.clone(), document.validator(&body["schema"])));
        Response {
            headers: headers.collect(),
            bodies: bodies.collect(),
        }
    }
}

impl Header {
    /// A header is text, or the number that the text is.
    fn allows(&self, value: &str) -> bool {
        let number = value.parse::<u64>();
        self.schema.is_valid(&value.into())
            || number.is_ok_and(|number| self.schema.is_valid(&number.into()))
    }
}
