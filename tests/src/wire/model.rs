//! What a response has to be, worked out from the facts and the template alone, the slow way.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::sync::LazyLock;

use errorbook::Code;
use jsonschema::Validator;

use super::input::Request;
use super::strict;
use super::template::{Member, Node, Piece, Template};

/// What is known of one occurrence of an error.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The status.
    pub status: u16,
    /// The code.
    pub code: Code,
    /// The title.
    pub title: &'static str,
    /// The first paragraph of the doc comment.
    pub summary: Option<&'static str>,
    /// The public text.
    pub message: String,
    /// The text for logs.
    pub display: String,
    /// The details.
    pub details: Details,
    /// The declared docs link.
    pub docs: Option<String>,
    /// The docs link of a field.
    pub own_docs: Option<String>,
    /// The category.
    pub category: Option<&'static str>,
    /// Whether it may be retried.
    pub retryable: bool,
    /// Whether the request was not carried out.
    pub not_applied: bool,
    /// The level in logs.
    pub level: &'static str,
    /// How long to wait: whole seconds, and the nanoseconds beyond them.
    pub wait: Option<(u64, u32)>,
    /// The headers that are declared or written, in the order in which they override each other.
    pub headers: Vec<Header>,
}

/// A header's name in lower case and all its lines of one level.
pub type Header = (&'static str, Vec<String>);

/// The details of an occurrence, as JSON; `None` for what does not serialize.
#[derive(Clone, Debug)]
pub enum Details {
    /// The members that are there.
    Members(Vec<(&'static str, Option<String>)>),
    /// One value.
    Whole(Option<String>),
    /// A member with this name that is a list of the fields that break a rule.
    Fields(&'static str, Vec<Fault>),
}

/// A field that breaks a rule.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The keys (`Ok`) and indices (`Err`) that lead to it.
    pub path: Vec<Result<String, usize>>,
    /// What is wrong with it.
    pub message: String,
    /// The name of the rule.
    pub code: Option<String>,
}

impl Fault {
    fn json(&self, notation: &str) -> String {
        let (path, message) = (quoted(&self.path(notation)), quoted(&self.message));
        let code = self.code.as_deref().map(quoted);
        let code = code.map_or_else(String::new, |code| format!(",\"code\":{code}"));
        format!("{{\"field\":{path},\"message\":{message}{code}}}")
    }

    /// Different for each path.
    fn path(&self, notation: &str) -> String {
        let mut text = String::new();
        for step in &self.path {
            let dot = if text.is_empty() { "" } else { "." };
            let step = match (step, notation) {
                (Ok(key), "pointer") => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
                (Err(index), "pointer") => format!("/{index}"),
                (Err(index), "dotted") => format!("{dot}{index}"),
                (Err(index), _) => format!("[{index}]"),
                (Ok(key), _) if !is_odd(key) => format!("{dot}{key}"),
                (Ok(key), "dotted") => format!("{dot}{}", visible(key)),
                (Ok(key), _) => format!("[{}]", visible(key)),
            };
            text.push_str(&step);
        }
        text
    }
}

/// Whether a key could be mistaken for something else between dots and brackets.
fn is_odd(key: &str) -> bool {
    key.chars().all(|letter| letter.is_ascii_digit())
        || key.contains(['.', '[', ']', '"', '\\'])
        || key.contains(char::is_whitespace)
        || key.contains(char::is_control)
        || key.contains(is_unseen)
}

/// A letter that is not seen.
fn is_unseen(letter: char) -> bool {
    let beyond_ascii = letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        );
    !letter.is_ascii() && beyond_ascii
}

/// A key in quotes, with escapes for letters that may not be seen.
fn visible(key: &str) -> String {
    let mut text = String::new();
    for letter in quoted(key).chars() {
        if is_unseen(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04x}").expect("a String takes any text");
            }
        } else {
            text.push(letter);
        }
    }
    text
}

/// An error in an envelope, in a request.
pub(super) struct Model<'a> {
    pub(super) expected: &'a Expected,
    pub(super) request: &'a Request,
    /// The notation of paths: `bracketed`, `dotted` or `pointer`.
    pub(super) fields: &'a str,
}

