//! The documents are the same bytes as without `preserve_order`.

#[test]
fn members_are_in_the_same_order_where_serde_json_keeps_theirs() {
    let kept = serde_json::json!({"b": 1, "a": 2}).to_string();
    assert_eq!(kept, r#"{"b":1,"a":2}"#, "the feature is off");
    assert_eq!(
        errorbook_ordered::documents(),
        include_str!("../documents.txt")
    );
}
