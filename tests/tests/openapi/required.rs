//! What is described as always there is always there.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorObject, ErrorSet, render};
use errorbook_tests::documents::{assert_fits, assert_occurrences_fit};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

fn not_unicode() -> PathBuf {
    OsString::from_vec(vec![0xff]).into()
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Quota {
    used: f32,
    others: Vec<Option<f64>>,
}

#[derive(Debug, Default, Serialize)]
struct Undescribed {
    path: PathBuf,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Page<T> {
    items: Vec<T>,
}

macro_rules! details {
    ($($name:ident: $type:ty;)*) => {
        #[derive(Debug, Default, ApiError)]
        #[api_error(status = 422, code = "MANY", envelope = ErrorObject)]
        struct Many {
            $(
                #[api_error(detail)]
                #[api_error(example = <$type>::default())]
                $name: $type,
            )*
        }

        /// Each detail, and the name of its type.
        const DETAILS: &[(&str, &str)] = &[$((stringify!($name), stringify!($type))),*];
    };
}

// Those that begin with `may` can fail.
details! {
    text: String;
    cow: Cow<'static, str>;
    boxed: Box<str>;
    number: u64;
    wide: i128;
    float: f64;
    floats: Vec<f32>;
    pair: (u8, Option<f64>);
    array: [bool; 3];
    duration: Duration;
    quota: Quota;
    quotas: Vec<Quota>;
    page: Page<Quota>;
    by_text: BTreeMap<String, Quota>;
    by_boxed_text: HashMap<Box<str>, Vec<u8>>;
    by_number: BTreeMap<i16, String>;
    by_flag: BTreeMap<bool, char>;
    json: Value;
    may_path: PathBuf;
    may_paths: Vec<PathBuf>;
    may_path_in_a_page: Page<PathBuf>;
    may_path_as_a_key: BTreeMap<PathBuf, u8>;
    may_path_as_a_value: BTreeMap<String, PathBuf>;
    may_pair_as_a_key: BTreeMap<(u8, u8), String>;
    may_option_as_a_key: HashMap<Option<u8>, String>;
    may_list_as_a_key: BTreeMap<Box<Vec<u8>>, String>;
    may_nested: Vec<BTreeMap<u8, BTreeMap<[u8; 2], u8>>>;
    may_cell: RefCell<String>;
    may_undescribed: Undescribed;
    maybe: Option<u8>;
}

#[test]
fn a_detail_whose_type_can_fail_to_serialize_is_not_required() {
    static CATALOG: Catalog = Catalog::new("Many", "1", &[Many::ERRORS]);

    for version in OpenApi::ALL {
        let components = CATALOG.openapi(version);
        let details = &components["components"]["schemas"]["MANY"]["properties"]["details"];
        let required = details["required"].as_array().expect("some are required");
        for (name, kind) in DETAILS {
            let can_fail = name.starts_with("may");
            assert_eq!(!required.contains(&json!(name)), can_fail, "{name}: {kind}");
        }
    }
    assert_occurrences_fit(&CATALOG, &[Many::default()]);
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum Failing {
    #[api_error(status = 404)]
    NoFile {
        #[api_error(detail)]
        path: PathBuf,
    },
    #[api_error(status = 409)]
    Cells {
        #[api_error(detail)]
        cells: BTreeMap<(u8, u8), String>,
        #[api_error(detail)]
        row: u8,
    },
    #[api_error(status = 410)]
    Old {
        #[api_error(detail, example = SystemTime::UNIX_EPOCH)]
        since: SystemTime,
    },
    #[api_error(status = 413)]
    Whole(#[api_error(details)] Vec<PathBuf>),
    #[api_error(status = 422)]
    Ratio {
        #[api_error(detail)]
        ratio: f64,
        #[api_error(detail)]
        maybe: Option<f32>,
        #[api_error(detail)]
        list: Vec<f64>,
        #[api_error(detail)]
        quota: Quota,
    },
}

#[test]
fn what_does_not_serialize_and_what_json_has_no_number_for_is_as_described() {
    static CATALOG: Catalog = Catalog::new("Failing", "1", &[Failing::ERRORS]);

    let before = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
    let cells = BTreeMap::from([((1, 2), "x".to_owned())]);
    assert_occurrences_fit(
        &CATALOG,
        &[
            Failing::NoFile {
                path: not_unicode(),
            },
            Failing::NoFile { path: "a".into() },
            Failing::Cells { cells, row: 1 },
            Failing::Old { since: before },
            Failing::Whole(vec![not_unicode()]),
            Failing::Ratio {
                ratio: f64::NAN,
                maybe: Some(f32::INFINITY),
                list: vec![f64::NEG_INFINITY, 0.0],
                quota: Quota {
                    used: f32::NAN,
                    others: vec![None, Some(f64::NAN)],
                },
            },
        ],
    );
    let components = CATALOG.openapi(OpenApi::V3_1);
    let details = &components["components"]["schemas"]["RATIO"]["properties"]["details"];
    assert_eq!(details["required"], json!(["ratio", "list", "quota"]));
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum Linked {
    #[api_error(status = 410)]
    Moved {
        #[api_error(docs)]
        page: String,
    },
    #[api_error(status = 411, docs = "/errors/{code}")]
    Declared(#[api_error(docs)] Option<String>),
}

#[test]
fn a_text_that_is_not_a_uri_reference_is_not_sent_as_a_link() {
    static CATALOG: Catalog = Catalog::new("Linked", "1", &[Linked::ERRORS]);

    let docs = |error: &Linked, context: &Context| {
        let response = render(error, context);
        for version in OpenApi::ALL {
            let responses = CATALOG.responses::<Linked>(version);
            assert_fits(&CATALOG.openapi(version), &responses, version, &response);
        }
        let body: Value = serde_json::from_slice(response.body()).expect("it is JSON");
        body["error"]["docs"].as_str().map(str::to_owned)
    };
    let moved = |page: &str| Linked::Moved { page: page.into() };
    let none = &Context::new();
    for link in [
        "https://example.com/a?b=c&d#e/f?g",
        "https://user:pass@example.com:8080",
        "http://[::1]:80/%7Bx%7D",
        "http://[v1.a:b]",
        "mailto:help@example.com",
        "urn:example:a123,z456",
        "/errors/(a)!$&'*+,;=:@",
        "//example.com",
        "?page=2",
        "#a",
        "",
        "a/b:c",
    ] {
        assert_eq!(docs(&moved(link), none).as_deref(), Some(link));
    }
    for text in [
        "see the [wiki] page",
        "https://example.com/a b",
        "https://example.com/Größe",
        "https://example.com/{id}",
        "https://example.com/a#b#c",
        "https://example.com/100%",
        "https://example.com/%zz",
        "https://exa[mple.com/",
        "http://[::1",
        "http://[::zz]/",
        "http://example.com:http/",
        "http://a@b@c/",
        "1a:b",
        ":a",
        "a\nb",
        "\"quoted\"",
        "<https://example.com>",
        "C:\\errors",
        "|",
        "^",
        "`",
    ] {
        assert_eq!(docs(&moved(text), none), None, "{text}");
        // The next link takes its place.
        let of_request = Context::new().with_docs("/page");
        assert_eq!(docs(&moved(text), &of_request).as_deref(), Some("/page"));
        let declared = Linked::Declared(Some(text.to_owned()));
        assert_eq!(docs(&declared, none).as_deref(), Some("/errors/DECLARED"));
        let of_request = Context::new().with_docs(text);
        assert_eq!(docs(&moved(text), &of_request), None);
    }
}

#[test]
fn both_crates_know_the_same_links() {
    assert_eq!(
        include_str!("../../../macros/src/uri.rs"),
        include_str!("../../../runtime/src/write/uri.rs")
    );
}
