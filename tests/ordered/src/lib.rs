//! A document that is the same bytes in every build.
//!
//! `tests/tests/openapi/bytes.rs` has this file, too, and `serde_json` without the feature.

#![allow(
    dead_code,
    missing_docs,
    reason = "the declarations are what is described"
)]

use std::collections::{BTreeMap, HashMap};

use errorbook::openapi::{self, OpenApi};
use errorbook::{ApiError, Catalog, Context, ErrorSet, envelope};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

envelope! {
    pub Timed: "application/json" {
        "time": timestamp,
        "error": {"message": message, "code": code, "details"?: details, "id"?: request_id}
    }
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Zone {
    zeta: f64,
    alpha: BTreeMap<u8, Größe>,
    kind: Kind,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Größe {
    width: u8,
    height: Option<Grüße>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Grüße {
    text: String,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(tag = "kind")]
pub enum Kind {
    #[default]
    Small,
    Large {
        zeta: u8,
        alpha: u8,
    },
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Timed)]
pub enum ZoneError {
    #[api_error(status = 409, retry(after = "3s", max = 2), header("X-Zone" = "z"))]
    ZoneClosed {
        #[api_error(detail)]
        zone: Zone,
        #[api_error(detail, example = HashMap::from([("b", 1), ("a", 2), ("c", 3), ("d", 4)]))]
        counts: HashMap<&'static str, u8>,
    },
    #[api_error(status = 409)]
    AreaClosed,
    #[api_error(status = 410)]
    Gone,
}

static CATALOG: Catalog = Catalog::new("Zones", "1", &[ZoneError::ERRORS])
    .with_example_context(|| Context::new().with_request_id("req_1"));

/// The document in all versions, a line each.
pub fn documents() -> String {
    let lines = OpenApi::ALL.map(|version| {
        let get = CATALOG.responses::<ZoneError>(version);
        let put = CATALOG.responses_in::<ZoneError>(version, &Context::new());
        let mut document = json!({"openapi": version.version()});
        document["paths"] = json!({"/a": {"get": {"responses": get}}});
        document["paths"]["/a"]["put"] = json!({"responses": put});
        openapi::merge(&mut document, &CATALOG).expect("no name clashes");
        // What is ahead of `paths` is not errorbook's.
        let parts = [
            &document["paths"]["/a"]["get"],
            &document["paths"]["/a"]["put"],
        ];
        let components = &document["components"];
        format!("{}\n{}\n{components}\n", parts[0], parts[1])
    });
    lines.concat()
}
