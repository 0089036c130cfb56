//! Mistakes ahead of the members and around the body.

use super::{COD, rejected, rejected_whole};

#[test]
fn a_header_line_has_a_name_an_equals_sign_a_value_and_a_semicolon() {
    let semicolon = "a header line ends with a semicolon";
    rejected(r#"{ header "X" = code "a": cod }"#, &[semicolon, COD]);
    rejected(
        r#"{ header "X" = code, header "Y" = cod; }"#,
        &[semicolon, COD],
    );
    rejected(
        r#"{ header "X" = code + 1; "a": cod }"#,
        &["a template has no expressions: write a slot by itself", COD],
    );
    rejected(
        r#"{ header "W": cod; header "X" cod; header "Y" = ; header "Z" }"#,
        &[
            "there is no `=` behind the header's name: write `header \"W\" = code;`",
            "there is no `=` behind the header's name: write `header \"X\" = code;`",
            "this header has no value, a slot or a string: write `header \"Y\" = code;`",
            "there is no `=` behind the header's name: write `header \"Z\" = code;`",
            COD,
            COD,
        ],
    );
    rejected(
        r#"{ header X-Error = code; "a": cod }"#,
        &[
            "a header's name is a string: write `header \"X-Error-Code\" = code;`",
            COD,
        ],
    );
    rejected(
        "{ header = cod; header \"X\" = cod; }",
        &["a header's name is a string: write", COD],
    );
    rejected(
        r#"{ header "X"? = code; header "Y" = code?; }"#,
        &["a header takes no `?`", "a header takes no `?`"],
    );
}

#[test]
fn a_header_line_stands_ahead_of_the_members() {
    let ahead = "header lines stand first inside the outer braces";
    rejected(
        r#"{ "a": 1, header "X" = code; "b": { header "Y" = cod; "c": 1 } }"#,
        &[ahead, ahead, COD],
    );
    rejected(
        r#"{ "a": 1 header "X" = code; "b": cod }"#,
        &["there is no comma between two members", ahead, COD],
    );
}

#[test]
fn a_header_that_cannot_be_sent_is_refused() {
    rejected(
        r#"{ header "Content-Type" = "a"; header "X Y" = "a"; header "X-A" = "1"; header "x-a" = cod; }"#,
        &[
            "`Content-Type` cannot be declared",
            "`X Y` is no header name",
            "the header `x-a` is declared above",
            COD,
        ],
    );
    rejected(
        r#"{ header "A" = "\n"; header "B" = "é{code}"; header "C" = "{cod}"; }"#,
        &[
            "a header value cannot hold '\\n'",
            "a header value cannot hold 'é'",
            COD,
        ],
    );
    let text = "a header's value is text: write a slot or a string";
    let details = "details are an object or an array and cannot stand in a header";
    rejected(
        r#"{ header "A" = 1; header "B" = true; header "C" = {}; header "D" = details; header "E" = "{details}"; }"#,
        &[text, text, text, details, details],
    );
}

#[test]
fn a_declaration_has_a_name_a_media_type_and_a_body() {
    let name = "the envelope's name stands here, alone";
    let media_type = "the media type is missing, a string behind name and colon";
    let body = "the body is an object or an array";
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
        &["there is no colon here: write `:`"],
    );
    rejected_whole(
        r#"A: "json" [cod]"#,
        &["\"json\" is no media type: write type/subtype", COD],
    );
    rejected_whole(r#"A: "application/json""#, &[body]);
    rejected_whole(r#"A: "application/json" = [cod]"#, &[body, COD]);
    rejected_whole(
        r#"A: "application/json" {} B: "application/json" { "a": cod }"#,
        &["nothing stands behind the body: remove this, or write a second envelope"],
    );
}
