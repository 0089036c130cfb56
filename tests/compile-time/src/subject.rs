//! The ways to write the same errors, and the source that each has.

use std::fmt::Write;

use crate::shape::{Field, Kind, Shape};

/// A way to write API errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The enums with `Debug`: what is there before any of the others is chosen. Counted only.
    Bare,
    /// thiserror, a hand-written `match` that gives status and code, and a hand-written `IntoResponse` with a
    /// `Json` body: the floor.
    Floor,
    /// errorbook with `axum` and `schemars`.
    Errorbook,
    /// `api-error` beside thiserror, which it needs.
    ApiError,
    /// snafu, with the floor's `match` and `IntoResponse`.
    Snafu,
    /// utoipa's `IntoResponses` on top of the floor.
    Utoipa,
}

impl Subject {
    /// Those that are compared in time, the floor first.
    pub(crate) const TIMED: [Subject; 5] = [
        Subject::Floor,
        Subject::Errorbook,
        Subject::ApiError,
        Subject::Snafu,
        Subject::Utoipa,
    ];

    /// Those whose expansion and machine code are counted.
    pub(crate) const COUNTED: [Subject; 3] = [Subject::Bare, Subject::Floor, Subject::Errorbook];

    /// The name of its crate, without the shape.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Subject::Bare => "bare",
            Subject::Floor => "thiserror",
            Subject::Errorbook => "errorbook",
            Subject::ApiError => "api-error",
            Subject::Snafu => "snafu",
            Subject::Utoipa => "utoipa",
        }
    }

    /// Whether it can be written in that shape: utoipa asks a schema of the error behind an error.
    pub(crate) fn has(self, shape: Shape) -> bool {
        self != Subject::Utoipa || shape.kind != Kind::Service
    }

    /// Its dependencies, with the versions that the tables were made with. All have axum and serde, as a service
    /// has.
    pub(crate) fn dependencies(self, errorbook: &str) -> String {
        let own = match self {
            Subject::Bare => String::new(),
            Subject::Floor => "thiserror = \"=2.0.21\"\n".to_owned(),
            Subject::Errorbook => format!(
                "errorbook = {{ path = {errorbook:?}, features = [\"axum\", \"schemars\"] }}\n\
                 schemars = {{ version = \"1\", default-features = false, features = [\"derive\", \"std\"] }}\n"
            ),
            Subject::ApiError => "thiserror = \"=2.0.21\"\n\
                 api-error = { version = \"=0.1.9\", features = [\"axum\"] }\n"
                .to_owned(),
            Subject::Snafu => "snafu = \"=0.9.2\"\n".to_owned(),
            Subject::Utoipa => "thiserror = \"=2.0.21\"\nutoipa = \"=6.0.0\"\n".to_owned(),
        };
        format!(
            "{own}axum = {{ version = \"0.8\", default-features = false, features = [\"json\"] }}\n\
             http = \"1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\n"
        )
    }

    /// The source of a crate of that shape. The texts of two editions differ in one message.
    pub(crate) fn source(self, shape: Shape, edition: usize) -> String {
        let mut source = self.head().to_owned();
        for number in 0..shape.enums {
            let _ = writeln!(
                source,
                "#[derive({})]\npub enum E{number} {{",
                self.derives()
            );
            for index in 0..shape.errors {
                let is_edited = number == 0 && index == shape.errors / 2;
                let edition = if is_edited { edition } else { 0 };
                source.push_str(&self.variant(&Error::new(shape, number, index, edition)));
            }
            source.push_str("}\n");
            if self.has_facts() {
                source.push_str(&facts(shape, number));
            }
        }
        if shape.kind != Kind::One && self != Subject::Bare {
            source.push_str(&self.outer(shape));
        }
        source
    }

    /// What stands once in a crate.
    fn head(self) -> &'static str {
        match self {
            Subject::Bare => BARE_HEAD,
            Subject::Errorbook => ERRORBOOK_HEAD,
            Subject::ApiError => API_ERROR_HEAD,
            Subject::Floor | Subject::Snafu | Subject::Utoipa => FLOOR_HEAD,
        }
    }

    fn derives(self) -> &'static str {
        match self {
            Subject::Bare => "Debug",
            Subject::Floor => "Debug, thiserror::Error",
            Subject::Errorbook => "Debug, errorbook::ApiError",
            Subject::ApiError => "Debug, thiserror::Error, ApiError",
            Subject::Snafu => "Debug, snafu::Snafu",
            Subject::Utoipa => "Debug, thiserror::Error, utoipa::IntoResponses",
        }
    }

    /// Whether status, code and response are written by hand.
    fn has_facts(self) -> bool {
        matches!(self, Subject::Floor | Subject::Snafu | Subject::Utoipa)
    }

    fn variant(self, error: &Error) -> String {
        let Error {
            name,
            code,
            status,
            message,
            field,
        } = error;
        let attributes = match self {
            Subject::Bare => String::new(),
            Subject::Floor => format!("    #[error({message:?})]\n"),
            Subject::Errorbook => format!(
                "    #[api_error(status = {status}, code = {code:?}, message = {message:?})]\n"
            ),
            Subject::ApiError => format!(
                "    #[error({message:?})]\n    #[api_error(status_code = {status}, message(inherit))]\n"
            ),
            Subject::Snafu => format!("    #[snafu(display({message:?}))]\n"),
            Subject::Utoipa => format!(
                "    #[error({message:?})]\n    #[response(status = {status}, description = {message:?})]\n"
            ),
        };
        let key = |key: &str| match self {
            Subject::Errorbook => format!("#[api_error({key})] "),
            _ => String::new(),
        };
        let fields = match field {
            Field::None => String::new(),
            Field::Text => " { name: String }".to_owned(),
            Field::Number => format!(" {{ {}count: u64 }}", key("detail")),
            Field::Errors if matches!(self, Subject::Errorbook) => {
                format!(" {{ {}fields: FieldErrors }}", key("detail"))
            }
            Field::Errors => format!(" {{ {}fields: Vec<FieldError> }}", key("detail")),
            Field::Own => format!(" {{ {}reason: Reason }}", key("detail")),
            Field::Wait => format!(" {{ {}wait: std::time::Duration }}", key("retry_after")),
            Field::From => match self {
                Subject::Bare => "(std::io::Error)".to_owned(),
                Subject::Snafu => " { source: std::io::Error }".to_owned(),
                _ => "(#[from] std::io::Error)".to_owned(),
            },
        };
        format!("    /// The claim breaks a rule: {code}.\n{attributes}    {name}{fields},\n")
    }

    /// The enum that nests all others, and the catalog.
    fn outer(self, shape: Shape) -> String {
        let (attribute, from) = match self {
            Subject::Errorbook => ("#[api_error(transparent)] ", "#[from] "),
            Subject::ApiError => (
                "#[error(transparent)] #[api_error(transparent)] ",
                "#[from] ",
            ),
            Subject::Snafu => ("#[snafu(transparent)] ", ""),
            _ => ("#[error(transparent)] ", "#[from] "),
        };
        let derives = self.derives().replace(", utoipa::IntoResponses", "");
        let mut source = format!("#[derive({derives})]\npub enum All {{\n");
        for number in 0..shape.enums {
            let field = match self {
                Subject::Snafu => format!("{{ source: E{number} }}"),
                _ => format!("({from}E{number})"),
            };
            let _ = writeln!(source, "    {attribute}A{number}{field},");
        }
        source.push_str("}\n");
        if self.has_facts() {
            source.push_str(
                "impl All {\n    pub fn facts(&self) -> (StatusCode, &'static str) {\n        match self {\n",
            );
            for number in 0..shape.enums {
                let pattern = match self {
                    Subject::Snafu => "{ source: error }",
                    _ => "(error)",
                };
                let _ = writeln!(
                    source,
                    "            All::A{number}{pattern} => error.facts(),"
                );
            }
            source.push_str("        }\n    }\n}\nrespond!(All);\n");
        }
        if self == Subject::Errorbook {
            source.push_str(
                "pub static CATALOG: errorbook::Catalog = errorbook::Catalog::new(\"Claims\", \"1\", &[<All as errorbook::ErrorSet>::ERRORS]);\n",
            );
        }
        source
    }
}

