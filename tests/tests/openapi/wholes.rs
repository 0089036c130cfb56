//! Details that are one value, wherever an envelope has them.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, Problem, envelope};
use errorbook_tests::documents::assert_occurrences_fit;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::shapes::{Everything, Keyed, Range};

macro_rules! wholes_in {
    ($name:ident, $envelope:ty) => {
        #[test]
        fn $name() {
            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "wholes")]
            enum Wholes {
                #[api_error(status = 400)]
                Tagged(#[api_error(details)] Tagged),
                #[api_error(status = 400)]
                Untagged(#[api_error(details)] Untagged),
                #[api_error(status = 400)]
                Anything(#[api_error(details)] Value),
                #[api_error(status = 400)]
                Strict(#[api_error(details)] Strict),
                #[api_error(status = 400)]
                Titled(#[api_error(details)] Titled),
                #[api_error(status = 400)]
                MayBeNull(#[api_error(details)] MayBeNull),
                #[api_error(status = 400)]
                Optional(#[api_error(details)] Option<Strict>),
                #[api_error(status = 400)]
                Texts(#[api_error(details)] Vec<String>),
                #[api_error(status = 400)]
                Names(#[api_error(details)] std::collections::BTreeMap<String, u8>),
                #[api_error(status = 409, code = "SHARED", shared)]
                First(#[api_error(details)] Strict),
                #[api_error(status = 409, code = "SHARED", shared)]
                Second(#[api_error(details)] Range),
                #[api_error(status = 409, code = "SHARED", shared)]
                Third,
            }
            static CATALOG: Catalog = Catalog::new("Wholes", "1", &[Wholes::ERRORS]);

            assert_occurrences_fit(
                &CATALOG,
                &[
                    Wholes::Tagged(Tagged::One { low: 1 }),
                    Wholes::Tagged(Tagged::Two { high: 2 }),
                    Wholes::Untagged(Untagged::Text("text".into())),
                    Wholes::Untagged(Untagged::Object { title: 1 }),
                    Wholes::Anything(json!({"a": 1})),
                    Wholes::Anything(json!([1])),
                    Wholes::Anything(json!(1)),
                    Wholes::Anything(Value::Null),
                    Wholes::Strict(Strict { low: 1 }),
                    Wholes::Titled(Titled { title: 1, status: None, other: 1 }),
                    Wholes::MayBeNull(MayBeNull(None)),
                    Wholes::MayBeNull(MayBeNull(Some(Strict { low: 1 }))),
                    Wholes::Optional(None),
                    Wholes::Optional(Some(Strict { low: 1 })),
                    Wholes::Texts(vec![]),
                    Wholes::Names([("title".to_owned(), 1), ("a".to_owned(), 2)].into()),
                    Wholes::First(Strict { low: 1 }),
                    Wholes::Second(Range { low: 1, high: None }),
                    Wholes::Third,
                ],
            );
        }
    };
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind")]
pub(crate) enum Tagged {
    One { low: u8 },
    Two { high: u8 },
}

impl Default for Tagged {
    fn default() -> Self {
        Tagged::One { low: 1 }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum Untagged {
    Text(String),
    Object { title: u8 },
}

impl Default for Untagged {
    fn default() -> Self {
        Untagged::Object { title: 1 }
    }
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Strict {
    pub(crate) low: u8,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Titled {
    title: u8,
    status: Option<u8>,
    other: u8,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct MayBeNull(Option<Strict>);

envelope! {
    /// Spread beside a key that depends on the error, and under an optional part.
    pub Beside: "application/json" {
        "code": code, "few"?: {"these": details}, "inner": {(category): status, ..details}
    }
}

wholes_in!(details_that_are_one_value_fit_when_spread, Problem);
wholes_in!(details_that_are_one_value_fit_as_a_member, ErrorObject);
wholes_in!(
    details_that_are_one_value_fit_where_they_may_be_absent,
    Everything
);
wholes_in!(details_that_are_one_value_fit_beside_keys_of_errors, Beside);

#[test]
fn members_of_one_value_are_spread_without_its_constraints_on_others() {
    #[derive(Debug, ApiError)]
    #[api_error(rename_all = "PascalCase")]
    enum Spread {
        #[api_error(status = 400)]
        Strict(#[api_error(details)] Strict),
        #[api_error(status = 400)]
        Titled(#[api_error(details)] Titled),
        #[api_error(status = 400)]
        Tagged(#[api_error(details)] Tagged),
        #[api_error(status = 400)]
        Texts(#[api_error(details)] Vec<String>),
    }
    static CATALOG: Catalog = Catalog::new("Spread", "1", &[Spread::ERRORS]);

    let components = CATALOG.openapi(OpenApi::V3_1);
    let schemas = components["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().collect();
    assert_eq!(names, ["Spread_400", "Strict", "Tagged", "Texts", "Titled"]);
    let number = json!({"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255});
    let of = |code: &str, extra: Value| {
        let mut properties = json!({
            "title": {"type": "string", "const": "Bad Request"},
            "status": {"type": "integer", "const": 400},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "code": {"type": "string", "const": code},
        });
        let mut required = json!(["title", "status", "detail", "code"]);
        for (name, schema) in extra.as_object().unwrap() {
            properties[name] = schema.clone();
            required.as_array_mut().unwrap().push(name.as_str().into());
        }
        json!({
            "title": code,
            "type": "object",
            "properties": properties,
            "required": required,
            "x-retryable": false,
        })
    };
    assert_eq!(schemas["Strict"], of("Strict", json!({"low": number})));
    assert_eq!(schemas["Titled"], of("Titled", json!({"other": number})));
    assert_eq!(schemas["Tagged"], of("Tagged", json!({})));
    let texts = json!({"errors": {"type": "array", "items": {"type": "string"}}});
    assert_eq!(schemas["Texts"], of("Texts", texts));
}

macro_rules! same_names_in {
    ($name:ident, $envelope:ty, $expected:expr) => {
        #[test]
        fn $name() {
            #[derive(Debug, Default, Serialize, JsonSchema)]
            struct Shelf {
                row: u8,
            }
            #[derive(Debug, Default, Serialize, JsonSchema)]
            struct OutOfStock {
                shelf: Shelf,
                #[serde(skip_serializing_if = "Option::is_none")]
                next: Option<Box<OutOfStock>>,
            }
            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, rename_all = "PascalCase")]
            enum Orders {
                #[api_error(status = 409, category = "stock")]
                OutOfStock(#[api_error(details)] OutOfStock),
                #[api_error(status = 409, category = "stock")]
                Shelf(#[api_error(details)] Option<Shelf>),
            }
            static CATALOG: Catalog = Catalog::new("Orders", "1", &[Orders::ERRORS]);

            let components = CATALOG.openapi(OpenApi::V3_1);
            let schemas = components["components"]["schemas"].as_object().unwrap();
            let names: Vec<_> = schemas.keys().map(String::as_str).collect();
            assert_eq!(names, $expected);
            assert_occurrences_fit(
                &CATALOG,
                &[
                    Orders::OutOfStock(OutOfStock {
                        shelf: Shelf { row: 1 },
                        next: Some(Box::default()),
                    }),
                    Orders::Shelf(None),
                    Orders::Shelf(Some(Shelf { row: 1 })),
                ],
            );
        }
    };
}

const ALL_ORDERS: [&str; 5] = [
    "Orders_409",
    "OutOfStock",
    "OutOfStock_details",
    "Shelf",
    "Shelf_details",
];

same_names_in!(
    a_type_may_have_the_name_of_its_error_when_spread,
    Problem,
    ALL_ORDERS
);
same_names_in!(
    a_type_may_have_the_name_of_its_error_as_a_member,
    ErrorObject,
    ALL_ORDERS
);
same_names_in!(
    a_type_may_have_the_name_of_its_error_under_a_key,
    Keyed,
    ALL_ORDERS
);
