//! Each kind of error that serde knows, in JSON, taken by `errorbook::extract::Json` and by axum's `Json`.

#![expect(clippy::too_many_lines, reason = "they are tables")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::IpAddr;
use std::num::NonZeroU8;

use axum::extract::FromRequest;
use errorbook::FrameworkError;
use errorbook::extract::Json;
use expect_test::expect;
use http::Request;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::seen::seen;

/// What is seen of a JSON body that `T` cannot be read from. Where axum's extractor does not know as much, both.
async fn json<T: DeserializeOwned>(body: &str) -> String {
    let request = || {
        Request::post("/")
            .header("content-type", "application/json")
            .body(body.to_owned().into())
            .expect("it is valid")
    };
    let Err(ours) = Json::<T>::from_request(request(), &()).await else {
        panic!("{body} is accepted");
    };
    let Err(theirs) = axum::Json::<T>::from_request(request(), &()).await else {
        panic!("{body} is accepted");
    };
    let (ours, theirs) = (seen(&ours), seen(&FrameworkError::from(theirs)));
    let mut all = format!("== {body}\n{ours}");
    if ours != theirs {
        let public: Vec<_> = theirs
            .lines()
            .filter(|line| !line.starts_with("log"))
            .collect();
        writeln!(all, "axum's: {}", public.join("\n  ")).expect("it is a string");
    }
    all
}

macro_rules! all {
    ($($ty:ty: $body:expr,)+) => {
        [$(json::<$ty>($body).await,)+].concat()
    };
}

/// A field of each kind.
#[derive(Deserialize)]
struct Of<T> {
    #[expect(dead_code, reason = "what matters is what it is read from")]
    a: T,
}