impl Details {
    /// The details as one value, if there are any.
    pub(super) fn value(&self, fields: &str) -> Option<String> {
        match self {
            Details::Whole(value) => value.clone().filter(|json| json != "null"),
            Details::Fields(..) => Details::Members(self.members(fields)).value(fields),
            Details::Members(members) => {
                let member = |(name, value): &(&str, Option<String>)| {
                    Some(format!("{}:{}", quoted(name), value.as_ref()?))
                };
                let members: Vec<_> = members.iter().filter_map(member).collect();
                (!members.is_empty()).then(|| format!("{{{}}}", members.join(",")))
            }
        }
    }

    fn members(&self, fields: &str) -> Vec<(&'static str, Option<String>)> {
        match self {
            Details::Members(members) => members.clone(),
            Details::Whole(_) => Vec::new(),
            Details::Fields(name, faults) => {
                let faults: Vec<_> = faults.iter().map(|fault| fault.json(fields)).collect();
                vec![(name, Some(format!("[{}]", faults.join(","))))]
            }
        }
    }

    /// The members that stand among others, which have these names.
    fn spread(&self, taken: &HashSet<String>, fields: &str) -> Vec<String> {
        let members = match self {
            Details::Members(_) | Details::Fields(..) => self
                .members(fields)
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            Details::Whole(_) => {
                let Some(value) = self.value(fields) else {
                    return Vec::new();
                };
                let members =
                    strict::members(&value).unwrap_or_else(|| vec![("errors".to_owned(), value)]);
                let some = |(name, value)| (name, Some(value));
                members.into_iter().map(some).collect::<Vec<_>>()
            }
        };
        let mut taken = taken.clone();
        let free = members
            .into_iter()
            .filter(|(name, _)| taken.insert(name.clone()));
        // One that does not serialize removes itself.
        free.filter_map(|(name, value)| Some(format!("{}:{}", quoted(&name), value?)))
            .collect()
    }
}

