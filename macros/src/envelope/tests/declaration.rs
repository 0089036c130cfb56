//! Mistakes ahead of the members and around the body.

use super::{COD, rejected, rejected_whole};

#[test]
fn a_header_line_has_a_name_an_equals_sign_a_value_and_a_semicolon() {
    let semicolon = "expected `;` at the end of a header line";
    rejected(r#"{ header "X" = code "a": cod }"#, &[semicolon, COD]);
    rejected(
        r#"{ header "X" = code, header "Y" = cod; }"#,
        &[semicolon, COD],
    );
    rejected(
        r#"{ header "X" = code + 1; "a": cod }"#,
        &["an envelope cannot contain expressions: write a slot", COD],
    );
    rejected(
        r#"{ header "W": cod; header "X" cod; header "Y" = ; header "Z" }"#,
        &[
            "expected `=` after the header name: write it as in `header \"W\" = code;`",
            "expected `=` after the header name: write it as in `header \"X\" = code;`",
            "expected a slot or a string as the header value: write it as in `header \"Y\" = code;`",
            "expected `=` after the header name: write it as in `header \"Z\" = code;`",
            COD,
            COD,
        ],
    );
    rejected(
        r#"{ header X-Error = code; "a": cod }"#,
        &[
            "a header name must be a string: write it as in `header \"X-Error-Code\" = code;`",
            COD,
        ],
    );
    rejected(
        "{ header = cod; header \"X\" = cod; }",
        &["a header name must be a string: write", COD],
    );
    rejected(
        r#"{ header "X"? = code; header "Y" = code?; }"#,
        &["a header cannot have `?`", "a header cannot have `?`"],
    );
}

#[test]
fn a_header_line_stands_ahead_of_the_members() {
    let ahead = "a header line cannot appear after a member";
    rejected(
        r#"{ "a": 1, header "X" = code; "b": { header "Y" = cod; "c": 1 } }"#,
        &[ahead, ahead, COD],
    );
    rejected(
        r#"{ "a": 1 header "X" = code; "b": cod }"#,
        &["expected `,` between two members", ahead, COD],
    );
}

#[test]
fn a_header_that_cannot_be_sent_is_refused() {
    rejected(
        r#"{ header "Content-Type" = "a"; header "X Y" = "a"; header "X-A" = "1"; header "x-a" = cod; }"#,
        &[
            "the header `Content-Type` cannot be declared",
            "`X Y` is not a header name",
            "the header `x-a` appears twice",
            COD,
        ],
    );
    rejected(
        r#"{ header "A" = "\n"; header "B" = "é{code}"; header "C" = "{cod}"; }"#,
        &[
            "a header value cannot contain '\\n'",
            "a header value cannot contain 'é'",
            COD,
        ],
    );
    let text = "a header value must be text: write a slot or a string";
    let details = "`details` cannot appear in a header";
    rejected(
        r#"{ header "A" = 1; header "B" = true; header "C" = {}; header "D" = details; header "E" = "{details}"; }"#,
        &[text, text, text, details, details],
    );
}

#[test]
fn a_declaration_has_a_name_a_media_type_and_a_body() {
    let name = "expected the name of the envelope";
    let media_type = "expected the media type, a string, after the name";
    let body = "expected the body after the media type";
    rejected_whole("", &[name]);
    rejected_whole("pub", &[name]);
    rejected_whole(r#"pub: "application/json" [cod]"#, &[name, COD]);
    rejected_whole(r#"pub struct A: "application/json" {}"#, &[name]);
    rejected_whole("A", &[media_type]);
    rejected_whole("A:", &[media_type]);
    rejected_whole("A [cod]", &[media_type, COD]);
    rejected_whole("A: [cod]", &[media_type, COD]);
    rejected_whole("A: application/json [cod]", &[media_type, COD]);
    rejected_whole(
        r#"A "application/json" {}"#,
        &["expected `:` between name and media type"],
    );
    rejected_whole(
        r#"A: "json" [cod]"#,
        &["\"json\" is not a media type: write type/subtype", COD],
    );
    rejected_whole(r#"A: "application/json""#, &[body]);
    rejected_whole(r#"A: "application/json" = [cod]"#, &[body, COD]);
    rejected_whole(
        r#"A: "application/json" {} B: "application/json" { "a": cod }"#,
        &["nothing can appear after the body: remove this, or write a second `envelope!`"],
    );
}
