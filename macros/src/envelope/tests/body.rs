//! Mistakes inside the braces.

use super::{COD, rejected};

#[test]
fn an_unknown_slot_names_the_nearest_and_lists_all() {
    rejected(
        r#"{ "a": mesage }"#,
        &[
            "unknown slot `mesage` (did you mean `message`?): write one of `status`, `code`, `title`, \
             `summary`, `message`, `details`, `type`, `docs`, `category`, `request_id`, \
             `instance`, `retryable`, `retry_after`, `timestamp`",
        ],
    );
    rejected(
        r#"{ (cod): 1, "a": "{zzz}", "b": [stat] }"#,
        &[
            COD,
            ", or `{{` and `}}` for literal braces",
            "unknown slot `stat` (did you mean `status`?): ",
        ],
    );
}

#[test]
fn a_string_with_a_wrong_hole_says_what_a_hole_may_hold() {
    rejected(
        r#"["{status:>3}", "{}", "{", "}", "{details}"]"#,
        &[
            "a slot in a string cannot have a format spec: write `{status}`",
            "`{}` must name a slot: write it as in `{code}`, or `{{}}` for literal braces",
            ": write `{{` for a literal brace",
            ": write `}}` for a literal brace",
            "`details` cannot appear in a string, because they are not text: write them",
        ],
    );
}

#[test]
fn a_slot_as_key_stands_in_parentheses_and_not_in_a_string() {
    rejected(
        r#"{ "{status}": 1, "{a}-{b}": 2, "{": 3 }"#,
        &[
            "a key in quotes cannot contain a slot: write `(status): ..` for a slot as the key",
            "a key in quotes cannot contain a slot: write `(code): ..` for a slot as the key",
            ": write `{{` for a literal brace",
        ],
    );
    let one_slot = "a key in parentheses must be one slot: write it as in `(code): ..`";
    rejected(
        r#"{ (): cod, (code, x): 2, ("a"): 3, (details): 1 }"#,
        &[
            one_slot,
            one_slot,
            one_slot,
            COD,
            "`details` cannot appear in a key, because",
        ],
    );
}

#[test]
fn a_key_without_quotes_is_shown_in_quotes() {
    rejected(
        "{ code: code, type?: docs, 1: 2, 'c'?: 3, b\"\": cod }",
        &[
            "a key must be a string: write `\"code\": ..`",
            "a key must be a string: write `\"type\": ..`",
            "a key must be a string: write `\"1\": ..`",
            "a key must be a string: write `\"c\": ..`",
            "a key must be a string: write `\"key\": ..`",
            COD,
        ],
    );
    rejected(
        "{ code, details?, name }",
        &[
            "a member must have a key and a value: write `\"code\": code`",
            "a member must have a key and a value: write `\"details\"?: details`",
            "a member must have a key and a value: write `\"name\": ..`",
        ],
    );
    rejected(
        r#"{ [1]: code, #: 1, "a": cod }"#,
        &["expected a member: write", "expected a member: write", COD],
    );
}

#[test]
fn a_key_stands_once_in_an_object() {
    rejected(
        r#"{ "a": 1, (code): 2, "a": 3, (code): 4, "\u{61}"?: cod }"#,
        &[
            "the key `\"a\"` appears twice in one object",
            "the key `(code)` appears twice in one object",
            "the key `\"a\"` appears twice in one object",
            COD,
        ],
    );
}

#[test]
fn details_alone_are_spread_and_once_and_into_an_object() {
    let no_mark =
        "a spread cannot have `?`, because empty details add no member: write `..details`";
    rejected(
        "{ ..code, ..details }",
        &["`code` cannot be spread, because only details have members: write `..details`"],
    );
    rejected(
        "{ ..details, ..details }",
        &["`..details` appears twice in one object: keep one of them"],
    );
    rejected("{ ..details? }", &[no_mark]);
    rejected("{ ..?details }", &[no_mark]);
    rejected(
        "{ ...details }",
        &["a spread must have two dots: write `..details`"],
    );
    rejected(
        r#"{ .., "a": cod }"#,
        &["a spread must name `details`: write `..details`", COD],
    );
    rejected(
        "[..details, cod]",
        &[
            "an array cannot contain a spread, because it has no members",
            COD,
        ],
    );
}