#[tokio::test]
async fn types_of_the_standard_library() {
    let seen = all! {
        Of<String>: r#"{"a": 5}"#,
        Of<String>: r#"{"a": null}"#,
        Of<bool>: r#"{"a": "yes"}"#,
        Of<u8>: r#"{"a": 256}"#,
        Of<u8>: r#"{"a": -1}"#,
        Of<i64>: r#"{"a": 1.5}"#,
        Of<f64>: r#"{"a": {}}"#,
        Of<char>: r#"{"a": "ab"}"#,
        Of<()>: r#"{"a": 1}"#,
        Of<Option<u8>>: r#"{"a": "1"}"#,
        Of<Vec<u8>>: r#"{"a": [1, true]}"#,
        Of<Vec<u8>>: r#"{"a": "ab"}"#,
        Of<[u8; 3]>: r#"{"a": [1, 2]}"#,
        Of<(u8, bool)>: r#"{"a": [1]}"#,
        Of<BTreeMap<String, u8>>: r#"{"a": {"b.c": "x"}}"#,
        Of<BTreeMap<String, u8>>: r#"{"a": []}"#,
        Of<NonZeroU8>: r#"{"a": 0}"#,
        Of<IpAddr>: r#"{"a": "localhost"}"#,
        Of<IpAddr>: r#"{"a": 1}"#,
        Of<Uuid>: r#"{"a": 1}"#,
        Of<Uuid>: r#"{"a": "x"}"#,
    };
    expect![[r#"
        == {"a": 5}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a string (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: integer `5`, expected a string at line 1 column 7
        == {"a": null}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a string (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: null, expected a string at line 1 column 10
        == {"a": "yes"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a boolean (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: string "yes", expected a boolean at line 1 column 11
        == {"a": 256}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an integer from 0 to 255 (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid value: integer `256`, expected u8 at line 1 column 9
        == {"a": -1}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an integer from 0 to 255 (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid value: integer `-1`, expected u8 at line 1 column 8
        == {"a": 1.5}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an integer from -9223372036854775808 to 9223372036854775807 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: floating point `1.5`, expected i64 at line 1 column 9
        == {"a": {}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a number (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: map, expected f64 at line 1 column 6
        == {"a": "ab"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a single character (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid value: string "ab", expected a character at line 1 column 10
        == {"a": 1}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be null (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: integer `1`, expected unit at line 1 column 7
        == {"a": "1"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: string "1", expected u8 at line 1 column 9
        == {"a": [1, true]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a[1] | a.1 | /a/1: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a[1]: invalid type: boolean `true`, expected u8 at line 1 column 14
        == {"a": "ab"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an array (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: string "ab", expected a sequence at line 1 column 10
        == {"a": [1, 2]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an array with 3 elements (length)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid length 2, expected an array of length 3 at line 1 column 12
        == {"a": [1]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an array with 2 elements (length)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid length 1, expected a tuple of size 2 at line 1 column 9
        == {"a": {"b.c": "x"}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a["b.c"] | a."b.c" | /a/b.c: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.b.c: invalid type: string "x", expected u8 at line 1 column 17
        == {"a": []}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an object (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: sequence, expected a map at line 1 column 6
        == {"a": 0}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an integer from 1 to 255 (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid value: integer `0`, expected a nonzero u8 at line 1 column 7
        == {"a": "localhost"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an IP address (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid IP address syntax at line 1 column 17
        == {"a": 1}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an IP address (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: integer `1`, expected IP address at line 1 column 7
        == {"a": 1}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a UUID (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: integer `1`, expected a formatted UUID string at line 1 column 7
        == {"a": "x"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be a UUID (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: UUID parsing failed: invalid character: found `x` at 0 at line 1 column 9
    "#]].assert_eq(&seen);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct Strict {
    b: u8,
    #[serde(rename = "c-d")]
    c: u8,
    #[serde(default)]
    e: u8,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct Pair(u8, bool);

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct Wrapper(Strict);

#[derive(Deserialize)]
struct Unit;

#[tokio::test]
async fn structs() {
    let seen = all! {
        Of<u8>: "{}",
        Of<u8>: "[]",
        Of<u8>: "7",
        Of<u8>: r#"{"a": 1, "a": 2}"#,
        Of<Vec<Strict>>: r#"{"a": [{"b": 1}]}"#,
        Of<Vec<Strict>>: r#"{"a": [{"b": 1, "c-d": 1, "f": 1}]}"#,
        Of<Strict>: r#"{"a": {"b": 1, "b": 1}}"#,
        Of<Strict>: r#"{"a": 1}"#,
        Of<Wrapper>: r#"{"a": {"b": 1}}"#,
        Of<Pair>: r#"{"a": {"b": 1}}"#,
        Of<Pair>: r#"{"a": [1, 2]}"#,
        Of<Pair>: r#"{"a": [1]}"#,
        Of<Unit>: r#"{"a": 1}"#,
        Strict: r#"{"f": 1}"#,
    };
    expect![[r#"
        == {}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `a` at line 1 column 2
        == []
        422 Rejection
        text: The request body is not valid: expected an object.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid length 0, expected struct Of with 1 element at line 1 column 2
        == 7
        422 Rejection
        text: The request body is not valid: expected an object.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid type: integer `7`, expected struct Of at line 1 column 1
        == {"a": 1, "a": 2}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The field appears twice (duplicate)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: duplicate field `a` at line 1 column 12
        == {"a": [{"b": 1}]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a[0].c-d | a.0.c-d | /a/0/c-d: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a[0]: missing field `c-d` at line 1 column 15
        == {"a": [{"b": 1, "c-d": 1, "f": 1}]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a[0].f | a.0.f | /a/0/f: The field is not known (unknown)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a[0].f: unknown field `f`, expected one of `b`, `c-d`, `e` at line 1 column 29
        == {"a": {"b": 1, "b": 1}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.b | a.b | /a/b: The field appears twice (duplicate)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: duplicate field `b` at line 1 column 18
        == {"a": 1}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an object (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: integer `1`, expected struct Strict at line 1 column 7
        == {"a": {"b": 1}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.c-d | a.c-d | /a/c-d: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: missing field `c-d` at line 1 column 14
        == {"a": {"b": 1}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an array (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: map, expected tuple struct Pair at line 1 column 6
        == {"a": [1, 2]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a[1] | a.1 | /a/1: The value must be a boolean (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a[1]: invalid type: integer `2`, expected a boolean at line 1 column 11
        == {"a": [1]}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be an array with 2 elements (length)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid length 1, expected tuple struct Pair with 2 elements at line 1 column 9
        == {"a": 1}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be null (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: integer `1`, expected unit struct Unit at line 1 column 7
        == {"f": 1}
        422 Rejection
        text: A field of the request body is not valid.
        field: f | f | /f: The field is not known (unknown)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: f: unknown field `f`, expected one of `b`, `c-d`, `e` at line 1 column 4
    "#]].assert_eq(&seen);
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum Kind {
    Book,
    PaperBack,
    Page(u8),
    Pages { first: u8, last: u8 },
    Both(u8, u8),
}

#[derive(Deserialize)]
enum Two {
    A,
    B,
}

#[derive(Deserialize)]
enum Never {}

#[derive(Deserialize)]
enum Spaced {
    #[serde(rename = "in progress")]
    InProgress,
}

#[tokio::test]
async fn enums() {
    let seen = all! {
        Of<Kind>: r#"{"a": "film"}"#,
        Of<Kind>: r#"{"a": {"film": 1}}"#,
        Of<Kind>: r#"{"a": 1}"#,
        Of<Kind>: r#"{"a": {"page": "x"}}"#,
        Of<Kind>: r#"{"a": {"pages": {"first": 1}}}"#,
        Of<Kind>: r#"{"a": {"pages": {"first": "x"}}}"#,
        Of<Kind>: r#"{"a": {"both": [1, "x"]}}"#,
        Of<Kind>: r#"{"a": {"both": [1]}}"#,
        Of<Kind>: r#"{"a": {"book": 1}}"#,
        Of<Kind>: r#"{"a": "page"}"#,
        Of<Two>: r#"{"a": "C"}"#,
        Of<Never>: r#"{"a": "C"}"#,
        Of<Spaced>: r#"{"a": "C"}"#,
        Two: r#""C""#,
    };
    expect![[r#"
        == {"a": "film"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be one of `book`, `paper-back`, `page`, `pages`, `both` (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: unknown variant `film`, expected one of `book`, `paper-back`, `page`, `pages`, `both` at line 1 column 12
        == {"a": {"film": 1}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be one of `book`, `paper-back`, `page`, `pages`, `both` (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: unknown variant `film`, expected one of `book`, `paper-back`, `page`, `pages`, `both` at line 1 column 13
        == {"a": 1}
        400 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be one of `book`, `paper-back`, `page`, `pages`, `both` (value)
        log: 400 Bad Request: Failed to parse the request body as JSON: a: expected value at line 1 column 7
        axum's: 400 Rejection
          text: The request body is not valid JSON: expected a value at line 1 column 7.
        == {"a": {"page": "x"}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.page | a.page | /a/page: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.page: invalid type: string "x", expected u8 at line 1 column 18
        == {"a": {"pages": {"first": 1}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.pages.last | a.pages.last | /a/pages/last: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.pages: missing field `last` at line 1 column 28
        == {"a": {"pages": {"first": "x"}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.pages.first | a.pages.first | /a/pages/first: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.pages.first: invalid type: string "x", expected u8 at line 1 column 29
        == {"a": {"both": [1, "x"]}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.both[1] | a.both.1 | /a/both/1: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.both[1]: invalid type: string "x", expected u8 at line 1 column 22
        == {"a": {"both": [1]}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.both | a.both | /a/both: The value must be an array with 2 elements (length)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.both: invalid length 1, expected tuple variant Kind::Both with 2 elements at line 1 column 18
        == {"a": {"book": 1}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.book | a.book | /a/book: The value must be null (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.book: invalid type: integer `1`, expected unit at line 1 column 16
        == {"a": "page"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value has the wrong type (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.page: invalid type: unit variant, expected newtype variant at line 1 column 13
        == {"a": "C"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be `A` or `B` (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: unknown variant `C`, expected `A` or `B` at line 1 column 9
        == {"a": "C"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value is not one of those that are allowed (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: unknown variant `C`, there are no variants at line 1 column 9
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a | a | /a: The value is not valid (value)
        == {"a": "C"}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value must be `in progress` (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: unknown variant `C`, expected `in progress` at line 1 column 9
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a | a | /a: The value is not one of those that are allowed (value)
        == "C"
        422 Rejection
        text: The request body is not valid: expected `A` or `B`.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: unknown variant `C`, expected `A` or `B` at line 1 column 3
    "#]].assert_eq(&seen);
}

#[derive(Deserialize)]
#[serde(tag = "type")]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum Tagged {
    Book { inner: Of<u8> },
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "content")]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum Adjacent {
    Book { inner: Of<u8> },
}

#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum Untagged {
    Book { inner: Of<u8> },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct Flat {
    b: u8,
    #[serde(flatten)]
    inner: Of<Of<u8>>,
}

#[tokio::test]
async fn what_serde_reads_ahead_has_the_path_of_the_value_around_it() {
    let seen = all! {
        Tagged: r#"{"type": "Book", "inner": {"a": "x"}}"#,
        Tagged: r#"{"type": "Film"}"#,
        Tagged: r"{}",
        Of<Tagged>: r#"{"a": {"type": "Book", "inner": {"a": "x"}}}"#,
        Of<Tagged>: r#"{"a": {"type": "Book", "inner": {}}}"#,
        Of<Adjacent>: r#"{"a": {"type": "Book", "content": {"inner": {"a": "x"}}}}"#,
        Of<Adjacent>: r#"{"a": {"content": {"inner": {"a": "x"}}, "type": "Book"}}"#,
        Of<Untagged>: r#"{"a": {"inner": {"a": "x"}}}"#,
        Untagged: r#"{"inner": {"a": "x"}}"#,
        Flat: r#"{"b": "x", "a": {"a": 1}}"#,
        Flat: r#"{"b": 1, "a": {"a": "x"}}"#,
        Flat: r#"{"b": 1, "a": {}}"#,
        Of<Flat>: r#"{"a": {"b": 1, "a": {"a": "x"}}}"#,
    };
    expect![[r#"
        == {"type": "Book", "inner": {"a": "x"}}
        422 Rejection
        text: The request body is not valid.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid type: string "x", expected u8
        axum's: 422 Rejection
          text: The request body is not valid: expected an integer from 0 to 255.
        == {"type": "Film"}
        422 Rejection
        text: A field of the request body is not valid.
        field: type | type | /type: The value must be `Book` (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: type: unknown variant `Film`, expected `Book` at line 1 column 15
        == {}
        422 Rejection
        text: A field of the request body is not valid.
        field: type | type | /type: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `type` at line 1 column 2
        == {"a": {"type": "Book", "inner": {"a": "x"}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value is not valid (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: string "x", expected u8 at line 1 column 44
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a | a | /a: The value must be an integer from 0 to 255 (type)
        == {"a": {"type": "Book", "inner": {}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value is not valid (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: missing field `a` at line 1 column 36
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a.a | a.a | /a/a: The field is required (required)
        == {"a": {"type": "Book", "content": {"inner": {"a": "x"}}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a.content.inner.a | a.content.inner.a | /a/content/inner/a: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a.content.inner.a: invalid type: string "x", expected u8 at line 1 column 53
        == {"a": {"content": {"inner": {"a": "x"}}, "type": "Book"}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value is not valid (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: string "x", expected u8 at line 1 column 56
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a | a | /a: The value must be an integer from 0 to 255 (type)
        == {"a": {"inner": {"a": "x"}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value is not valid (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: data did not match any variant of untagged enum Untagged at line 1 column 28
        == {"inner": {"a": "x"}}
        422 Rejection
        text: The request body is not valid.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: data did not match any variant of untagged enum Untagged
        == {"b": "x", "a": {"a": 1}}
        422 Rejection
        text: A field of the request body is not valid.
        field: b | b | /b: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: b: invalid type: string "x", expected u8 at line 1 column 9
        == {"b": 1, "a": {"a": "x"}}
        422 Rejection
        text: The request body is not valid.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid type: string "x", expected u8 at line 1 column 25
        axum's: 422 Rejection
          text: The request body is not valid: expected an integer from 0 to 255.
        == {"b": 1, "a": {}}
        422 Rejection
        text: The request body is not valid.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `a` at line 1 column 17
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a | a | /a: The field is required (required)
        == {"a": {"b": 1, "a": {"a": "x"}}}
        422 Rejection
        text: A field of the request body is not valid.
        field: a | a | /a: The value is not valid (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: a: invalid type: string "x", expected u8 at line 1 column 31
        axum's: 422 Rejection
          text: A field of the request body is not valid.
          field: a | a | /a: The value must be an integer from 0 to 255 (type)
    "#]].assert_eq(&seen);
}

#[tokio::test]
async fn syntax() {
    let deep = "[".repeat(200);
    let seen = all! {
        Of<u8>: "",
        Of<u8>: " \n",
        Of<u8>: r#"{"a": 1"#,
        Of<u8>: r#"{"a": 1 "b""#,
        Of<Vec<u8>>: r#"{"a": [1 2"#,
        Of<Vec<u8>>: r#"{"a": [1,]}"#,
        Of<u8>: r"{a: 1}",
        Of<u8>: r#"{"a" 1}"#,
        Of<u8>: "{\n\"a\": x}",
        Of<bool>: r#"{"a": tru}"#,
        Of<String>: r#"{"a": "x"#,
        Of<String>: "{\"a\": \"x\ny\"}",
        Of<String>: r#"{"a": "\x"}"#,
        Of<String>: r#"{"a": "\ud800"}"#,
        Of<f64>: r#"{"a": 1e999}"#,
        Of<f64>: r#"{"a": 01}"#,
        Of<BTreeMap<u8, u8>>: r#"{"a": {"x": 1}}"#,
        serde_json::Value: &deep,
        Of<u8>: r#"{"a": 1} {"#,
    };
    expect![[r#"
        == 
        400 Rejection
        text: The request body is empty.
        log: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0
        ==  

        400 Rejection
        text: The request body is not valid JSON: it ends before a value at line 2 column 0.
        log: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing a value at line 2 column 0
        == {"a": 1
        400 Rejection
        text: The request body is not valid JSON: it ends inside of an object at line 1 column 7.
        log: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 7
        == {"a": 1 "b"
        400 Rejection
        text: The request body is not valid JSON: expected `,` or `}` at line 1 column 9.
        log: 400 Bad Request: Failed to parse the request body as JSON: expected `,` or `}` at line 1 column 9
        == {"a": [1 2
        400 Rejection
        text: The request body is not valid JSON: expected `,` or `]` at line 1 column 10.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: expected `,` or `]` at line 1 column 10
        == {"a": [1,]}
        400 Rejection
        text: The request body is not valid JSON: trailing comma at line 1 column 10.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: trailing comma at line 1 column 10
        == {a: 1}
        400 Rejection
        text: The request body is not valid JSON: the key of an object must be a string at line 1 column 2.
        log: 400 Bad Request: Failed to parse the request body as JSON: key must be a string at line 1 column 2
        == {"a" 1}
        400 Rejection
        text: The request body is not valid JSON: expected `:` at line 1 column 6.
        log: 400 Bad Request: Failed to parse the request body as JSON: expected `:` at line 1 column 6
        == {
        "a": x}
        400 Rejection
        text: The request body is not valid JSON: expected a value at line 2 column 6.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: expected value at line 2 column 6
        == {"a": tru}
        400 Rejection
        text: The request body is not valid JSON: expected `true`, `false` or `null` at line 1 column 10.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: expected ident at line 1 column 10
        == {"a": "x
        400 Rejection
        text: The request body is not valid JSON: it ends inside of a string at line 1 column 8.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: EOF while parsing a string at line 1 column 8
        == {"a": "x
        y"}
        400 Rejection
        text: The request body is not valid JSON: unescaped control character in a string at line 2 column 0.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: control character (\u0000-\u001F) found while parsing a string at line 2 column 0
        == {"a": "\x"}
        400 Rejection
        text: The request body is not valid JSON: invalid escape at line 1 column 9.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: invalid escape at line 1 column 9
        == {"a": "\ud800"}
        400 Rejection
        text: The request body is not valid JSON: invalid `\u` escape at line 1 column 14.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: unexpected end of hex escape at line 1 column 14
        == {"a": 1e999}
        400 Rejection
        text: The request body is not valid JSON: number out of range at line 1 column 11.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: number out of range at line 1 column 11
        == {"a": 01}
        400 Rejection
        text: The request body is not valid JSON: invalid number at line 1 column 8.
        log: 400 Bad Request: Failed to parse the request body as JSON: a: invalid number at line 1 column 8
        == {"a": {"x": 1}}
        400 Rejection
        text: The request body is not valid JSON: the key must be a number in quotes at line 1 column 8.
        log: 400 Bad Request: Failed to parse the request body as JSON: a.?: invalid value: expected key to be a number in quotes at line 1 column 8
        == [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
        400 Rejection
        text: The request body is not valid JSON: it is nested too deeply at line 1 column 128.
        log: 400 Bad Request: Failed to parse the request body as JSON: [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: recursion limit exceeded at line 1 column 128
        == {"a": 1} {
        400 Rejection
        text: The request body is not valid JSON: unexpected characters after the value at line 1 column 10.
        log: 400 Bad Request: Failed to parse the request body as JSON: trailing characters at line 1 column 10
    "#]].assert_eq(&seen);
}
