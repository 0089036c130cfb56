//! The schemas of details as they come from `schemars`: nothing internal, nothing that tools refuse.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

/// A place on a map.
///
/// # Internal
/// SECRET: comes from db-7.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Place {
    /// Latitude and longitude.
    ///
    /// # Internal
    /// SECRET
    position: (f64, f64),
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "NOWHERE", envelope = ErrorObject)]
struct Nowhere {
    #[api_error(detail)]
    place: Place,
}

static CATALOG: Catalog = Catalog::new("Map", "1", &[Nowhere::ERRORS]);

#[test]
fn what_a_type_says_behind_internal_stays_inside_and_tuples_are_in_each_dialect() {
    let place = Place::default();
    assert_eq!(Nowhere { place }.spec().code(), "NOWHERE");
    let number = json!({"type": "number", "format": "double"});
    for (version, position) in [
        (
            OpenApi::V3_0,
            json!({
                "description": "Latitude and longitude.",
                "type": "array",
                "items": {"anyOf": [number, number]},
                "minItems": 2,
                "maxItems": 2,
            }),
        ),
        (
            OpenApi::V3_1,
            json!({
                "description": "Latitude and longitude.",
                "type": "array",
                "prefixItems": [number, number],
                "items": {},
                "minItems": 2,
                "maxItems": 2,
            }),
        ),
    ] {
        let components = CATALOG.openapi(version);
        assert_eq!(
            components["components"]["schemas"]["Place"],
            json!({
                "description": "A place on a map.",
                "type": "object",
                "properties": {"position": position},
                "required": ["position"],
            })
        );
    }
}