impl Model<'_> {
    pub(super) fn body(&self, template: &Template) -> String {
        self.node(&template.root).0
    }

    /// All headers of the response, by their names in lower case.
    pub(super) fn headers(
        &self,
        template: &Template,
        media_type: &str,
    ) -> BTreeMap<String, Vec<String>> {
        let mut headers = BTreeMap::from([
            ("cache-control".to_owned(), vec!["no-store".to_owned()]),
            ("content-type".to_owned(), vec![media_type.to_owned()]),
        ]);
        let mut bound: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, pieces) in &template.headers {
            let (text, is_filled) = self.pieces(pieces);
            bound
                .entry(name.clone())
                .or_default()
                .extend(is_filled.then_some(text));
        }
        let written = self.expected.headers.iter();
        let written = written.map(|(name, lines)| ((*name).to_owned(), lines.clone()));
        for (name, mut lines) in bound.into_iter().chain(written) {
            lines.retain(|line| can_be_sent(line));
            if !lines.is_empty() {
                headers.insert(name, lines);
            }
        }
        if let Some(seconds) = self.retry_after() {
            headers.insert("retry-after".to_owned(), vec![seconds.to_string()]);
        }
        headers
    }

    /// A value, and whether every slot in it that is not optional holds something.
    fn node(&self, node: &Node) -> (String, bool) {
        match node {
            Node::Literal(json) => (json.clone(), true),
            Node::Slot(slot) => match self.slot(slot) {
                Some(json) => (json, true),
                None if slot == "details" => ("{}".to_owned(), false),
                None => ("null".to_owned(), false),
            },
            Node::Text(pieces) => {
                let (text, is_filled) = self.pieces(pieces);
                (quoted(&text), is_filled)
            }
            Node::Array(elements) => {
                let items = elements
                    .iter()
                    .map(|(value, optional)| (*optional, self.node(value)));
                let (items, is_filled) = kept(items);
                (format!("[{}]", items.join(",")), is_filled)
            }
            Node::Object(members) => self.object(members),
        }
    }

    fn object(&self, members: &[Member]) -> (String, bool) {
        let fixed = members.iter().filter_map(|member| match member {
            Member::Named(name, ..) => Some(name.clone()),
            _ => None,
        });
        let mut taken: HashSet<String> = fixed.collect();
        let mut names = Vec::new();
        for member in members {
            names.push(match member {
                Member::Named(name, ..) => Some(name.clone()),
                Member::Keyed(slot, optional, _) => self
                    .text(slot)
                    .or_else(|| (!optional).then(String::new))
                    .filter(|name| taken.insert(name.clone())),
                Member::Spread => None,
            });
        }
        let mut items = Vec::new();
        for (member, name) in members.iter().zip(names) {
            match (member, name) {
                (Member::Spread, _) => {
                    let details = self
                        .expected
                        .details
                        .spread(&taken, self.fields)
                        .into_iter();
                    items.extend(details.map(|member| (false, (member, true))));
                }
                (
                    Member::Named(_, optional, value) | Member::Keyed(_, optional, value),
                    Some(name),
                ) => {
                    let (json, is_filled) = self.node(value);
                    items.push((*optional, (format!("{}:{json}", quoted(&name)), is_filled)));
                }
                (_, None) => {}
            }
        }
        let (items, is_filled) = kept(items.into_iter());
        (format!("{{{}}}", items.join(",")), is_filled)
    }

    /// The text of pieces, and whether all slots in it hold something.
    fn pieces(&self, pieces: &[Piece]) -> (String, bool) {
        let mut is_filled = true;
        let texts = pieces.iter().map(|piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Slot(slot) => {
                let text = self.text(slot);
                is_filled &= text.is_some();
                text.unwrap_or_default()
            }
        });
        (texts.collect(), is_filled)
    }

    /// The value of a slot as JSON.
    fn slot(&self, slot: &str) -> Option<String> {
        match (slot, self.expected.code) {
            ("details", _) => self.expected.details.value(self.fields),
            ("status" | "retryable" | "retry_after", _) | ("code", Code::Number(_)) => {
                self.text(slot)
            }
            _ => self.text(slot).as_deref().map(quoted),
        }
    }

    /// The text of a slot.
    fn text(&self, slot: &str) -> Option<String> {
        let Model {
            expected, request, ..
        } = self;
        match slot {
            "status" => Some(expected.status.to_string()),
            "code" => Some(expected.code.to_string()),
            "title" => Some(expected.title.to_owned()),
            "summary" => expected.summary.map(str::to_owned),
            "message" => Some(expected.message.clone()),
            "type" => expected.docs.clone(),
            "docs" => self.docs(),
            "category" => expected.category.map(str::to_owned),
            "request_id" => request.id.clone(),
            "instance" => {
                let path = request.path.as_ref()?;
                path.split(['?', '#']).next().map(str::to_owned)
            }
            "retryable" => Some(expected.retryable.to_string()),
            "retry_after" => self.retry_after().map(|seconds| seconds.to_string()),
            "timestamp" => Some(request.time.text()),
            "context.tenant" => request.tenant.clone(),
            "context.region" => request.region.last().cloned(),
            "context.unset" => None,
            other => panic!("there is no slot {other}"),
        }
    }

    pub(super) fn docs(&self) -> Option<String> {
        let Model {
            expected, request, ..
        } = self;
        let own = expected.own_docs.clone().filter(|link| is_link(link));
        let of_request = request.docs.clone().filter(|link| is_link(link));
        own.or_else(|| expected.docs.clone()).or(of_request)
    }

    pub(super) fn retry_after(&self) -> Option<u64> {
        let (seconds, nanoseconds) = self.expected.wait?;
        Some(if nanoseconds == 0 {
            seconds
        } else {
            seconds.saturating_add(1)
        })
    }
}

/// Whether a header's value can have these letters: the same as in a constant.
pub(super) fn can_be_sent(value: &str) -> bool {
    value
        .chars()
        .all(|letter| letter == '\t' || (' '..='~').contains(&letter))
}

/// What is left of the parts of an object or an array, and whether these are all filled.
fn kept(items: impl Iterator<Item = (bool, (String, bool))>) -> (Vec<String>, bool) {
    let mut is_filled = true;
    let mut kept = Vec::new();
    for (optional, (json, is_item_filled)) in items {
        if is_item_filled || !optional {
            kept.push(json);
            is_filled &= is_item_filled;
        }
    }
    (kept, is_filled)
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is JSON")
}

/// Whether a text is a URI reference, as `jsonschema` sees it.
fn is_link(text: &str) -> bool {
    static FORMAT: LazyLock<Validator> = LazyLock::new(|| {
        let options = jsonschema::options().should_validate_formats(true);
        let schema = serde_json::json!({"format": "uri-reference"});
        options.build(&schema).expect("it is a schema")
    });
    FORMAT.is_valid(&text.into())
}