#[test]
fn a_member_without_colon_or_value_says_which_is_missing() {
    rejected(
        r#"{ "a" cod, "b" = cod, "c"? => cod }"#,
        &[
            "expected `:` between key and value: write `\"a\": ..`",
            "expected `:` between key and value: write `\"b\": ..`",
            "expected `:` between key and value: write `\"c\"?: ..`",
            COD,
            COD,
            COD,
        ],
    );
    rejected(
        "{ \"a\", \"b\":, \"c\"?:\n \"d\": 1, (code):\n ..details, \"e\" }",
        &[
            "expected a value after the key: write `\"a\": ..`",
            "expected a value after the key: write `\"b\": ..`",
            "expected a value after the key: write `\"c\"?: ..`",
            "expected a value after the key: write `(code): ..`",
            "expected a value after the key: write `\"e\": ..`",
        ],
    );
    let no_value = "expected a value: write a slot, a string, a number";
    rejected(
        r#"{ "a": (code), "b": $, "c": -code, "d": cod }"#,
        &[no_value, no_value, no_value, COD],
    );
}

#[test]
fn a_missing_comma_is_missed_where_it_should_stand() {
    let between = "expected `,` between two members";
    rejected(
        r#"{ "a": 1 "b": 2 (code): 3 ..details "c": cod }"#,
        &[between, between, between, between, COD],
    );
    rejected(
        r#"{ "a": 1; "b": code.len(), "c": 1,, "d": cod }"#,
        &[
            "expected `,` after each member: write `,` in place of this `;`",
            "an envelope cannot contain expressions: write a slot, as in `code`, JSON, or",
            "expected a member: write",
            COD,
        ],
    );
    rejected(
        "[code message; cod]",
        &[
            "expected `,` between two elements",
            "expected `,` after each element: write `,` in place of this `;`",
            COD,
        ],
    );
}

#[test]
fn an_expression_is_reported_once_and_reading_goes_on_behind_it() {
    let of_status =
        "an envelope cannot contain expressions: write a slot, as in `status`, JSON, or";
    let other = "an envelope cannot contain expressions: write a slot, as in `code`, JSON, or";
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
            "an array cannot have keys: write an object, `{ \"key\": value }`",
            COD,
        ],
    );
}

#[test]
fn a_question_mark_on_the_wrong_side_is_shown_on_the_right_one() {
    rejected(
        r#"{ "details": details?, "a": {}?, "docs":? docs, "title"?: title? }"#,
        &[
            "the `?` of a member must come after its key: write `\"details\"?: details`",
            "the `?` of a member must come after its key: write `\"a\"?: ..`",
            "the `?` of a member must come after its key: write `\"docs\"?: ..`",
            "the `?` of a member must come after its key: write `\"title\"?: title`",
        ],
    );
    rejected(
        "[?docs]",
        &["the `?` of an element must come after it: write it as in `docs?`"],
    );
}

#[test]
fn a_literal_of_rust_alone_is_shown_as_json_writes_it() {
    rejected(
        "[0x10, 1_000, 1u8, 1., -2., 1e999]",
        &[
            ": write `16`",
            ": write `1000`",
            "a JSON number cannot have a type suffix: write `1`",
            ": write `1.0`",
            ": write `-2.0`",
            "a JSON number must be less than 1.8e308, and `1e999` is not",
        ],
    );
    rejected(
        r#"['"', b'a', b"a", c"a", "a"x]"#,
        &[
            r#"a character is not a literal of JSON: write the string `"\""`"#,
            "this is not a literal of JSON",
            "this is not a literal of JSON",
            "this is not a literal of JSON",
            "a string cannot have a suffix: remove the `x`",
        ],
    );
}

#[test]
fn a_comment_in_the_template_is_no_doc_comment() {
    let misplaced = "a doc comment or attribute cannot appear inside an envelope";
    rejected(
        "{ /// One.\n header \"X\" = code; /// Two.\n \"a\": [#[three] cod] }",
        &[misplaced, misplaced, misplaced, COD],
    );
}
