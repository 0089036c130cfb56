//! Whatever a `Serialize` or a `Display` does, the response is valid, only what failed is missing from it, and the
//! observer is told.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Once;

use axum::response::IntoResponse;
use errorbook::{
    ApiError, ErrorObject, HeaderSet, HeaderWriter, OmittedPart, Problem, envelope, on_error,
};
use errorbook_tests::body_as;
use serde::Serialize;
use serde::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::value::RawValue;

/// A `Serialize` that a closure writes.
macro_rules! serializes {
    ($($name:ident: |$serializer:ident| $body:block)*) => {$(
        #[derive(Debug, Default)]
        struct $name;

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, $serializer: S) -> Result<S::Ok, S::Error> $body
        }
    )*};
}

serializes! {
    FailsAtOnce: |_serializer| { Err(S::Error::custom("no")) }
    FailsHalfWay: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("written", &[1, 2, 3])?;
        Err(S::Error::custom("no"))
    }
    KeyIsNotText: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("a", &1)?;
        let _ = map.serialize_entry(&[1, 2], &2);
        map.end()
    }
    KeyIsInfinite: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        let _ = map.serialize_entry(&f64::INFINITY, &2);
        map.end()
    }
    NestedKeyIsNotText: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        let _ = map.serialize_entry("cells", &BTreeMap::from([((1, 2), 3)]));
        map.end()
    }
    EntryFails: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        let _ = map.serialize_entry("a", &FailsAtOnce);
        map.serialize_entry("b", &1)?;
        map.end()
    }
    EntryFailsHalfWay: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        let _ = map.serialize_entry("a", &FailsHalfWay);
        map.serialize_entry("b", &1)?;
        map.end()
    }
    OnlyElementFails: |serializer| {
        let mut seq = serializer.serialize_seq(None)?;
        let _ = seq.serialize_element(&FailsAtOnce);
        seq.end()
    }
    ElementFailsHalfWay: |serializer| {
        let mut seq = serializer.serialize_seq(None)?;
        let _ = seq.serialize_element(&FailsHalfWay);
        let _ = seq.serialize_element(&[FailsHalfWay]);
        seq.serialize_element(&1)?;
        seq.end()
    }
    TupleElementFails: |serializer| {
        let mut tuple = serializer.serialize_tuple(2)?;
        tuple.serialize_element(&1)?;
        let _ = tuple.serialize_element(&FailsAtOnce);
        tuple.end()
    }
    FieldFails: |serializer| {
        let mut fields = serializer.serialize_struct("Fields", 2)?;
        let _ = fields.serialize_field("a", &FailsHalfWay);
        fields.serialize_field("b", &2)?;
        fields.end()
    }
    KeyWithoutValue: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_key("a")?;
        map.end()
    }
    TwoKeysForOneValue: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_key("a")?;
        map.serialize_key("b")?;
        map.serialize_value(&1)?;
        map.end()
    }
    KeyFailsThenAnother: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        let _ = map.serialize_key(&[1]);
        map.serialize_key("b")?;
        map.serialize_value(&1)?;
        map.end()
    }
    ValueWithoutKey: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_value(&1)?;
        map.end()
    }
    TwoValuesForOneKey: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("a", &1)?;
        map.serialize_value(&2)?;
        map.end()
    }
    MoreThanPromised: |serializer| {
        let mut map = serializer.serialize_map(Some(0))?;
        map.serialize_entry("a", &1)?;
        map.end()
    }
    MoreElementsThanPromised: |serializer| {
        let mut seq = serializer.serialize_seq(Some(0))?;
        seq.serialize_element(&1)?;
        seq.end()
    }
    RawThatIsNotJson: |serializer| {
        let mut raw = serializer.serialize_struct("$serde_json::private::RawValue", 1)?;
        raw.serialize_field("$serde_json::private::RawValue", "1},{\"code\":\"OWNED\"")?;
        raw.end()
    }
    RawLoneSurrogate: |serializer| {
        let mut raw = serializer.serialize_struct("$serde_json::private::RawValue", 1)?;
        raw.serialize_field("$serde_json::private::RawValue", r#""\ud800""#)?;
        raw.end()
    }
    RawTwice: |serializer| {
        let mut raw = serializer.serialize_struct("$serde_json::private::RawValue", 1)?;
        raw.serialize_field("$serde_json::private::RawValue", "1")?;
        raw.serialize_field("$serde_json::private::RawValue", "2")?;
        raw.end()
    }
    Nothing: |serializer| {
        serializer.serialize_struct("$serde_json::private::RawValue", 1)?.end()
    }
    NothingInside: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("a", &Nothing)?;
        map.end()
    }
    DeepInside: |serializer| {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("a", &[[Some(OnlyElementFails)]])?;
        map.end()
    }
}

