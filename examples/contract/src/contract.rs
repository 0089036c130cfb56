//! What the OpenAPI document of a service says of every exchange that the tests see.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use errorbook::openapi::OpenApi;
use example_service::Service;
use jsonschema::Validator;
use reqwest::{Request, Url};
use serde_json::Value;

use crate::Answer;
use crate::document::Document;

/// A service's OpenAPI document of version 3.1, ready to hold exchanges to.
pub struct Contract {
    operations: Vec<Operation>,
}

struct Operation {
    method: String,
    /// The segments of the path, of which some are parameters.
    path: Vec<String>,
    parameters: Vec<Parameter>,
    body: Option<Validator>,
    responses: BTreeMap<u16, Response>,
}

struct Parameter {
    /// `path`, `query` or `header`.
    place: String,
    name: String,
    described: Text,
}

struct Response {
    headers: BTreeMap<String, Text>,
    /// By media type.
    bodies: BTreeMap<String, Validator>,
}

/// A parameter or a header: text, or the number or the truth value that the text is.
struct Text {
    required: bool,
    schema: Validator,
}

impl Contract {
    /// The contract of a service.
    #[must_use]
    pub fn of<S: Service>() -> &'static Self {
        static CONTRACTS: Mutex<Option<HashMap<&str, &Contract>>> = Mutex::new(None);

        let mut contracts = CONTRACTS.lock().unwrap_or_else(PoisonError::into_inner);
        contracts
            .get_or_insert_default()
            .entry(S::NAME)
            .or_insert_with(|| Box::leak(Box::new(Contract::new::<S>())))
    }

    fn new<S: Service>() -> Self {
        let document = Document::new::<S>(OpenApi::V3_1);
        let operations = document
            .operations()
            .map(|(path, method, operation)| Operation::new(&document, path, method, operation));
        Contract {
            operations: operations.collect(),
        }
    }

    /// Holds an answer to the document: its status, its headers, its body.
    ///
    /// # Panics
    /// If it is not there.
    pub fn check_answer(&self, method: &str, path: &str, answer: &Answer) {
        let exchange = format!("{method} {path}: {}", answer.status);
        match self.operation(method, path) {
            Some(operation) => {
                let described = operation.responses.get(&answer.status);
                let described =
                    described.unwrap_or_else(|| panic!("{exchange} is not in the document"));
                if let Err(reason) = described.allows(answer) {
                    panic!("{exchange}: {reason}\n{}", answer.body);
                }
            }
            None if path == "/openapi.json" => {}
            // What belongs to no operation is answered as some operation answers; none does so with 405.
            None => assert!(
                self.operations
                    .iter()
                    .flat_map(|operation| &operation.responses)
                    .filter(|(status, _)| **status == answer.status || answer.status == 405)
                    .any(|(_, described)| described.allows(answer).is_ok()),
                "{exchange} is in the document for no operation\n{}",
                answer.body
            ),
        }
    }

    /// Holds a request to the document that the service found right or wrong, as far as it has said so.
    ///
    /// # Panics
    /// If the document does not allow it although it was found right, or allows it although it was found
    /// wrong.
    pub fn check_request(&self, request: &Request, found_right: Option<bool>) {
        if let Some(found_right) = found_right {
            let fits = self.fits(request);
            let found = if found_right { "taken" } else { "refused" };
            assert_ne!(fits, Some(!found_right), "{request:?} was {found}");
        }
    }

    /// Whether the document allows a request; `None` where it has no such operation.
    ///
    /// # Panics
    /// If the request has a body that is not in memory.
    #[must_use]
    pub fn fits(&self, request: &Request) -> Option<bool> {
        let operation = self.operation(request.method().as_str(), request.url().path())?;
        let header = |name: &str| {
            let value = request.headers().get(name)?;
            Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let parameters_fit = operation.parameters.iter().all(|parameter| {
            let Parameter {
                place,
                name,
                described,
            } = parameter;
            let value = match place.as_str() {
                "header" => header(name),
                "query" => query(request.url(), name),
                _ => operation.path_parameter(request.url().path(), name),
            };
            match value {
                Some(value) => described.allows(&value),
                None => !described.required,
            }
        });
        let body_fits = operation.body.as_ref().is_none_or(|schema| {
            let media_type = header("content-type").unwrap_or_default();
            let essence = media_type.split(';').next().unwrap_or_default();
            let body = request.body().map(|body| body.as_bytes().expect("bytes"));
            let body = serde_json::from_slice::<Value>(body.unwrap_or_default());
            essence.eq_ignore_ascii_case("application/json")
                && body.is_ok_and(|body| schema.is_valid(&body))
        });
        Some(parameters_fit && body_fits)
    }

    /// The operation of a request. A path without parameters comes before one with them.
    fn operation(&self, method: &str, path: &str) -> Option<&Operation> {
        let takes = |operation: &&Operation| operation.values(path).is_some();
        let fewest = self
            .operations
            .iter()
            .filter(takes)
            .map(Operation::parameters_in_path)
            .min()?;
        self.operations.iter().filter(takes).find(|operation| {
            operation.parameters_in_path() == fewest && operation.method == method
        })
    }
}

