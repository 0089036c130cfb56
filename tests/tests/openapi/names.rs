//! Names of components.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
use errorbook_tests::documents::{assert_occurrences_fit, check};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Größe {
    breite: u8,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Grüße {
    inner: Vec<Größe>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename = "billing::Line Item")]
struct LineItem {
    n: u8,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "Page<{T}>~/%41")]
struct Page<T> {
    items: Vec<T>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename = "Gr__e")]
struct Clean {
    is_clean: bool,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename = "TOO LARGE")]
struct NamedAsTheError {
    is_type: bool,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename = "")]
struct Nameless {
    is_nameless: bool,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename = "\n\u{1}")]
struct Control {
    is_control: bool,
}

#[derive(Debug, Default, ApiError)]
#[api_error(status = 422, code = "TOO_LARGE", envelope = ErrorObject)]
struct TooLarge {
    #[api_error(detail)]
    size: Größe,
    #[api_error(detail)]
    sizes: Grüße,
    #[api_error(detail)]
    item: LineItem,
    #[api_error(detail)]
    page: Page<LineItem>,
    #[api_error(detail)]
    sized: Page<Größe>,
    #[api_error(detail)]
    clean: Clean,
    #[api_error(detail)]
    named: NamedAsTheError,
    #[api_error(detail)]
    nameless: Nameless,
    #[api_error(detail)]
    control: Control,
}

static CATALOG: Catalog = Catalog::new("Names", "1", &[TooLarge::ERRORS]);

#[test]
fn types_of_details_have_names_that_components_can_have() {
    let full = TooLarge {
        sizes: Grüße {
            inner: vec![Größe { breite: 1 }],
        },
        page: Page {
            items: vec![LineItem { n: 1 }],
        },
        ..TooLarge::default()
    };
    assert_occurrences_fit(&CATALOG, &[TooLarge::default(), full]);
    for version in OpenApi::ALL {
        let components = CATALOG.openapi(version);
        // Every reference leads somewhere.
        let _ = check(
            &components,
            &CATALOG.responses::<TooLarge>(version),
            version,
        );
        let schemas = &components["components"]["schemas"];
        let members = |name: &str| {
            let properties = schemas[name]["properties"].as_object();
            let names = properties.map(|members| members.keys().cloned().collect::<Vec<_>>());
            names.unwrap_or_default().concat()
        };
        // The clean name is kept, the error's, too.
        assert_eq!(members("Gr__e"), "is_clean");
        assert_eq!(members("TOO_LARGE"), "codedetailsdocsmessagerequest_id");
        assert_eq!(members("TOO_LARGE_2"), "is_type");
        assert_eq!(members("Gr__e_2"), "breite");
        assert_eq!(members("Gr__e_3"), "inner");
        assert_eq!(members("billing__Line_Item"), "n");
        assert_eq!(members("_"), "is_nameless");
        assert_eq!(members("__"), "is_control");
        assert_eq!(
            schemas["Gr__e_3"]["properties"]["inner"]["items"]["$ref"],
            "#/components/schemas/Gr__e_2"
        );
    }
}