/// A detail that fails between two others, and as the whole of the details.
#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum Failing<T: Serialize + Debug + Default + errorbook::PublicText + 'static> {
    #[api_error(status = 400, code = "DETAIL")]
    Detail {
        #[api_error(detail)]
        first: u8,
        #[api_error(detail)]
        failing: T,
        #[api_error(detail)]
        last: &'static str,
    },
    #[api_error(status = 400, code = "ONLY")]
    Only(#[api_error(detail = "failing")] T),
    #[api_error(status = 400, code = "WHOLE")]
    Whole(#[api_error(details)] T),
}

thread_local! {
    static OMITTED: RefCell<Vec<(OmittedPart, String)>> = const { RefCell::new(Vec::new()) };
}

/// What the observer is told that the error's response omits.
fn omitted(error: impl IntoResponse) -> Vec<(OmittedPart, String)> {
    static OBSERVE: Once = Once::new();
    OBSERVE.call_once(|| {
        on_error(|report| {
            let omitted = report.omitted().iter();
            let omitted = omitted.map(|omitted| (omitted.part(), omitted.name().to_owned()));
            OMITTED.with(|all| *all.borrow_mut() = omitted.collect());
        });
    });
    OMITTED.take();
    drop(error.into_response());
    OMITTED.take()
}

/// Asserts that a failing detail removes itself and nothing else, in each place.
#[track_caller]
fn assert_omitted<T: Serialize + Debug + Default + errorbook::PublicText + 'static>() {
    let name = std::any::type_name::<T>();
    let context = errorbook::Context::new();
    let detail = || Failing::Detail {
        first: 1,
        failing: T::default(),
        last: "z",
    };
    let only = || Failing::Only(T::default());
    let whole = || Failing::Whole(T::default());
    for (error, in_object, spread) in [
        (
            detail(),
            r#","details":{"first":1,"last":"z"}"#,
            r#","first":1,"last":"z""#,
        ),
        (only(), "", ""),
        (whole(), "", ""),
    ] {
        let code = error.spec().code();
        assert_eq!(
            body_as::<ErrorObject>(&error, &context),
            format!(r#"{{"error":{{"code":"{code}","message":"Bad Request"{in_object}}}}}"#),
            "{name}"
        );
        assert_eq!(
            body_as::<Problem>(&error, &context),
            format!(
                r#"{{"title":"Bad Request","status":400,"detail":"Bad Request","code":"{code}"{spread}}}"#
            ),
            "{name}"
        );
    }
    let part = |part, name: &str| vec![(part, name.to_owned())];
    assert_eq!(omitted(detail()), part(OmittedPart::Detail, "failing"));
    assert_eq!(omitted(only()), part(OmittedPart::Detail, "failing"));
    assert_eq!(omitted(whole()), part(OmittedPart::Details, "details"));
}

macro_rules! each_is_omitted {
    ($($test:ident: $($type:ident),*;)*) => {$(
        $(impl errorbook::PublicText for $type {})*

        #[test]
        fn $test() {
            $(assert_omitted::<$type>();)*
        }
    )*};
}

each_is_omitted! {
    a_detail_that_fails_removes_only_itself: FailsAtOnce, FailsHalfWay;
    a_key_that_is_not_text_is_a_failure: KeyIsNotText, KeyIsInfinite, NestedKeyIsNotText;
    a_failure_that_is_swallowed_counts: EntryFails, EntryFailsHalfWay, OnlyElementFails,
        ElementFailsHalfWay, TupleElementFails, FieldFails, DeepInside;
    keys_and_values_out_of_order_are_a_failure: KeyWithoutValue, TwoKeysForOneValue,
        KeyFailsThenAnother, ValueWithoutKey, TwoValuesForOneKey;
    more_than_was_promised_is_a_failure: MoreThanPromised, MoreElementsThanPromised;
    raw_text_that_is_not_one_json_value_is_a_failure: RawThatIsNotJson, RawLoneSurrogate, RawTwice,
        Nothing, NothingInside;
}

#[test]
fn what_serializes_is_sent_as_it_is() {
    #[derive(Debug, Default, serde::Serialize)]
    enum Shape {
        #[default]
        Unit,
        One(u8),
        Two(u8, i128),
        Named {
            x: Option<f32>,
            y: char,
        },
    }
    #[derive(Debug, Default)]
    struct Bytes;
    impl Serialize for Bytes {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(b"ab")
        }
    }
    #[derive(Debug, Default, serde::Serialize)]
    struct All {
        numbers: BTreeMap<i8, f64>,
        flags: BTreeMap<bool, Option<u8>>,
        shapes: Vec<Shape>,
        empty: (Vec<u8>, BTreeMap<u8, u8>),
        bytes: Bytes,
        raw: Box<RawValue>,
        #[serde(flatten)]
        more: BTreeMap<&'static str, &'static str>,
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, code = "ALL", envelope = ErrorObject)]
    struct Everything(#[api_error(details)] All);

    let all = All {
        numbers: [(-1, 0.5), (7, f64::NAN)].into(),
        flags: [(true, None)].into(),
        shapes: vec![
            Shape::Unit,
            Shape::One(1),
            Shape::Two(2, i128::MIN),
            Shape::Named { x: None, y: '"' },
        ],
        empty: Default::default(),
        bytes: Bytes,
        raw: RawValue::from_string(r#"{ "a": [1e3, "\u00e9"] }"#.to_owned()).unwrap(),
        more: [("a", "\u{1}é")].into(),
    };
    let expected = serde_json::to_string(&all).unwrap();
    let error = Everything(all);
    assert_eq!(
        errorbook_tests::body(&error),
        format!(r#"{{"error":{{"code":"ALL","message":"Bad Request","details":{expected}}}}}"#)
    );
    assert_eq!(omitted(error), []);
}

#[test]
fn details_that_are_spread_omit_each_member_whose_name_is_taken_and_the_observer_learns_of_it() {
    envelope! {
        Spread: "application/json" {
            ..details,
            "code": code,
            "instance"?: instance,
            (status): "the status",
            (category): "the category",
        }
    }
    serializes! {
        Names: |serializer| {
            let mut map = serializer.serialize_map(None)?;
            for name in ["a", "code", "429", "a", "limits", "instance", "b", "b"] {
                map.serialize_entry(name, name)?;
            }
            map.end()
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Spread, category = "limits")]
    enum Limit {
        #[api_error(code = "L1", status = 429)]
        Names(#[api_error(details)] Names),
        #[api_error(code = "L2", status = 429, category = "errors")]
        List(#[api_error(details)] Vec<u8>),
    }
    assert_eq!(
        errorbook_tests::body(&Limit::Names(Names)),
        r#"{"a":"a","b":"b","code":"L1","429":"the status","limits":"the category"}"#
    );
    let detail = |name: &str| (OmittedPart::Detail, name.to_owned());
    assert_eq!(
        omitted(Limit::Names(Names)),
        ["code", "429", "a", "limits", "instance", "b"].map(detail)
    );
    assert_eq!(
        errorbook_tests::body(&Limit::List(vec![1])),
        r#"{"code":"L2","429":"the status","errors":"the category"}"#
    );
    assert_eq!(
        omitted(Limit::List(vec![1])),
        [(OmittedPart::Details, "details".to_owned())]
    );
}

#[test]
fn the_observer_learns_of_each_header_that_is_not_sent() {
    envelope! {
        Headed: "application/json" {
            header "X-Title" = title;
            header "X-Message" = message;
            "code": code,
        }
    }
    #[derive(Debug, Default)]
    struct Many;
    impl HeaderSet for Many {
        const NAMES: &'static [&'static str] = &["x-many"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-many", "a\nb");
            headers.set("x-other", "fine");
            headers.set("content-length", 7);
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Headed, status = 404, code = "A", title = "Größe", message = "no {text}")]
    struct Wrong {
        #[api_error(header = "X-Text")]
        text: String,
        #[api_error(headers)]
        many: Many,
    }
    let error = |text: &str| Wrong {
        text: text.to_owned(),
        many: Many,
    };
    let header = |name: &str| (OmittedPart::Header, name.to_owned());
    let always = ["x-many", "content-length", "x-title"];
    assert_eq!(omitted(error("fine")), always.map(header));
    let each = ["x-many", "content-length", "x-text", "x-title", "x-message"];
    assert_eq!(omitted(error("\r\n")), each.map(header));
    let response = errorbook::render(&error("é"), &errorbook::Context::new());
    assert_eq!(
        errorbook_tests::whole(&response),
        "404\ncache-control: no-store\ncontent-type: application/json\nx-other: fine\n\n{\"code\":\"A\"}"
    );
}

#[test]
fn the_observer_learns_of_a_link_that_is_not_a_uri_reference() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 410, code = "MOVED", envelope = ErrorObject)]
    struct Moved(#[api_error(docs)] Option<&'static str>);

    let docs = [(OmittedPart::Docs, "docs".to_owned())];
    assert_eq!(omitted(Moved(Some("see the [wiki] page"))), docs);
    assert_eq!(omitted(Moved(Some("/wiki"))), []);
    assert_eq!(omitted(Moved(None)), []);
}

#[test]
fn a_detail_whose_serialize_panics_is_omitted_alone() {
    /// A `Display` that fails: `serde_json` panics where it writes one as text.
    #[derive(Debug, Default)]
    struct Failing;
    impl std::fmt::Display for Failing {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    impl Serialize for Failing {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, code = "PANICS", envelope = ErrorObject)]
    struct Panics {
        #[api_error(detail)]
        first: u8,
        #[api_error(detail)]
        failing: Failing,
        #[api_error(detail)]
        last: u8,
    }
    let error = Panics {
        first: 1,
        failing: Failing,
        last: 2,
    };
    assert_eq!(
        errorbook_tests::body(&error),
        r#"{"error":{"code":"PANICS","message":"Bad Request","details":{"first":1,"last":2}}}"#
    );
}
