//! Numbers that JSON does not have.

use serde_json::{Map, Value, json};

use super::walk::each_subschema;

/// Allows `null` for each number that is not an integer: `serde_json` writes it for `NaN` and the
/// infinities, wherever these are.
pub(super) fn allow_null(schema: &mut Value) {
    let Value::Object(keywords) = schema else {
        return;
    };
    add_null(keywords);
    let mut has_more = false;
    each_subschema(keywords, &mut |keyword, schema| {
        // To allow more there would be to allow less.
        if !["not", "if", "propertyNames"].contains(&keyword) {
            let before = schema.get("type").cloned();
            allow_null(schema);
            has_more |= keyword == "oneOf" && schema.get("type") != before.as_ref();
        }
    });
    // Another of the schemas may allow `null`, too.
    if has_more {
        loosen_union(keywords);
    }
}

fn add_null(keywords: &mut Map<String, Value>) {
    if keywords.contains_key("enum") || keywords.contains_key("const") {
        return;
    }
    match keywords.get_mut("type") {
        Some(Value::String(kind)) if kind == "number" => {
            keywords.insert("type".to_owned(), json!(["number", "null"]));
        }
        Some(Value::Array(kinds))
            if kinds.contains(&"number".into()) && !kinds.contains(&"null".into()) =>
        {
            kinds.push("null".into());
        }
        _ => {}
    }
}

/// Makes `anyOf` of `oneOf`.
pub(super) fn loosen_union(keywords: &mut Map<String, Value>) {
    let Some(union) = keywords.remove("oneOf") else {
        return;
    };
    if keywords.contains_key("anyOf") {
        let all = keywords
            .entry("allOf")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(all) = all {
            all.push(json!({"anyOf": union}));
        }
    } else {
        keywords.insert("anyOf".to_owned(), union);
    }
}
