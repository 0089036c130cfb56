//! Mistakes inside the braces.

use super::{COD, rejected};

#[test]
fn an_unknown_slot_names_the_nearest_and_lists_all() {
    rejected(
        r#"{ "a": mesage }"#,
        &[
            "unknown slot `mesage`: did you mean `message`? The slots are `status`, `code`, `title`, \
             `summary`, `message`, `details`, `docs`, `category`, `request_id`, `instance`, \
             `retryable`, `retry_after`, `timestamp`",
        ],
    );
    rejected(
        r#"{ (cod): 1, "a": "{zzz}", "b": [stat] }"#,
        &[
            COD,
            "For the braces themselves write `{{` and `}}`",
            "unknown slot `stat`: did you mean `status`?",
        ],
    );
}

#[test]
fn a_string_with_a_wrong_hole_says_what_a_hole_may_hold() {
    rejected(
        r#"["{status:>3}", "{}", "{", "}", "{details}"]"#,
        &[
            "a slot in a string has no format spec: write `{status}`",
            "this hole names no slot: write `{code}`, or `{{}}`",
            "for the character itself write `{{`",
            "for the character itself write `}}`",
            "details are an object or an array and cannot stand in a string: write them",
        ],
    );
}

#[test]
fn a_slot_as_key_stands_in_parentheses_and_not_in_a_string() {
    rejected(
        r#"{ "{status}": 1, "{a}-{b}": 2, "{": 3 }"#,
        &[
            "a key string has no slots in it: write `(status): ..` for a slot as key",
            "a key string has no slots in it: write `(code): ..` for a slot as key",
            "for the character itself write `{{`",
        ],
    );
    let one_slot =
        "one slot stands in these parentheses, as the key of a member: write `(code): ..`";
    rejected(
        r#"{ (): cod, (code, x): 2, ("a"): 3, (details): 1 }"#,
        &[
            one_slot,
            one_slot,
            one_slot,
            COD,
            "details are an object or an array and cannot stand in a key",
        ],
    );
}

#[test]
fn a_key_without_quotes_is_shown_in_quotes() {
    rejected(
        "{ code: code, type?: docs, 1: 2, 'c'?: 3, b\"\": cod }",
        &[
            "a key is a string: write `\"code\": ..`",
            "a key is a string: write `\"type\": ..`",
            "a key is a string: write `\"1\": ..`",
            "a key is a string: write `\"c\": ..`",
            "a key is a string: write `\"key\": ..`",
            COD,
        ],
    );
    rejected(
        "{ code, details?, name }",
        &[
            "a member has a key and a value: write `\"code\": code`",
            "a member has a key and a value: write `\"details\"?: details`",
            "a member has a key, in quotes, and a value: write `\"name\": ..`",
        ],
    );
    rejected(
        r#"{ [1]: code, #: 1, "a": cod }"#,
        &["this is no member: write", "this is no member: write", COD],
    );
}

#[test]
fn a_key_stands_once_in_an_object() {
    rejected(
        r#"{ "a": 1, (code): 2, "a": 3, (code): 4, "\u{61}"?: cod }"#,
        &[
            "the key `\"a\"` is in this object already",
            "the key `(code)` is in this object already",
            "the key `\"a\"` is in this object already",
            COD,
        ],
    );
}

#[test]
fn details_alone_are_spread_and_once_and_into_an_object() {
    let no_mark = "a spread takes no `?`, empty details add no member: write `..details`";
    rejected(
        "{ ..code, ..details }",
        &["`code` cannot be spread, details alone have members: write `..details`"],
    );
    rejected(
        "{ ..details, ..details }",
        &["the details are spread into this object already"],
    );
    rejected("{ ..details? }", &[no_mark]);
    rejected("{ ..?details }", &[no_mark]);
    rejected(
        "{ ...details }",
        &["a spread has two dots: write `..details`"],
    );
    rejected(
        r#"{ .., "a": cod }"#,
        &["a spread takes the details slot: write `..details`", COD],
    );
    rejected(
        "[..details, cod]",
        &["a spread adds members to an object, an array has none", COD],
    );
}

