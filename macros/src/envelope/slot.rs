//! The slots: the holes of a template, which each error fills anew.

use std::borrow::Cow;

use crate::nearest;

/// A slot by both of its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// What a user writes.
    pub(super) name: Cow<'static, str>,
    /// The variant of the runtime's `Slot`.
    pub(super) variant: &'static str,
}

/// Ahead of the name of a value of the context: `context.tenant`.
const CONTEXT: &str = "context.";

/// The values of the context that have a slot of their own.
const OF_CONTEXT: [&str; 4] = ["request_id", "instance", "docs", "timestamp"];

const SLOTS: [Slot; 14] = [
    Slot::new("status", "Status"),
    Slot::new("code", "Code"),
    Slot::new("title", "Title"),
    Slot::new("summary", "Summary"),
    Slot::new("message", "Message"),
    Slot::new("details", "Details"),
    Slot::new("type", "Type"),
    Slot::new("docs", "Docs"),
    Slot::new("category", "Category"),
    Slot::new("request_id", "RequestId"),
    Slot::new("instance", "Instance"),
    Slot::new("retryable", "Retryable"),
    Slot::new("retry_after", "RetryAfter"),
    Slot::new("timestamp", "Timestamp"),
];

impl Slot {
    const fn new(name: &'static str, variant: &'static str) -> Self {
        Slot {
            name: Cow::Borrowed(name),
            variant,
        }
    }

    /// The slot that a user calls `word`, if there is one.
    pub(super) fn find(word: &str) -> Option<Self> {
        if let Some(name) = word.strip_prefix(CONTEXT) {
            return (is_name(name) && !OF_CONTEXT.contains(&name)).then(|| Slot {
                name: Cow::Owned(word.to_owned()),
                variant: "Context",
            });
        }
        SLOTS.into_iter().find(|slot| slot.name == word)
    }

    /// The name of the value of the context that fills the slot, if that is what fills it.
    pub(super) fn value_name(&self) -> Option<&str> {
        self.name.strip_prefix(CONTEXT)
    }

    /// What to say about a `word` that is not a slot.
    pub(super) fn unknown(word: &str) -> String {
        let json = match word {
            "None" | "nil" | "NULL" | "Null" => Some("null"),
            "True" | "TRUE" => Some("true"),
            "False" | "FALSE" => Some("false"),
            _ => None,
        };
        if let Some(json) = json {
            return format!("`{word}` is neither a slot nor JSON: write `{json}`");
        }
        if let Some((first, name)) = word.split_once('.') {
            return unknown_path(word, first, name);
        }
        if word == "context" {
            return format!(
                "`context` must name one of its values: write it as in `{CONTEXT}tenant`"
            );
        }
        nearest::unknown("slot", word, names().iter().map(AsRef::as_ref))
    }

    /// Whether the slot's text is short and the same for every occurrence.
    pub(super) fn may_be_key(&self) -> bool {
        ["category", "code", "status", "title"].contains(&self.name.as_ref())
    }

    /// Whether two occurrences of an error can fill the slot differently.
    pub(super) fn varies(&self) -> bool {
        let names = [
            "message",
            "details",
            "docs",
            "request_id",
            "instance",
            "retry_after",
            "timestamp",
        ];
        self.value_name().is_some() || names.contains(&self.name.as_ref())
    }

    /// Whether this is the one slot whose value is an object or an array, never text.
    pub(super) fn is_details(&self) -> bool {
        self.name == "details"
    }
}

/// All slots, as they are listed.
fn names() -> Vec<Cow<'static, str>> {
    SLOTS.into_iter().map(|slot| slot.name).collect()
}

/// What to say about `first.name`, which is not a slot.
fn unknown_path(word: &str, first: &str, name: &str) -> String {
    if first != "context" {
        // Only a value of the context has a point in its name.
        let known = names();
        let known = known.iter().map(AsRef::as_ref).chain(["context"]);
        return match nearest::nearest(first, known) {
            Some("context") if is_name(name) => {
                format!("unknown slot `{word}`: write `{CONTEXT}{name}`")
            }
            Some(near) => format!("unknown slot `{word}`: write `{near}`"),
            None => format!(
                "unknown slot `{word}`: write a value of the context as in `{CONTEXT}tenant`"
            ),
        };
    }
    if OF_CONTEXT.contains(&name) {
        return format!("`{word}` has a slot of its own: write `{name}`");
    }
    let first_name = name.split('.').next().unwrap_or_default();
    let example = if is_name(first_name) {
        first_name
    } else {
        "tenant"
    };
    format!("`context.` must be followed by one name: write it as in `{CONTEXT}{example}`")
}

/// Whether a text can be a Rust identifier in ASCII.
fn is_name(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    text.bytes().next().is_some_and(is_letter)
        && text
            .bytes()
            .all(|byte| is_letter(byte) || byte.is_ascii_digit())
}