impl Operation {
    fn new(document: &Document, path: &str, method: &str, operation: &Value) -> Self {
        let item = &document.root["paths"][path];
        let parameters = [&item["parameters"], &operation["parameters"]]
            .into_iter()
            .filter_map(Value::as_array)
            .flatten()
            .map(|parameter| {
                let parameter = document.resolve(parameter);
                Parameter {
                    place: parameter["in"].as_str().expect("a place").to_owned(),
                    name: parameter["name"].as_str().expect("a name").to_owned(),
                    described: Text::new(document, parameter),
                }
            });
        let body = operation.pointer("/requestBody/content/application~1json/schema");
        let responses = operation["responses"].as_object().expect("responses");
        let responses = responses.iter().map(|(status, response)| {
            let response = Response::new(document, document.resolve(response));
            (status.parse().expect("a status"), response)
        });
        Operation {
            method: method.to_ascii_uppercase(),
            path: path.split('/').map(str::to_owned).collect(),
            parameters: parameters.collect(),
            body: body.map(|schema| document.validator(schema)),
            responses: responses.collect(),
        }
    }

    fn parameters_in_path(&self) -> usize {
        self.path
            .iter()
            .filter(|segment| is_parameter(segment))
            .count()
    }

    /// The names and the values of the parameters in a path of this operation; `None` if it is another
    /// one's.
    fn values<'a>(&'a self, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
        let segments: Vec<&str> = path.split('/').collect();
        if segments.len() != self.path.len() {
            return None;
        }
        let mut values = Vec::new();
        for (known, given) in self.path.iter().zip(segments) {
            if is_parameter(known) {
                if given.is_empty() {
                    return None;
                }
                values.push((&known[1..known.len() - 1], given));
            } else if known != given {
                return None;
            }
        }
        Some(values)
    }

    fn path_parameter(&self, path: &str, name: &str) -> Option<String> {
        let values = self.values(path)?;
        let (_, value) = values.into_iter().find(|(known, _)| *known == name)?;
        Some(value.to_owned())
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

fn query(url: &Url, name: &str) -> Option<String> {
    let mut pairs = url.query_pairs();
    let (_, value) = pairs.find(|(known, _)| known == name)?;
    Some(value.into_owned())
}

impl Response {
    fn new(document: &Document, response: &Value) -> Self {
        let headers = response.get("headers").and_then(Value::as_object);
        let headers = headers.into_iter().flatten().map(|(name, header)| {
            let header = Text::new(document, document.resolve(header));
            (name.to_ascii_lowercase(), header)
        });
        let bodies = response.get("content").and_then(Value::as_object);
        let bodies = bodies
            .into_iter()
            .flatten()
            .map(|(media_type, body)| (media_type.clone(), document.validator(&body["schema"])));
        Response {
            headers: headers.collect(),
            bodies: bodies.collect(),
        }
    }

    fn allows(&self, answer: &Answer) -> Result<(), String> {
        for (name, header) in &self.headers {
            match answer.headers.get(name) {
                Some(value) if !header.allows(value) => {
                    return Err(format!("{name} is {value:?}"));
                }
                None if header.required => return Err(format!("there is no {name}")),
                _ => {}
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
            if !self.headers.contains_key(name) && !general.contains(&name.as_str()) {
                return Err(format!("{name} is not in the document"));
            }
        }
        if self.bodies.is_empty() {
            return match answer.body.as_str() {
                "" => Ok(()),
                _ => Err("no body is in the document".to_owned()),
            };
        }
        let media_type = answer.headers.get("content-type");
        let media_type = media_type.ok_or("there is no content-type")?;
        let schema = self.bodies.get(media_type);
        let schema = schema.ok_or_else(|| format!("the body is {media_type}"))?;
        schema
            .validate(&answer.json())
            .map_err(|error| error.to_string())
    }
}

impl Text {
    /// Of a parameter or a header.
    fn new(document: &Document, described: &Value) -> Self {
        Text {
            required: described.get("required") == Some(&Value::Bool(true)),
            schema: document.validator(&described["schema"]),
        }
    }

    fn allows(&self, value: &str) -> bool {
        let is_valid = |value: &Value| self.schema.is_valid(value);
        is_valid(&value.into()) || {
            let scalar = serde_json::from_str::<Value>(value);
            scalar.is_ok_and(|scalar| {
                (scalar.is_number() || scalar.is_boolean()) && is_valid(&scalar)
            })
        }
    }
}
