//! The order of members, which is that of their names however `serde_json` is built.

use serde_json::{Map, Value};

/// Sorts the members of all objects by their names. Without the feature `preserve_order` of `serde_json`,
/// which any crate of a build can turn on, they are in this order already.
pub(super) fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        Value::Object(members) => {
            let mut members: Vec<_> = members.into_iter().collect();
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            let members = members.into_iter();
            members
                .map(|(name, member)| (name, sorted(member)))
                .collect::<Map<_, _>>()
                .into()
        }
        other => other,
    }
}
