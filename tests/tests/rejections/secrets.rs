//! What a request or a type's own `Deserialize` puts into an error is for logs alone.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use axum::extract::FromRequest;
use errorbook::extract::{Form, Json, Query};
use errorbook::{FieldError, FrameworkError};
use http::Request;
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::{self, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::json;

/// A value that nobody may see.
const SECRET: &str = "hunter2";

/// All that a client can read of an error.
fn public(error: &FrameworkError) -> String {
    let mut public = error.text().unwrap_or_default().to_owned();
    for field in error.fields() {
        public.push('\n');
        public += &field.path().bracketed();
        public.push(' ');
        public += field.message();
        public.push(' ');
        public += field.code().unwrap_or_default();
    }
    public
}

/// All that logs can have of an error.
fn logged(error: &FrameworkError) -> String {
    let mut logged = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        logged += &cause.to_string();
        source = cause.source();
    }
    logged
}

fn check(error: &FrameworkError, secret: &str, is_rejected: &str) {
    let public = public(error);
    assert!(!public.contains(secret), "{is_rejected}: {public}");
    assert!(!public.contains("Secret"), "{is_rejected}: {public}");
    assert!(logged(error).contains(secret), "{is_rejected}: {error}");
    assert!(public.len() < 1000, "{is_rejected}: {public}");
    for text in error
        .fields()
        .iter()
        .map(FieldError::message)
        .chain(error.text())
    {
        assert!(!text.contains(char::is_control), "{is_rejected}: {text:?}");
    }
}

fn json_request(body: String) -> Request<axum::body::Body> {
    Request::post("/")
        .header("content-type", "application/json")
        .body(body.into())
        .expect("it is valid")
}

async fn json<T: DeserializeOwned>(body: String) -> FrameworkError {
    match Json::<T>::from_request(json_request(body), &()).await {
        Ok(_) => panic!("it is accepted"),
        Err(error) => error,
    }
}

async fn axums_json<T: DeserializeOwned>(body: String) -> FrameworkError {
    match axum::Json::<T>::from_request(json_request(body), &()).await {
        Ok(_) => panic!("it is accepted"),
        Err(error) => error.into(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct VerySecretName {
    number: Option<u8>,
    kind: Option<SecretKind>,
    tagged: Option<SecretTagged>,
    untagged: Option<SecretUntagged>,
    pair: Option<SecretPair>,
    unit: Option<SecretUnit>,
    newtype: Option<SecretNewtype>,
    flag: Option<bool>,
    letter: Option<char>,
    list: Option<Vec<u8>>,
    map: Option<BTreeMap<u8, u8>>,
    inner: Option<Box<VerySecretName>>,
    flat: Option<SecretFlat>,
    expecting: Option<SecretExpecting>,
    mail: Option<SecretMail>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum SecretKind {
    A,
    B(u8),
}

#[derive(Deserialize)]
#[serde(tag = "type")]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum SecretTagged {
    A { number: u8 },
}

#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum SecretUntagged {
    A { number: u8 },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct SecretPair(u8, u8);

#[derive(Deserialize)]
struct SecretUnit;

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct SecretNewtype(u8);

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct SecretFlat {
    #[serde(flatten)]
    inner: SecretTagged,
}

#[derive(Deserialize)]
#[serde(expecting = "hunter2, expected one of `Secret`")]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct SecretExpecting {
    number: u8,
}

/// What `nutype` makes, and people by hand.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct SecretMail;

struct NotAMail(String);

impl fmt::Display for NotAMail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. Expected valid SecretMail", self.0)
    }
}

impl TryFrom<String> for SecretMail {
    type Error = NotAMail;

    fn try_from(text: String) -> Result<Self, NotAMail> {
        Err(NotAMail(text))
    }
}

/// Texts that look like serde's.
const FORMS: [&str; 16] = [
    "hunter2",
    "hunter2 at line 1 column 2",
    "missing field `hunter2`",
    "duplicate field `hunter2`",
    "unknown field `hunter2`, expected `a`",
    "unknown field `a`, expected `hunter2`",
    "unknown field `hunter2`, there are no fields",
    "unknown variant `a`, expected `hunter2`",
    "unknown variant `a`, expected one of `hunter2`, `b`, `c`",
    "invalid type: hunter2, expected a string",
    "invalid type: string \"a\", expected hunter2",
    "invalid type: string \"a\", expected struct hunter2",
    "invalid value: `hunter2`, expected u8, expected `hunter2`",
    "invalid length 3, expected an array of length hunter2",
    "`, expected `hunter2`\n\u{0}\u{202e}",
    "\", expected one of `hunter2`, `b",
];

#[tokio::test]
async fn a_refused_value_is_not_public_in_whatever_place_it_is() {
    for field in [
        "number",
        "kind",
        "pair",
        "unit",
        "newtype",
        "flag",
        "letter",
        "list",
        "flat",
        "tagged",
        "untagged",
        "expecting",
        "mail",
    ] {
        for text in FORMS {
            for value in [
                json!(text),
                json!([text]),
                json!({"type": text}),
                json!({"type": "A", "number": text}),
                json!({"B": text}),
                json!({"number": text}),
            ] {
                let body = json!({"inner": {field: value}}).to_string();
                let read = serde_json::from_str::<VerySecretName>(&body);
                // Where the text is a key or nothing that an error tells, there is nothing to look for.
                let Err(error) = read else { continue };
                if !error.to_string().contains(SECRET) {
                    continue;
                }
                check(&json::<VerySecretName>(body.clone()).await, SECRET, &body);
                if field != "mail" {
                    check(
                        &axums_json::<VerySecretName>(body.clone()).await,
                        SECRET,
                        &body,
                    );
                }
            }
        }
    }
}

