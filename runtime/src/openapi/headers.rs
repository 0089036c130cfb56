//! The headers of a response: one object for each name, as OpenAPI has them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::dialect::{OpenApi, any_of};
use super::presence::{Presence, always_waits};
use super::scope::Scope;
use crate::facts::template::{BoundHeader, Piece, Slot};
use crate::facts::{ErrorSpec, Part, WrittenHeaders};
use crate::write::{HeaderSet, RateLimit, TextKind, is_sendable};

/// The headers of the errors on a status; one that all of them always have is required.
pub(super) fn headers(
    scope: &Scope,
    rows: &[&'static ErrorSpec],
    version: OpenApi,
) -> Map<String, Value> {
    let mut by_name: BTreeMap<String, Vec<Header>> = BTreeMap::new();
    for row in rows {
        for (name, header) in headers_of(scope, row, version) {
            by_name.entry(name).or_default().push(header);
        }
    }
    by_name
        .into_iter()
        .map(|(name, found)| {
            let mut header = Map::new();
            if let Some(text) = description(&found) {
                header.insert("description".to_owned(), text.into());
            }
            if found.len() == rows.len() && found.iter().all(|header| header.always) {
                header.insert("required".to_owned(), true.into());
            }
            let schemas = found.into_iter().flat_map(Header::into_schemas);
            header.insert("schema".to_owned(), any_of(schemas));
            (name, header.into())
        })
        .collect()
}

/// What is said of a header that several errors have: what all of them say, else whether one repeats it.
fn description(found: &[Header]) -> Option<Cow<'static, str>> {
    let first = &found.first()?.description;
    if found.iter().all(|header| header.description == *first) {
        return first.clone();
    }
    if found.iter().any(|header| header.repeats) {
        return Some(LINES.into());
    }
    found.iter().find_map(|header| header.description.clone())
}

/// A header of one error.
struct Header {
    description: Option<Cow<'static, str>>,
    /// The schemas of its line: it fits one of them.
    schemas: Vec<Value>,
    /// Whether every occurrence has it.
    always: bool,
    /// Whether it can have several lines.
    repeats: bool,
}

const RETRY_AFTER: &str = "The seconds to wait before the next attempt.";

const LINES: &str = "Can be sent as several lines.";

fn text() -> Value {
    json!({"type": "string"})
}

fn unsigned() -> Value {
    json!({"type": "integer", "minimum": 0})
}

impl Header {
    /// A header of one line with any text.
    fn text(always: bool) -> Self {
        Header {
            description: None,
            schemas: vec![text()],
            always,
            repeats: false,
        }
    }

    /// The header if another is written at the same level.
    fn beside(mut self, other: Header) -> Self {
        self.schemas.extend(other.schemas);
        self.always |= other.always;
        self.repeats = true;
        self.description = Some(LINES.into());
        self
    }

    /// The header if it overrides `below`, which is sent where this one is absent.
    fn over(mut self, below: Header) -> Self {
        if !self.always {
            self.schemas.splice(0..0, below.schemas);
            self.always = below.always;
            if below.repeats {
                self.repeats = true;
                self.description = Some(LINES.into());
            }
        }
        self
    }

    /// Clients read several lines as they are, or as one text in which commas separate them.
    fn into_schemas(self) -> Vec<Value> {
        if self.repeats {
            vec![text()]
        } else {
            self.schemas
        }
    }
}

/// The headers of one error by name, the particular in place of the general as in a response.
fn headers_of(
    scope: &Scope,
    row: &'static ErrorSpec,
    version: OpenApi,
) -> BTreeMap<String, Header> {
    let mut headers = BTreeMap::new();
    for header in scope.shape.headers() {
        let always = match presence(header, row) {
            Presence::Never => continue,
            presence => presence == Presence::Always,
        };
        add(&mut headers, header.name, Header::text(always));
    }
    for (name, header) in constant(row, version) {
        headers.insert(name, header);
    }
    for (name, header) in written(row) {
        let header = match headers.remove(&name) {
            Some(below) => header.over(below),
            None => header,
        };
        headers.insert(name, header);
    }
    // Whether an occurrence has a wait is not for its example to say.
    let has_wait = row.own_wait().is_some();
    let always = always_waits(row);
    if has_wait || always {
        let header = Header {
            description: Some(RETRY_AFTER.into()),
            schemas: vec![unsigned()],
            always,
            repeats: false,
        };
        headers.insert("retry-after".to_owned(), header);
    }
    if row.is_of_framework() {
        of_framework(row, &mut headers);
    }
    headers
}

/// The framework's response has the headers that its status requires, and its values override all others.
fn of_framework(row: &ErrorSpec, headers: &mut BTreeMap<String, Header>) {
    for header in headers.values_mut() {
        *header = Header::text(header.always);
    }
    let name = match row.status().as_u16() {
        401 => "www-authenticate",
        405 => "allow",
        407 => "proxy-authenticate",
        426 => "upgrade",
        _ => return,
    };
    headers
        .entry(name.to_owned())
        .or_insert_with(|| Header::text(false));
}

