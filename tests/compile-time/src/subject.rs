//! The enum that is compiled, as each crate has it: half of the errors without fields, a quarter with
//! one `String` in the message, a quarter with a detail.

use std::fmt::Write;

/// A way to write an enum of API errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The bare enum with `Debug`: what is there before any of the others is chosen.
    Bare,
    /// thiserror and a hand-written `match` that gives the status: the floor.
    Floor,
    /// errorbook with `openapi`, where each detail's schema is `{}`.
    OpenApi,
    /// errorbook with `schemars`, where each detail has its real schema.
    Schemars,
    /// `api-error` beside thiserror, which it needs.
    ApiError,
    /// snafu and a hand-written `match` that gives the status.
    Snafu,
    /// utoipa's `IntoResponses` on top of the floor.
    Utoipa,
}

impl Subject {
    /// Those that are compared in time, the floor first.
    pub(crate) const TIMED: [Subject; 6] = [
        Subject::Floor,
        Subject::OpenApi,
        Subject::Schemars,
        Subject::ApiError,
        Subject::Snafu,
        Subject::Utoipa,
    ];

    /// Those whose expansion and machine code are counted.
    pub(crate) const COUNTED: [Subject; 4] = [
        Subject::Bare,
        Subject::Floor,
        Subject::OpenApi,
        Subject::Schemars,
    ];

    /// The name of its crate, without the number of errors.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Subject::Bare => "bare",
            Subject::Floor => "thiserror",
            Subject::OpenApi => "errorbook-openapi",
            Subject::Schemars => "errorbook-schemars",
            Subject::ApiError => "api-error",
            Subject::Snafu => "snafu",
            Subject::Utoipa => "utoipa",
        }
    }

    /// Its dependencies, with the versions that the tables were made with.
    pub(crate) fn dependencies(self, errorbook: &str) -> String {
        let thiserror = "thiserror = \"=2.0.21\"\n";
        match self {
            Subject::Bare => String::new(),
            Subject::Floor => thiserror.to_owned(),
            Subject::OpenApi => {
                format!("errorbook = {{ path = {errorbook:?}, features = [\"openapi\"] }}\n")
            }
            Subject::Schemars => {
                format!("errorbook = {{ path = {errorbook:?}, features = [\"schemars\"] }}\n")
            }
            Subject::ApiError => format!("{thiserror}api-error = \"=0.1.9\"\nhttp = \"1\"\n"),
            Subject::Snafu => "snafu = \"=0.9.2\"\n".to_owned(),
            Subject::Utoipa => format!("{thiserror}utoipa = \"=6.0.0\"\n"),
        }
    }

    /// The source of a crate with that many errors. The texts of two editions differ in one message.
    pub(crate) fn source(self, errors: usize, edition: usize) -> String {
        let derives = match self {
            Subject::Bare => "Debug",
            Subject::Floor => "Debug, thiserror::Error",
            Subject::OpenApi | Subject::Schemars => "Debug, errorbook::ApiError",
            Subject::ApiError => "Debug, thiserror::Error, ApiError",
            Subject::Snafu => "Debug, snafu::Snafu",
            Subject::Utoipa => "Debug, thiserror::Error, utoipa::IntoResponses",
        };
        let import = match self {
            Subject::ApiError => "use api_error::ApiError;\n\n",
            _ => "",
        };
        let mut source = format!("{import}#[derive({derives})]\npub enum ClaimError {{\n");
        for index in 0..errors {
            let error = Error::new(index, if index == errors / 2 { edition } else { 0 });
            source.push_str(&self.variant(&error));
        }
        source.push_str("}\n");
        if matches!(self, Subject::Floor | Subject::Snafu | Subject::Utoipa) {
            source.push_str(&status_match(errors));
        }
        source
    }

    fn variant(self, error: &Error) -> String {
        let Error {
            name,
            status,
            message,
            ..
        } = error;
        let attributes = match self {
            Subject::Bare => String::new(),
            Subject::Floor => format!("    #[error({message:?})]\n"),
            Subject::OpenApi | Subject::Schemars => {
                format!("    #[api_error(status = {status}, message = {message:?})]\n")
            }
            Subject::ApiError => format!(
                "    #[error({message:?})]\n    #[api_error(status_code = {status}, message(inherit))]\n"
            ),
            Subject::Snafu => format!("    #[snafu(display({message:?}))]\n"),
            Subject::Utoipa => format!(
                "    #[error({message:?})]\n    #[response(status = {status}, description = {message:?})]\n"
            ),
        };
        let detail = match self {
            Subject::OpenApi | Subject::Schemars => "#[api_error(detail)] ",
            _ => "",
        };
        let fields = match error.kind {
            Kind::Plain => String::new(),
            Kind::Text => " { name: String }".to_owned(),
            Kind::Detail(ty) => format!(" {{ {detail}limit: {ty} }}"),
        };
        format!("{attributes}    {name}{fields},\n")
    }
}

/// One error of the enum.
struct Error {
    name: String,
    status: u16,
    message: String,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Plain,
    Text,
    Detail(&'static str),
}

impl Error {
    fn new(index: usize, edition: usize) -> Self {
        let kind = match index % 4 {
            0 | 1 => Kind::Plain,
            2 => Kind::Text,
            _ => Kind::Detail(["u64", "String", "Vec<String>", "Option<u32>"][index / 4 % 4]),
        };
        let edition = if edition == 0 {
            String::new()
        } else {
            format!(", edition {edition}")
        };
        let message = match kind {
            Kind::Plain => format!("Claim rule {index} is broken{edition}"),
            Kind::Text => format!("Claim rule {index} does not hold for {{name}}{edition}"),
            Kind::Detail(_) => format!("Claim rule {index} has a limit{edition}"),
        };
        Error {
            name: format!("BrokenRule{index}"),
            status: [400, 404, 409, 422, 500][index % 5],
            message,
            kind,
        }
    }
}

/// What people write by hand beside a derive that knows of no status.
fn status_match(errors: usize) -> String {
    let mut source = String::from(
        "\nimpl ClaimError {\n    pub fn status(&self) -> u16 {\n        match self {\n",
    );
    for index in 0..errors {
        let Error { name, status, .. } = Error::new(index, 0);
        let _ = writeln!(
            source,
            "            ClaimError::{name} {{ .. }} => {status},"
        );
    }
    source.push_str("        }\n    }\n}\n");
    source
}
