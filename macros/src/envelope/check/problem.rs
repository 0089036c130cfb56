//! What RFC 9457 asks of a problem's members.

use crate::diagnostics::Diagnostics;
use crate::envelope::slot::Slot;
use crate::envelope::written::{Entry, Key, Member, Value};
use crate::format::names_in_braces;
use crate::literal;

/// The member `type` identifies the problem, so it is the same for each occurrence (section 3.1.1).
pub(super) fn check_type(media_type: &str, root: &Value, found: &Diagnostics) {
    let essence = media_type.split(';').next().unwrap_or_default().trim_end();
    let Value::Object { members, .. } = root else {
        return;
    };
    if !essence.eq_ignore_ascii_case("application/problem+json") {
        return;
    }
    for member in members {
        let Member::Entry(Entry {
            key: Some(Key::Name(name)),
            value: Some(value),
            ..
        }) = member
        else {
            continue;
        };
        if literal::text(name) != "type" {
            continue;
        }
        if let Some(slot) = slots(value).into_iter().find(Slot::varies) {
            found.error(
                value.span(),
                format!(
                    "`{}` cannot be the `type` of a problem, because it differs between occurrences (RFC \
                     9457, section 3.1.1): write `\"type\"?: type`, which is the declared docs link",
                    slot.name
                ),
            );
        }
    }
}

/// The slots in a value, unless it is an object or an array.
fn slots(value: &Value) -> Vec<Slot> {
    match value {
        Value::Word(word) => Slot::find(&word.text).into_iter().collect(),
        Value::Text(text) => names_in_braces(&literal::text(text))
            .into_iter()
            .filter_map(Slot::find)
            .collect(),
        Value::Literal { .. } | Value::Object { .. } | Value::Array { .. } => Vec::new(),
    }
}
