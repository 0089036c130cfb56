//! What may be public, in every public place, and what the compiler cannot tell. What it refuses is in
//! `ui/privacy`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Display};
use std::io;
use std::net::IpAddr;
use std::num::{NonZeroU8, Wrapping};
use std::path::PathBuf;
use std::sync::Arc;

use errorbook::openapi;
use errorbook::{
    ApiError, Catalog, Context, ErrorObject, ErrorSet, HeaderSet, HeaderWriter, PublicText, render,
    render_as,
};
use errorbook_tests::body;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use uuid::Uuid;

/// A type that derefs to text, and one that says nothing of itself.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Name(String);

impl std::ops::Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Texts of every kind in every public place: each converts into an error, and none is one.
#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject, rename_all = "snake_case")]
enum Texts<'a> {
    #[api_error(
        status = 400,
        message = "{owned} {borrowed} {boxed} {shared} {cow} {own}"
    )]
    InMessage {
        owned: String,
        borrowed: &'a str,
        #[api_error(example = Box::from("x"))]
        boxed: Box<str>,
        #[api_error(example = Arc::from("x"))]
        shared: Arc<str>,
        cow: Cow<'a, str>,
        own: Name,
    },
    #[api_error(status = 400)]
    AsDetails {
        #[api_error(detail)]
        owned: String,
        #[api_error(detail)]
        borrowed: Option<&'a str>,
        #[api_error(detail, example = Box::from("x"))]
        boxed: Box<str>,
        #[api_error(detail)]
        cow: Option<Cow<'a, str>>,
        #[api_error(detail)]
        own: Option<Name>,
    },
    #[api_error(status = 400)]
    InHeaders {
        #[api_error(header = "X-Owned")]
        owned: String,
        #[api_error(header = "X-Borrowed")]
        borrowed: Option<&'a str>,
        #[api_error(header = "X-Boxed", example = Box::from("x"))]
        boxed: Box<str>,
        #[api_error(header = "X-Cow")]
        cow: Cow<'a, str>,
        #[api_error(header = "X-Own")]
        own: Option<Name>,
    },
    #[api_error(status = 400)]
    Owned(#[api_error(docs)] String),
    #[api_error(status = 400)]
    Boxed(#[api_error(docs, example = Box::from("x"))] Box<str>),
    #[api_error(status = 400)]
    Cow(#[api_error(docs)] Cow<'a, str>),
    #[api_error(status = 400)]
    Borrowed(#[api_error(docs)] Option<&'a str>),
    #[api_error(status = 400)]
    Own(#[api_error(docs)] Name),
}

#[test]
fn text_of_any_type_is_public_in_every_place() {
    let name = || Name("own".into());
    assert_eq!(
        body(&Texts::InMessage {
            owned: "owned".into(),
            borrowed: "borrowed",
            boxed: "boxed".into(),
            shared: "shared".into(),
            cow: "cow".into(),
            own: name(),
        }),
        r#"{"error":{"code":"in_message","message":"owned borrowed boxed shared cow own"}}"#
    );
    assert_eq!(
        body(&Texts::AsDetails {
            owned: "owned".into(),
            borrowed: Some("borrowed"),
            boxed: "boxed".into(),
            cow: Some("cow".into()),
            own: Some(name()),
        }),
        r#"{"error":{"code":"as_details","message":"Bad Request","details":{"owned":"owned","borrowed":"borrowed","boxed":"boxed","cow":"cow","own":"own"}}}"#
    );
    let response = render(
        &Texts::InHeaders {
            owned: "owned".into(),
            borrowed: Some("borrowed"),
            boxed: "boxed".into(),
            cow: "cow".into(),
            own: Some(name()),
        },
        &Context::new(),
    );
    for kind in ["owned", "borrowed", "boxed", "cow", "own"] {
        assert_eq!(response.headers()[format!("x-{kind}")], kind);
    }
    for (error, link) in [
        (Texts::Owned("/owned".into()), "/owned"),
        (Texts::Boxed("/boxed".into()), "/boxed"),
        (Texts::Cow("/cow".into()), "/cow"),
        (Texts::Borrowed(Some("/borrowed")), "/borrowed"),
        (Texts::Own(Name("/own".into())), "/own"),
    ] {
        assert_eq!(error.docs().as_deref(), Some(link));
    }
}

/// Containers of the standard library are public if what they hold is.
#[derive(Debug, ApiError)]
#[api_error(status = 409, code = "CONTAINERS", envelope = ErrorObject)]
struct Containers {
    #[api_error(detail, example = Wrapping(1))]
    wrapping: Wrapping<u32>,
    #[api_error(detail, example = Reverse(Name::default()))]
    reverse: Reverse<Name>,
    #[api_error(detail)]
    optional: Option<Box<Option<Name>>>,
    #[api_error(detail)]
    map: BTreeMap<String, Vec<Name>>,
    #[api_error(detail)]
    pair: (Name, Option<Box<Name>>),
    #[api_error(detail)]
    path: PathBuf,
    #[api_error(detail, example = to_raw_value(&1).unwrap())]
    raw: Box<RawValue>,
}

#[test]
fn containers_of_public_types_are_public() {
    let name = || Name("own".into());
    assert_eq!(
        body(&Containers {
            wrapping: Wrapping(7),
            reverse: Reverse(name()),
            optional: Some(Box::new(Some(name()))),
            map: BTreeMap::from([("key".into(), vec![name()])]),
            pair: (name(), None),
            path: "/public".into(),
            raw: to_raw_value(&[1]).unwrap(),
        }),
        r#"{"error":{"code":"CONTAINERS","message":"Containers of the standard library are public if what they hold is.","details":{"wrapping":7,"reverse":"own","optional":"own","map":{"key":["own"]},"pair":["own",null],"path":"/public","raw":[1]}}}"#
    );
}

/// The bounds that the documentation of `PublicText` names.
#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "MISSING", message = "{id} is missing", envelope = ErrorObject)]
struct Missing<Id: PublicText> {
    #[api_error(detail)]
    id: Id,
    #[api_error(detail)]
    others: Vec<Id>,
    #[api_error(detail)]
    parent: Option<Id>,
}

#[test]
fn a_generic_detail_has_its_real_schema_and_appears_in_the_example() {
    static NUMBERS: Catalog = Catalog::new("Numbers", "1", &[Missing::<u8>::ERRORS]);
    static IDS: Catalog = Catalog::new("Ids", "1", &[Missing::<Uuid>::ERRORS]);
    let details_of = |catalog: &'static Catalog| {
        let mut document = json!({"openapi": "3.1.1"});
        openapi::merge(&mut document, catalog).unwrap();
        document["components"]["schemas"]["MISSING"]["properties"]["details"].clone()
    };
    let example_of = |error: &dyn ApiError| {
        let response = render_as::<ErrorObject>(&error.spec().example(), &Context::new());
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        body["error"]["details"].clone()
    };
    let number = json!({"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255});
    assert_eq!(
        details_of(&NUMBERS),
        json!({
            "type": "object",
            "properties": {
                "id": number,
                "others": {"type": "array", "items": number},
                "parent": number,
            },
            "required": ["id", "others"],
        })
    );
    let of_numbers = Missing {
        id: 7,
        others: vec![],
        parent: None,
    };
    assert_eq!(
        example_of(&of_numbers),
        json!({"id": 1, "others": [1], "parent": 1})
    );
    assert_eq!(
        details_of(&IDS)["properties"]["id"],
        json!({"type": "string", "format": "uuid"})
    );
    let of_ids = Missing {
        id: Uuid::nil(),
        others: vec![],
        parent: None,
    };
    assert_eq!(
        example_of(&of_ids),
        json!({"id": Uuid::nil(), "others": [Uuid::nil()], "parent": Uuid::nil()})
    );
    assert_eq!(
        body(&of_ids),
        r#"{"error":{"code":"MISSING","message":"00000000-0000-0000-0000-000000000000 is missing","details":{"id":"00000000-0000-0000-0000-000000000000","others":[]}}}"#
    );
}

/// A type of one's own says what it looks like.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
struct ClaimId(u64);

impl PublicText for ClaimId {
    fn example(_: &'static str) -> Option<Self> {
        Some(ClaimId(7))
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "MISSING", envelope = ErrorObject)]
struct NoClaim<Id: PublicText + JsonSchema> {
    #[api_error(detail)]
    id: Id,
}

#[test]
fn a_public_type_of_ones_own_has_its_schema_and_its_example_too() {
    static CATALOG: Catalog = Catalog::new("Claims", "1", &[NoClaim::<ClaimId>::ERRORS]);
    let mut document = json!({"openapi": "3.1.1"});
    errorbook::openapi::merge(&mut document, &CATALOG).unwrap();
    let schemas = &document["components"]["schemas"];
    assert_eq!(
        schemas["ClaimId"],
        json!({"description": "A type of one's own says what it looks like.", "type": "integer", "format": "uint64", "minimum": 0})
    );
    assert_eq!(
        render_as::<ErrorObject>(
            &NoClaim { id: ClaimId(3) }.spec().example(),
            &Context::new()
        )
        .body(),
        r#"{"error":{"code":"MISSING","message":"Not Found","details":{"id":7}}}"#
    );
}

/// All that a generic error may show is public without a line of the user's.
#[test]
fn the_usual_types_are_public_text() {
    fn is_public<T: PublicText>() {}
    is_public::<Option<Box<[Vec<Cow<'static, str>>]>>>();
    is_public::<HashMap<NonZeroU8, [IpAddr; 4]>>();
    is_public::<Arc<BTreeMap<Arc<str>, std::time::Duration>>>();
    is_public::<Uuid>();
    is_public::<(u8, Wrapping<u8>, Reverse<(String, bool)>)>();
}

// What remains possible, sentence by sentence as in the README.

#[test]
fn text_that_someone_made_of_an_error_is_text() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 502, code = "DOWN", message = "{text}", envelope = ErrorObject)]
    struct Down {
        text: String,
    }
    let text = io::Error::other("SECRET").to_string();
    assert_eq!(
        body(&Down { text }),
        r#"{"error":{"code":"DOWN","message":"SECRET"}}"#
    );
}

#[test]
fn a_type_of_ones_own_may_show_the_error_inside_of_it() {
    #[derive(Debug)]
    struct Outer(io::Error);
    impl Display for Outer {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            Display::fmt(&self.0, f)
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 502, code = "DOWN", message = "{outer}", envelope = ErrorObject)]
    struct Down {
        #[api_error(example = Outer(io::Error::other("x")))]
        outer: Outer,
    }
    let outer = Outer(io::Error::other("SECRET"));
    assert_eq!(
        body(&Down { outer }),
        r#"{"error":{"code":"DOWN","message":"SECRET"}}"#
    );
}

#[test]
fn a_set_of_headers_may_write_an_error() {
    #[derive(Debug, Default)]
    struct Headers(Option<io::Error>);
    impl HeaderSet for Headers {
        const NAMES: &'static [&'static str] = &["x-why"];
        fn write(&self, headers: &mut HeaderWriter) {
            if let Some(error) = &self.0 {
                headers.set("x-why", error);
            }
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 502)]
    struct Down(#[api_error(headers)] Headers);
    let error = Down(Headers(Some(io::Error::other("SECRET"))));
    assert_eq!(render(&error, &Context::new()).headers()["x-why"], "SECRET");
}

#[test]
fn public_text_is_believed_where_a_parameter_is_replaced() {
    #[derive(Debug, Serialize)]
    struct Fault(String);
    impl Display for Fault {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&self.0)
        }
    }
    impl std::error::Error for Fault {}
    impl PublicText for Fault {}
    let error = Missing {
        id: Fault("SECRET".into()),
        others: vec![],
        parent: None,
    };
    assert_eq!(
        body(&error),
        r#"{"error":{"code":"MISSING","message":"SECRET is missing","details":{"id":"SECRET","others":[]}}}"#
    );
}