thread_local! {
    /// What a `Deserialize` below says.
    static SAID: std::cell::Cell<&'static str> = const { std::cell::Cell::new("") };
}

/// Says it after it has read a text.
#[derive(Debug)]
struct AfterText;

impl<'de> Deserialize<'de> for AfterText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?;
        Err(de::Error::custom(SAID.get()))
    }
}

/// Says it as a visitor.
struct Says;

impl<'de> Visitor<'de> for Says {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SAID.get())
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Err(E::custom(SAID.get()))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(de::Error::custom(SAID.get()))
    }
}

macro_rules! says {
    ($($name:ident: |$deserializer:ident| $call:expr,)+) => {
        $(
            #[derive(Debug)]
            struct $name;

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>($deserializer: D) -> Result<Self, D::Error> {
                    $call?;
                    Ok($name)
                }
            }
        )+
    };
}

says! {
    InAny: |deserializer| deserializer.deserialize_any(Says),
    InText: |deserializer| deserializer.deserialize_str(Says),
    InMap: |deserializer| deserializer.deserialize_map(Says),
    InStruct: |deserializer| deserializer.deserialize_struct("Secret", &["a"], Says),
    InOption: |deserializer| Option::<AfterText>::deserialize(deserializer),
    InList: |deserializer| Vec::<AfterText>::deserialize(deserializer),
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum InVariant {
    Newtype(AfterText),
    Struct { a: AfterText },
    Tuple(u8, AfterText),
}

#[derive(Debug, Deserialize)]
struct InNewtype(AfterText);

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct InFlatten {
    #[serde(flatten)]
    a: InMap,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
#[expect(dead_code, reason = "what matters is what it is read from")]
enum InTagged {
    A { a: AfterText },
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what matters is what it is read from")]
struct InField<T> {
    a: T,
}

#[tokio::test]
async fn a_text_of_a_deserialize_is_not_public_however_much_it_looks_like_serdes() {
    macro_rules! check {
        ($($ty:ty: $($body:literal)+,)+) => {$($(
            let error = json::<$ty>($body.to_owned()).await;
            check(&error, SECRET, concat!(stringify!($ty), " ", $body));
            let error = json::<InField<$ty>>(format!("{{\"a\": {}}}", $body)).await;
            check(&error, SECRET, concat!("InField ", stringify!($ty), " ", $body));
        )+)+};
    }
    for text in FORMS {
        SAID.set(text);
        check! {
            AfterText: "\"x\"",
            InAny: "\"x\"" "{}" "1",
            InText: "\"x\"" "1",
            InMap: "{}" "1",
            InStruct: "{}" "1",
            InOption: "\"x\"",
            InList: "[\"x\"]",
            InNewtype: "\"x\"",
            InVariant: "{\"Newtype\": \"x\"}" "{\"Struct\": {\"a\": \"x\"}}" "{\"Tuple\": [1, \"x\"]}",
            InFlatten: "{}",
            InTagged: "{\"type\": \"A\", \"a\": \"x\"}" "{\"a\": \"x\", \"type\": \"A\"}",
        }
    }
}

#[tokio::test]
async fn queries_and_forms_are_no_different() {
    for text in FORMS {
        SAID.set(text);
        let query = "a=x".to_owned();
        let request = Request::get(format!("/?{query}"))
            .body(axum::body::Body::empty())
            .expect("it is valid");
        let error = Query::<InField<AfterText>>::from_request(request, &())
            .await
            .expect_err("it refuses all");
        check(&error, SECRET, text);
        let request = Request::post("/")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(query.into())
            .expect("it is valid");
        let error = Form::<InField<InAny>>::from_request(request, &())
            .await
            .expect_err("it refuses all");
        check(&error, SECRET, text);
    }
}

#[tokio::test]
async fn a_long_text_or_key_makes_no_long_answer() {
    let long = SECRET.repeat(100_000);
    for body in [
        json!({"number": long}),
        json!({"kind": long}),
        json!({"mail": long}),
        json!({&long: 1}),
        json!({"map": {&long: 1}}),
    ] {
        let body = body.to_string();
        for error in [
            json::<VerySecretName>(body.clone()).await,
            axums_json::<VerySecretName>(body.clone()).await,
        ] {
            assert!(public(&error).len() < 400, "{}", public(&error));
        }
    }
    let deep = "{\"inner\":".repeat(100) + "{\"number\": \"hunter2\"}" + &"}".repeat(100);
    check(&json::<VerySecretName>(deep.clone()).await, SECRET, &deep);
}

proptest! {
    #[test]
    fn no_text_of_the_request_is_public(text in "[^\\\\\"]*", form in 0..FORMS.len(), field in 0..7_usize) {
        let field = ["number", "kind", "pair", "newtype", "flag", "mail", "tagged"][field];
        let secret = format!("zq7{text}7qz");
        let value = FORMS[form].replace("hunter2", &secret);
        let body = json!({field: value}).to_string();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let error = runtime.block_on(json::<VerySecretName>(body.clone()));
        prop_assert!(!public(&error).contains("zq7"), "{}: {}", body, public(&error));
        prop_assert!(!public(&error).contains("Secret"));
    }
}
