//! Arrays in envelopes: each element is described at its place.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorSet, envelope, render};
use errorbook_tests::documents::{assert_occurrences_fit, assert_refused};
use serde_json::{Value, json};

envelope! { pub Pair: "application/json" [ code, message ] }
envelope! { pub Middle: "application/json" { "list": [ status, category?, "x", request_id?, code ] } }
envelope! { pub Same: "application/json" { "messages": [ message, title?, message ] } }
envelope! { pub Empty: "application/json" { "none": [], "one": [{"code": code}] } }

macro_rules! declared {
    ($module:ident, $envelope:ident) => {
        mod $module {
            use super::*;

            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope)]
            pub enum E {
                #[api_error(status = 400, category = "a")]
                A,
                #[api_error(status = 400)]
                B,
            }

            pub static CATALOG: Catalog = Catalog::new("Arrays", "1", &[E::ERRORS]);

            pub fn check(refuses: bool) {
                assert_occurrences_fit(&CATALOG, &[E::A, E::B]);
                for version in [OpenApi::V3_1, OpenApi::V3_2] {
                    let components = CATALOG.openapi(version);
                    let context = Context::new().with_request_id("req_1");
                    for (error, other) in [(E::A, "B"), (E::B, "A")] {
                        let body = serde_json::from_slice(render(&error, &context).body());
                        let body: Value = body.expect("it is JSON");
                        let reference = format!("#/components/schemas/{other}");
                        let other = json!({"schema": {"$ref": reference}});
                        if refuses {
                            assert_refused(&components, &other, &body);
                        }
                    }
                }
            }

            pub fn schema(version: OpenApi, name: &str) -> Value {
                CATALOG.openapi(version)["components"]["schemas"][name].clone()
            }
        }
    };
}

declared!(pair, Pair);
declared!(same, Same);
declared!(empty, Empty);

#[test]
fn an_array_of_known_elements_is_described_by_place_so_that_it_tells_errors_apart() {
    pair::check(true);
    let code = json!({"type": "string", "const": "A"});
    let text = json!({"type": "string"});
    let mut schema = pair::schema(OpenApi::V3_1, "A");
    let keywords = schema.as_object_mut().expect("it is an object");
    keywords.retain(|name, _| !name.starts_with("x-") && name != "title");
    assert_eq!(
        schema,
        json!({"type": "array", "prefixItems": [code, text], "items": {}, "minItems": 2, "maxItems": 2})
    );
    // 3.0 has one schema for all items.
    assert_eq!(
        pair::schema(OpenApi::V3_0, "A")["items"],
        json!({"anyOf": [{"type": "string", "enum": ["A"]}, {"type": "string"}]})
    );
}

#[test]
fn elements_behind_an_optional_one_have_several_places() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Middle, category = "c")]
    enum E {
        #[api_error(status = 400)]
        A,
        #[api_error(status = 400)]
        B,
    }
    static CATALOG: Catalog = Catalog::new("Arrays", "1", &[E::ERRORS]);

    assert_occurrences_fit(&CATALOG, &[E::A, E::B]);
    let components = CATALOG.openapi(OpenApi::V3_2);
    let list = &components["components"]["schemas"]["A"]["properties"]["list"];
    let (id, code) = (
        json!({"type": "string"}),
        json!({"type": "string", "const": "A"}),
    );
    assert_eq!(
        *list,
        json!({
            "type": "array",
            "prefixItems": [
                {"type": "integer", "const": 400},
                {"type": "string", "const": "c"},
                {"type": "string", "const": "x"},
                {"anyOf": [id, code]},
                code,
            ],
            "items": {},
            "minItems": 4,
            "maxItems": 5,
        })
    );
    let context = Context::new().with_request_id("req_1");
    let body: Value = serde_json::from_slice(render(&E::B, &context).body()).expect("JSON");
    let other = json!({"schema": {"$ref": "#/components/schemas/A"}});
    assert_refused(&components, &other, &body);
}

#[test]
fn elements_that_are_all_alike_are_items() {
    same::check(false);
    let text = json!({"type": "string"});
    let list = |items: Value, least: u8, most: u8| json!({"type": "array", "items": items, "minItems": least, "maxItems": most});
    let title = json!({"type": "string", "const": "Bad Request"});
    assert_eq!(
        same::schema(OpenApi::V3_1, "A")["properties"]["messages"]["prefixItems"],
        json!([text, title, text])
    );
    empty::check(true);
    let responses = empty::CATALOG.responses::<empty::E>(OpenApi::V3_1);
    let media_type = &responses["400"]["content"]["application/json"];
    let body = &media_type["schema"]["properties"];
    assert_eq!(body["none"], list(json!({}), 0, 0));
    let errors = json!({"$ref": "#/components/schemas/E_400"});
    assert_eq!(body["one"], list(errors, 1, 1));
}