#[test]
fn a_member_without_colon_or_value_says_which_is_missing() {
    rejected(
        r#"{ "a" cod, "b" = cod, "c"? => cod }"#,
        &[
            "there is no colon behind the key: write `\"a\": ..`",
            "a colon stands between key and value: write `\"b\": ..`",
            "a colon stands between key and value: write `\"c\"?: ..`",
            COD,
            COD,
            COD,
        ],
    );
    rejected(
        "{ \"a\", \"b\":, \"c\"?:\n \"d\": 1, (code):\n ..details, \"e\" }",
        &[
            "this member has no value: write `\"a\": ..`",
            "this member has no value: write `\"b\": ..`",
            "this member has no value: write `\"c\"?: ..`",
            "this member has no value: write `(code): ..`",
            "this member has no value: write `\"e\": ..`",
        ],
    );
    let no_value = "this is no value of a template: write a slot, a string, a number";
    rejected(
        r#"{ "a": (code), "b": $, "c": -code, "d": cod }"#,
        &[no_value, no_value, no_value, COD],
    );
}

#[test]
fn a_missing_comma_is_missed_where_it_should_stand() {
    let between = "there is no comma between two members: write `,` ahead of this one";
    rejected(
        r#"{ "a": 1 "b": 2 (code): 3 ..details "c": cod }"#,
        &[between, between, between, between, COD],
    );
    rejected(
        r#"{ "a": 1; "b": code.len(), "c": 1,, "d": cod }"#,
        &[
            "a comma stands behind each member: write `,` in place of this `;`",
            "a template has no expressions: write a slot by itself, as in `code`, or JSON",
            "this is no member: write",
            COD,
        ],
    );
    rejected(
        "[code message; cod]",
        &[
            "there is no comma between two elements: write `,` ahead of this one",
            "a comma stands behind each element: write `,` in place of this `;`",
            COD,
        ],
    );
}

#[test]
fn an_expression_is_reported_once_and_reading_goes_on_behind_it() {
    let of_status =
        "a template has no expressions: write a slot by itself, as in `status`, or JSON";
    let other = "a template has no expressions: write a slot by itself, as in `code`, or JSON";
    rejected(
        r#"{ "a": status.to_string(), "b": Some(code), "c": [Utc::now(), f!("{}", 1)], "d": cod }"#,
        &[of_status, other, other, other, COD],
    );
}

#[test]
fn an_array_takes_no_keys() {
    rejected(
        r#"["a": cod, code]"#,
        &[
            "an array has no keys: write an object, `{ \"key\": value }`",
            COD,
        ],
    );
}

#[test]
fn a_question_mark_on_the_wrong_side_is_shown_on_the_right_one() {
    rejected(
        r#"{ "details": details?, "a": {}?, "docs":? docs, "title"?: title? }"#,
        &[
            "the `?` of a member stands behind its key: write `\"details\"?: details`",
            "the `?` of a member stands behind its key: write `\"a\"?: ..`",
            "the `?` stands behind the key, ahead of the colon: write `\"docs\"?: ..`",
            "the `?` of a member stands behind its key: write `\"title\"?: title`",
        ],
    );
    rejected(
        "[?docs]",
        &["the `?` of an element stands behind it: write `docs?`"],
    );
}

#[test]
fn a_literal_of_rust_alone_is_shown_as_json_writes_it() {
    rejected(
        "[0x10, 1_000, 1u8, 1., -2., 1e999]",
        &[
            ": write `16`",
            ": write `1000`",
            "JSON numbers have no type: write `1`",
            ": write `1.0`",
            ": write `-2.0`",
            "`1e999` is more than a JSON reader can hold",
        ],
    );
    rejected(
        r#"['"', b'a', b"a", c"a", "a"x]"#,
        &[
            r#"JSON has no characters: write the string `"\""`"#,
            "JSON has no such literal",
            "JSON has no such literal",
            "JSON has no such literal",
            "a string has no suffix in JSON: remove the `x`",
        ],
    );
}

#[test]
fn a_comment_in_the_template_is_no_doc_comment() {
    let misplaced = "doc comments and attributes belong ahead of the whole envelope";
    rejected(
        "{ /// One.\n header \"X\" = code; /// Two.\n \"a\": [#[three] cod] }",
        &[misplaced, misplaced, misplaced, COD],
    );
}