const BARE_HEAD: &str = "\
#[derive(Debug)]
pub enum Reason { Old, New }
#[derive(Debug)]
pub struct FieldError { pub field: String, pub message: String }
";

const FLOOR_HEAD: &str = "\
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

#[derive(Debug, serde::Serialize)]
pub enum Reason { Old, New }
#[derive(Debug, serde::Serialize)]
pub struct FieldError { pub field: String, pub message: String }
#[derive(serde::Serialize)]
pub struct Body { pub code: &'static str, pub message: String }

macro_rules! respond {
    ($error:ident) => {
        impl IntoResponse for $error {
            fn into_response(self) -> Response {
                let (status, code) = self.facts();
                (status, Json(Body { code, message: self.to_string() })).into_response()
            }
        }
    };
}
";

const ERRORBOOK_HEAD: &str = "\
use errorbook::FieldErrors;

errorbook::envelope! {
    pub Claims: \"application/json\" {
        \"error\": {\"code\": code, \"message\": message, \"details\"?: details, \"request_id\"?: request_id}
    }
}

#[derive(Debug, Default, serde::Serialize, schemars::JsonSchema)]
pub enum Reason { #[default] Old, New }
";

const API_ERROR_HEAD: &str = "\
use api_error::ApiError;

#[derive(Debug, serde::Serialize)]
pub enum Reason { Old, New }
#[derive(Debug, serde::Serialize)]
pub struct FieldError { pub field: String, pub message: String }
";

/// One error.
struct Error {
    name: String,
    code: String,
    status: u16,
    message: String,
    field: Field,
}

impl Error {
    fn new(shape: Shape, number: usize, index: usize, edition: usize) -> Self {
        let field = shape.field(index);
        let edition = if edition == 0 {
            String::new()
        } else {
            format!(", edition {edition}")
        };
        let message = match field {
            Field::Text => format!("Rule {number}.{index} does not hold for {{name}}{edition}"),
            _ => format!("Rule {number}.{index} is broken{edition}"),
        };
        Error {
            name: format!("Broken{number}x{index}"),
            code: format!("RULE_{number}_{index}"),
            status: [400, 404, 409, 422, 500, 429, 502, 503][index % 8],
            message,
            field,
        }
    }
}

/// What people write by hand beside a derive that knows of no status.
fn facts(shape: Shape, number: usize) -> String {
    let mut source = format!(
        "impl E{number} {{\n    pub fn facts(&self) -> (StatusCode, &'static str) {{\n        let (status, code) = match self {{\n"
    );
    for index in 0..shape.errors {
        let Error {
            name, status, code, ..
        } = Error::new(shape, number, index, 0);
        let _ = writeln!(
            source,
            "            E{number}::{name} {{ .. }} => ({status}, {code:?}),"
        );
    }
    source.push_str(
        "        };\n        (StatusCode::from_u16(status).unwrap_or_default(), code)\n    }\n}\n",
    );
    let _ = writeln!(source, "respond!(E{number});");
    source
}
