//! The schemas of details as they come from `schemars`: nothing internal, nothing that tools refuse.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, PublicText};
use errorbook_tests::documents::assert_occurrences_fit;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::shapes::Grouped;

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
    // `null` is what JSON has for NaN.
    let number = json!({"type": ["number", "null"], "format": "double"});
    for (version, position) in [
        (
            OpenApi::V3_0,
            json!({
                "description": "Latitude and longitude.",
                "type": "array",
                "items": {"type": "number", "nullable": true, "format": "double"},
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

/// How a parcel is sent.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Carrier {
    /// On a bicycle.
    Bicycle,
    /// On a train.
    Train,
}

/// What a parcel is.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// A box.
    Box,
}

/// A parcel on its way.
#[derive(Debug, Serialize, JsonSchema)]
struct Parcel {
    carrier: Option<Carrier>,
    kind: Kind,
}

#[derive(Debug, ApiError)]
#[api_error(status = 409, code = "UNDER_WAY", envelope = ErrorObject)]
struct UnderWay {
    #[api_error(detail, example = Parcel { carrier: Some(Carrier::Train), kind: Kind::Box })]
    parcel: Parcel,
}

static PARCELS: Catalog = Catalog::new("Parcels", "1", &[UnderWay::ERRORS]);

#[test]
fn an_optional_type_with_a_name_and_an_enum_of_one_value_are_as_linters_want_them() {
    let parcel = Parcel {
        carrier: Some(Carrier::Bicycle),
        kind: Kind::Box,
    };
    assert_eq!(UnderWay { parcel }.spec().code(), "UNDER_WAY");
    for (version, nothing, kind) in [
        (
            OpenApi::V3_0,
            // `nullable` counts beside a `type` only.
            json!({"type": "string", "nullable": true, "enum": [null]}),
            json!({"description": "What a parcel is.", "type": "string", "enum": ["box"]}),
        ),
        (
            OpenApi::V3_1,
            json!({"type": "null"}),
            json!({"description": "What a parcel is.", "type": "string", "const": "box"}),
        ),
    ] {
        let components = PARCELS.openapi(version);
        let schemas = &components["components"]["schemas"];
        assert_eq!(
            schemas["Parcel"]["properties"]["carrier"],
            json!({"anyOf": [{"$ref": "#/components/schemas/Carrier"}, nothing]})
        );
        assert_eq!(schemas["Kind"], kind);
        // The same for those who describe their requests with these settings.
        let mut generator = version.response_schema_settings().into_generator();
        let reference = generator.subschema_for::<Parcel>();
        assert_eq!(
            reference,
            schemars::json_schema!({"$ref": "#/components/schemas/Parcel"})
        );
        let own = generator.take_definitions(true);
        for name in ["Parcel", "Kind", "Carrier"] {
            assert_eq!(own[name], schemas[name], "{name}");
        }
    }
}

#[test]
fn details_that_are_empty_are_an_object_without_members() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Grouped, category = "shop", rename_all = "snake_case")]
    enum Shop {
        #[api_error(status = 409)]
        Closed,
        #[api_error(status = 410)]
        Gone {
            #[api_error(detail)]
            since: Option<u16>,
        },
    }
    static CATALOG: Catalog = Catalog::new("Shop", "1", &[Shop::ERRORS]);

    for version in [OpenApi::V3_0, OpenApi::V3_1, OpenApi::V3_2] {
        let components = CATALOG.openapi(version);
        let details = |code: &str| {
            let schema = &components["components"]["schemas"][code];
            schema["properties"]["errors"]["properties"]["shop"]["properties"]["details"].clone()
        };
        // Not `maxProperties`, which the makers of clients do not read.
        let empty = json!({"type": "object", "additionalProperties": false});
        assert_eq!(details("closed"), empty);
        let since = json!({"type": "integer", "format": "uint16", "minimum": 0, "maximum": 65535});
        let members = json!({"type": "object", "properties": {"since": since}});
        assert_eq!(details("gone"), json!({"anyOf": [members, empty]}));
    }
}

#[test]
fn a_detail_without_an_example_is_not_required() {
    #[derive(Debug, Serialize, JsonSchema)]
    struct Bare {
        low: u8,
    }
    impl PublicText for Bare {}
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Held<T: PublicText + Serialize + JsonSchema> {
        #[api_error(status = 400)]
        Member {
            #[api_error(detail)]
            held: T,
            #[api_error(detail)]
            there: u8,
        },
        #[api_error(status = 400)]
        Whole(#[api_error(details)] T),
    }
    static CATALOG: Catalog = Catalog::new("Held", "1", &[Held::<Bare>::ERRORS]);

    assert_occurrences_fit(
        &CATALOG,
        &[
            Held::Member {
                held: Bare { low: 1 },
                there: 1,
            },
            Held::Whole(Bare { low: 1 }),
        ],
    );
    let components = CATALOG.openapi(OpenApi::V3_1);
    let schemas = &components["components"]["schemas"];
    assert_eq!(
        schemas["MEMBER"]["properties"]["details"]["required"],
        json!(["there"])
    );
    assert_eq!(schemas["WHOLE"]["required"], json!(["code", "message"]));
}
