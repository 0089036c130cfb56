//! What a request asks for, taken from its body member by member so that each fault has its name.

use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use errorbook::{FieldError, FieldErrors, FieldPath};
use regex::Regex;
use schemars::JsonSchema;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::body;
use crate::errors::{BodyError, ClaimError, MediaError, ValidationError};
use crate::sources::Source;

/// How many characters a claim may have.
pub const MAX_CLAIM_CHARACTERS: usize = 2000;
/// How many characters a URL may have.
pub const MAX_URL_CHARACTERS: usize = 2048;

/// A text with more than white space in it, as a regular expression: classes such as `\s` mean
/// something else in each dialect.
pub const NOT_BLANK: &str = concat!(
    r"[^\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A",
    r"\u2028\u2029\u202F\u205F\u3000]",
);
/// A web address, as a regular expression.
pub const WEB_ADDRESS: &str = "^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!-~]*)?$";
/// Base64 with its padding, as a regular expression; the bits behind the last byte are zero.
pub const BASE64: &str = concat!(
    "^([A-Za-z0-9+/]{4})*",
    "([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$",
);

/// A claim to verify.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "ClaimRequest")]
pub struct Claim {
    /// The sentence.
    #[schemars(
        rename = "claim",
        length(min = 1, max = MAX_CLAIM_CHARACTERS),
        regex(pattern = NOT_BLANK)
    )]
    pub text: String,
    /// The sources that are wanted by name; without any, all are asked.
    #[schemars(length(min = 1, max = Source::ALL.len()))]
    pub sources: Option<Vec<Source>>,
}

/// An image, a video or a document to verify.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "MediaRequest")]
pub struct Media {
    /// Where it was found.
    #[schemars(length(max = MAX_URL_CHARACTERS), regex(pattern = WEB_ADDRESS))]
    pub url: String,
    /// The SHA-256 of the medium itself, if the request came with it.
    #[schemars(
        rename = "content",
        description = "The medium itself, in base64.",
        with = "Option<String>",
        regex(pattern = BASE64),
        extend("format" = "byte")
    )]
    pub digest: Option<[u8; 32]>,
    /// The sources that are wanted by name; without any, all are asked.
    #[schemars(length(min = 1, max = Source::ALL.len()))]
    pub sources: Option<Vec<Source>>,
}

impl Media {
    /// What the sources know the medium by.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        match &self.digest {
            Some(digest) => format!("{} sha256:{}", self.url, BASE64_STANDARD.encode(digest)),
            None => self.url.clone(),
        }
    }
}

/// Reads `{"claim": .., "sources"?: [..]}`.
///
/// # Errors
/// 400 if that is not its form, 422 if a value breaks a constraint.
pub fn claim(body: &[u8]) -> Result<Claim, ClaimError> {
    let members = body::parse(body)?;
    let text = required_text(&members, "claim")?;
    let names = source_names(&members)?;

    let mut faults = FieldErrors::new();
    let sources = known_sources(names, &mut faults);
    let length = text.chars().count();
    if length > MAX_CLAIM_CHARACTERS {
        if faults.is_empty() {
            return Err(ClaimError::Length {
                field: "claim",
                constraint: "length",
                max: MAX_CLAIM_CHARACTERS,
            });
        }
        faults.push(too_long("claim", "Claim", MAX_CLAIM_CHARACTERS, length));
    }
    without(faults)?;
    Ok(Claim {
        text: text.to_owned(),
        sources,
    })
}

/// Reads `{"url": .., "content"?: .., "sources"?: [..]}`, the content in base64.
///
/// # Errors
/// 400 if that is not its form, 422 if a value breaks a constraint.
pub fn media(body: &[u8]) -> Result<Media, MediaError> {
    let members = body::parse(body)?;
    let url = required_text(&members, "url")?;
    let content = optional(&members, "content", "a base64 string", Value::as_str)?;
    let names = source_names(&members)?;

    let mut faults = FieldErrors::new();
    let sources = known_sources(names, &mut faults);
    let length = url.chars().count();
    if length > MAX_URL_CHARACTERS {
        faults.push(too_long("url", "URL", MAX_URL_CHARACTERS, length));
    } else if !is_web_address(url) {
        faults.push(FieldError::new("url", "Invalid URL format"));
    }
    let content = content.map(|content| BASE64_STANDARD.decode(content));
    if let Some(Err(_)) = content {
        faults.push(FieldError::new("content", "Invalid base64"));
    }
    without(faults)?;
    let digest = content
        .and_then(Result::ok)
        .map(|content| Sha256::digest(content).into());
    Ok(Media {
        url: url.to_owned(),
        digest,
        sources,
    })
}

fn without(fields: FieldErrors) -> Result<(), ValidationError> {
    if fields.is_empty() {
        Ok(())
    } else {
        Err(ValidationError { fields })
    }
}

/// A string with more than white space in it.
fn required_text<'a>(
    members: &'a Map<String, Value>,
    field: &'static str,
) -> Result<&'a str, BodyError> {
    members
        .get(field)
        .and_then(Value::as_str)
        .filter(|text| !text.trim().is_empty())
        .ok_or(BodyError::MissingField { field })
}

/// A member that may be missing or `null`, but is otherwise of the type that `read` takes.
fn optional<'a, T>(
    members: &'a Map<String, Value>,
    field: &'static str,
    expected: &'static str,
    read: impl FnOnce(&'a Value) -> Option<T>,
) -> Result<Option<T>, BodyError> {
    match members.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match read(value) {
            Some(value) => Ok(Some(value)),
            None => Err(BodyError::WrongType { field, expected }),
        },
    }
}

fn source_names(members: &Map<String, Value>) -> Result<Option<Vec<&str>>, BodyError> {
    optional(members, "sources", "an array of strings", |value| {
        value.as_array()?.iter().map(Value::as_str).collect()
    })
}

/// Each source once, in the order in which they are named.
fn known_sources(names: Option<Vec<&str>>, faults: &mut FieldErrors) -> Option<Vec<Source>> {
    let names = names?;
    let count = names.len();
    if count == 0 || count > Source::ALL.len() {
        // The faults of each name would make the response longer than the request.
        let max = Source::ALL.len();
        let message = format!("Sources must have between 1 and {max} entries (current: {count})");
        faults.push(FieldError::new("sources", message));
        return None;
    }
    let mut sources = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        match name.parse() {
            Ok(source) if sources.contains(&source) => {}
            Ok(source) => sources.push(source),
            Err(()) => {
                let path = FieldPath::new("sources").index(index);
                let (name, valid) = (shortened(name), Source::names());
                let message = format!("Unsupported source '{name}'. Valid values: {valid}");
                faults.push(FieldError::new(path, message));
            }
        }
    }
    Some(sources)
}

fn too_long(field: &'static str, name: &str, max: usize, length: usize) -> FieldError {
    let message = format!("{name} must not exceed {max} characters (current: {length})");
    FieldError::new(field, message)
}

/// What a message repeats of a value, which may be very long.
fn shortened(value: &str) -> String {
    match value.char_indices().nth(50) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

fn is_web_address(url: &str) -> bool {
    static FORM: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(WEB_ADDRESS).expect("it is a regular expression"));

    FORM.is_match(url)
}
