//! The slots: the holes of a template, which each error fills anew.

use crate::nearest;

/// A slot by both of its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// What a user writes.
    pub(super) name: &'static str,
    /// The variant of the runtime's `Slot`.
    pub(super) variant: &'static str,
}

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
        Slot { name, variant }
    }

    /// The slot that a user calls `word`, if there is one.
    pub(super) fn find(word: &str) -> Option<Self> {
        SLOTS.into_iter().find(|slot| slot.name == word)
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
        let names = SLOTS.map(|slot| slot.name);
        nearest::unknown("slot", word, names)
    }

    /// Whether the slot's text is short and the same for every occurrence.
    pub(super) fn may_be_key(self) -> bool {
        ["category", "code", "status", "title"].contains(&self.name)
    }

    /// Whether two occurrences of an error can fill the slot differently.
    pub(super) fn varies(self) -> bool {
        [
            "message",
            "details",
            "docs",
            "request_id",
            "instance",
            "retry_after",
            "timestamp",
        ]
        .contains(&self.name)
    }

    /// Whether this is the one slot whose value is an object or an array, never text.
    pub(super) fn is_details(self) -> bool {
        self.name == "details"
    }
}
