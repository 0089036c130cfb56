//! How two texts differ, line by line.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use similar::{ChangeTag, TextDiff};

/// All lines of two texts: those of the first alone begin with `-`, those of the second alone with `+`.
pub(super) fn difference(expected: &str, actual: &str) -> String {
    let mut text = String::new();
    for change in TextDiff::from_lines(expected, actual).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Equal => ' ',
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        };
        let line = change.value().trim_end_matches(['\n', '\r']);
        let line = format!("{sign} {line}");
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// JSON with a line for each value. Members are in the order of their names, also where another crate has `serde_json`
/// keep their order.
pub(super) fn pretty(value: &Value) -> String {
    format!("{:#}", sorted(value))
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(elements) => elements.iter().map(sorted).collect(),
        Value::Object(members) => {
            let members: BTreeMap<_, _> = members.iter().collect();
            let members = members.into_iter();
            let members: Map<_, _> = members
                .map(|(name, member)| (name.clone(), sorted(member)))
                .collect();
            members.into()
        }
        _ => value.clone(),
    }
}
