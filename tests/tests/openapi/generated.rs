//! Whatever a detail is made of, in each form that serde has, and whatever it holds: what is sent matches its schema in
//! each version.

#![allow(missing_docs, reason = "the declarations are what is described")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use arbitrary::{Arbitrary, Unstructured};
use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorObject, ErrorSet, Problem, render};
use errorbook_tests::documents::{check, validator};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Leaf {
    a_text: String,
    a_float: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    a_skipped: Option<char>,
    #[serde(rename = "const")]
    renamed: Option<bool>,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct Unit;

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct Newtype(f64);

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
#[serde(transparent)]
struct Transparent {
    inner: Vec<Leaf>,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct Pair(u8, Option<Leaf>);

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
enum External {
    #[default]
    Unit,
    Newtype(f64),
    Map(BTreeMap<u16, Leaf>),
    Tuple(i8, f32, Option<Leaf>),
    Struct {
        float: f64,
        leaf: Leaf,
    },
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
#[serde(tag = "kind")]
enum Internal {
    #[default]
    Unit,
    Leaf(Leaf),
    Struct {
        float: f64,
        map: BTreeMap<i8, Option<f32>>,
    },
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    #[default]
    Unit,
    Newtype(Option<f64>),
    Tuple(u8, Leaf),
    Struct {
        keyed: BTreeMap<u8, f64>,
    },
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
#[serde(untagged)]
enum Untagged {
    #[default]
    Unit,
    Float(f64),
    Text(String),
    Leaf(Leaf),
    Map(BTreeMap<u8, u8>),
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
enum Single {
    #[default]
    Only,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct Flat {
    own: f64,
    #[serde(flatten)]
    leaf: Leaf,
    #[serde(flatten)]
    others: BTreeMap<u8, f32>,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct FlatEnum {
    own: Option<f64>,
    #[serde(flatten)]
    kind: Internal,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Closed {
    own: u8,
    #[serde(flatten)]
    kind: Adjacent,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct Tree {
    value: f64,
    children: Vec<Tree>,
    by_number: BTreeMap<u8, Tree>,
}

#[derive(Debug, Default, Arbitrary, Serialize, JsonSchema)]
struct Of<T> {
    value: T,
    maybe: Option<T>,
}

macro_rules! generated {
    ($($module:ident: $type:ty;)*) => {
        $(
            mod $module {
                use super::*;

                #[derive(Debug, Default, Arbitrary, ApiError)]
                #[api_error(status = 422, code = "MEMBER", envelope = ErrorObject)]
                struct Member {
                    #[api_error(detail, example = <$type>::default())]
                    value: $type,
                    #[api_error(detail, example = Some(<$type>::default()))]
                    maybe: Option<$type>,
                    #[api_error(detail, example = vec![<$type>::default()])]
                    list: Vec<$type>,
                    #[api_error(detail, example = BTreeMap::<u8, $type>::new())]
                    map: BTreeMap<u8, $type>,
                }

                #[derive(Debug, Default, Arbitrary, ApiError)]
                #[api_error(status = 422, code = "WHOLE", envelope = Problem)]
                struct Whole(
                    #[api_error(details, example = BTreeMap::<i16, $type>::new())] BTreeMap<i16, $type>,
                );

                #[test]
                fn what_is_sent_matches_its_schema() {
                    static MEMBERS: Catalog = Catalog::new("Generated", "1", &[Member::ERRORS]);
                    static WHOLES: Catalog = Catalog::new("Generated", "1", &[Whole::ERRORS]);

                    assert_sent_matches::<Member>(&MEMBERS);
                    assert_sent_matches::<Whole>(&WHOLES);
                }
            }
        )*
    };
}

fn assert_sent_matches<E: ApiError + ErrorSet + for<'a> Arbitrary<'a>>(catalog: &Catalog) {
    let validators = OpenApi::ALL.map(|version| {
        let components = catalog.openapi(version);
        let responses = catalog.responses::<E>(version);
        let _ = check(&components, &responses, version);
        let validator = validator(&components, &responses, version, 422);
        (version, components, validator)
    });
    // With more of the bytes that make a float `NaN`.
    let byte = prop_oneof![2 => any::<u8>(), 1 => Just(0xff)];
    let bytes = proptest::collection::vec(byte, 0..512);
    let mut runner = TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(64)
    });
    let result = runner.run(&bytes, |bytes| {
        let error = E::arbitrary(&mut Unstructured::new(&bytes));
        let error = error.map_err(|error| TestCaseError::reject(error.to_string()))?;
        let response = render(&error, &Context::new());
        let body = serde_json::from_slice(response.body()).expect("the body is JSON");
        for (version, components, validator) in &validators {
            if let Err(problem) = validator.validate(&body) {
                let reason = format!("{version}: {problem}\n{body:#}\n{components:#}");
                return Err(TestCaseError::fail(reason));
            }
        }
        Ok(())
    });
    if let Err(problem) = result {
        panic!("{problem}");
    }
}

generated! {
    float: f64;
    text: String;
    letter: char;
    wide: i128;
    duration: Duration;
    tuple: (f32, u8, Option<String>);
    array: [f64; 3];
    set: BTreeSet<i8>;
    leaf: Leaf;
    unit: Unit;
    newtype: Newtype;
    transparent: Transparent;
    pair: Pair;
    external: External;
    internal: Internal;
    adjacent: Adjacent;
    untagged: Untagged;
    single: Single;
    flat: Flat;
    flat_enum: FlatEnum;
    closed: Closed;
    tree: Tree;
    generic: Of<Of<External>>;
    boxed: Box<Internal>;
}