/// Adds a header to those of its level.
fn add(headers: &mut BTreeMap<String, Header>, name: &str, header: Header) {
    let header = match headers.remove(name) {
        Some(other) => other.beside(header),
        None => header,
    };
    headers.insert(name.to_owned(), header);
}

/// The constant headers.
fn constant(row: &ErrorSpec, version: OpenApi) -> BTreeMap<String, Header> {
    let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in row.headers() {
        lines.entry(name).or_default().push(value);
    }
    let header = |values: &[&str]| Header {
        description: match values {
            [_] => None,
            lines => {
                Some(format!("Sent as {} lines: `{}`.", lines.len(), lines.join("`, `")).into())
            }
        },
        schemas: values
            .iter()
            .map(|value| version.constant(&(*value).into()))
            .collect(),
        always: true,
        repeats: values.len() > 1,
    };
    lines
        .into_iter()
        .map(|(name, values)| (name.to_owned(), header(&values)))
        .collect()
}

/// The headers that fields write.
fn written(row: &ErrorSpec) -> BTreeMap<String, Header> {
    let mut headers = BTreeMap::new();
    for written in row.written_headers() {
        let mut names: Vec<_> = written
            .names
            .iter()
            .map(|name| name.to_ascii_lowercase())
            .collect();
        names.sort();
        names.dedup();
        for name in names {
            // No field writes it: it follows from the wait.
            if name != "retry-after" {
                add(&mut headers, &name, of_field(written, &name));
            }
        }
    }
    headers
}

/// One of the headers that a field writes.
fn of_field(written: &WrittenHeaders, name: &str) -> Header {
    let is_rate_limit = written.names == RateLimit::NAMES;
    let value = (written.value)();
    let schema = match value.kind {
        _ if is_rate_limit => unsigned(),
        TextKind::Text => text(),
        TextKind::Integer => json!({"type": "integer"}),
        TextKind::Unsigned => unsigned(),
    };
    Header {
        description: describe_rate_limit(name)
            .filter(|_| is_rate_limit)
            .map(Cow::Borrowed),
        schemas: vec![schema],
        always: value.always || written.always_has(name),
        repeats: false,
    }
}

/// What the headers of a [`RateLimit`] say.
fn describe_rate_limit(name: &str) -> Option<&'static str> {
    match name {
        "x-ratelimit-limit" => Some("How many requests a window allows."),
        "x-ratelimit-remaining" => Some("How many requests are left in this window."),
        "x-ratelimit-reset" => Some("When the window ends, in seconds since the Unix epoch."),
        _ => None,
    }
}

/// Whether a line that the envelope sets is sent: all of its parts have to be there, in letters that a
/// header can have.
fn presence(header: &BoundHeader, row: &ErrorSpec) -> Presence {
    let parts = header.value.iter().map(|piece| match piece {
        Piece::Literal(text) => of_text(text),
        Piece::Slot(slot) => of_slot(*slot, row),
    });
    parts.min().unwrap_or(Presence::Always)
}

fn of_slot(slot: Slot, row: &ErrorSpec) -> Presence {
    let of_maybe = |text: Option<&str>| text.map_or(Presence::Never, of_text);
    match slot {
        Slot::Status | Slot::Retryable | Slot::Timestamp => Presence::Always,
        Slot::Code => of_text(&row.code().to_string()),
        Slot::Title => of_text(row.title()),
        Slot::Summary => of_maybe(row.summary()),
        Slot::Category => of_maybe(row.category()),
        Slot::Type => of_maybe(row.docs().as_deref()),
        Slot::Message => match row.fixed_message() {
            Some(message) => of_text(message),
            // What fills a placeholder can hold what a header cannot.
            None => row
                .message_parts()
                .map(of_part)
                .min()
                .unwrap_or(Presence::Always),
        },
        Slot::Docs if row.own_docs().is_some() => Presence::Sometimes,
        // The request's endpoint may have a page.
        Slot::Docs => row
            .docs()
            .map_or(Presence::Sometimes, |link| of_text(&link)),
        Slot::RetryAfter if always_waits(row) => Presence::Always,
        Slot::RetryAfter if row.own_wait().is_none() => Presence::Never,
        Slot::RetryAfter | Slot::RequestId | Slot::Instance | Slot::Context(_) => {
            Presence::Sometimes
        }
        // `envelope!` takes details nowhere but as a value.
        Slot::Details => Presence::Never,
    }
}

fn of_part(part: Part) -> Presence {
    match part {
        Part::Text(text) => of_text(text),
        Part::Hole(..) => Presence::Sometimes,
    }
}

fn of_text(text: &str) -> Presence {
    if is_sendable(text.as_bytes()) {
        Presence::Always
    } else {
        Presence::Never
    }
}
