//! Whatever is rendered is valid by its description, for shapes of bodies and kinds of errors of every
//! sort.

use std::time::Duration;

use errorbook::openapi::OpenApi;
use errorbook::{
    ApiError, Catalog, ErrorObject, ErrorSet, FieldError, FieldErrors, Problem, PublicText,
    RateLimit, envelope,
};
use errorbook_tests::documents::check;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// A detail with a schema of its own, used by name.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Range {
    pub(crate) low: u8,
    pub(crate) high: Option<u8>,
}

/// A detail without a schema.
#[derive(Debug, Default, Serialize)]
pub struct Opaque {
    any: bool,
}

/// Declares the same errors in an envelope of choice, and checks what its documents say of them.
macro_rules! errors_in {
    ($module:ident, $envelope:ty, $details:ident) => {
        pub(crate) mod $module {
            use super::*;

            /// What every endpoint may answer with.
            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "common")]
            pub enum Common {
                /// The key is missing.
                #[api_error(status = 401, challenge = "Bearer")]
                Unauthorized,
                /// Too many requests.
                #[api_error(status = 429, retry(after = "1m", max = 3))]
                RateLimited(#[api_error(headers)] RateLimit),
                #[api_error(status = 500)]
                InternalError(#[from] std::io::Error),
            }

            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "claims", docs = "https://docs.example.com/{code}")]
            pub enum Claims {
                #[api_error(transparent)]
                Common(#[from] Common),
                /// No claim has this id.
                #[api_error(status = 404, message = "Claim {id} not found")]
                ClaimNotFound { id: u64 },
                /// The claim was deleted.
                #[api_error(status = 404, title = "Deleted")]
                #[deprecated(since = "1.1.0", note = "use CLAIM_NOT_FOUND")]
                ClaimGone,
                /// One field is wrong.
                #[api_error(status = 422, code = "INVALID", shared)]
                OneField {
                    #[api_error($details)]
                    field: FieldError,
                },
                /// Several fields are wrong.
                #[api_error(status = 422, code = "INVALID", shared)]
                SeveralFields {
                    #[api_error($details)]
                    fields: FieldErrors,
                },
                /// The shape is wrong.
                #[api_error(status = 400, code = "INVALID", shared)]
                Shape {
                    #[api_error($details)]
                    range: Range,
                    #[api_error(header = "X-Range")]
                    header: Option<String>,
                },
                #[api_error(status = 400)]
                Odd {
                    #[api_error($details)]
                    opaque: Option<Opaque>,
                },
                #[api_error(status = 503)]
                Busy {
                    #[api_error(retry_after)]
                    wait: Duration,
                    #[api_error(docs)]
                    page: Option<String>,
                },
            }

            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "media")]
            pub enum Uploads<T: PublicText + Default> {
                #[api_error(transparent)]
                Common(Common),
                #[api_error(status = 415, message = "{0} is no media type")]
                MediaType(T),
                #[api_error(status = 409)]
                Conflict(#[api_error(details)] Option<T>),
            }

            pub static CATALOG: Catalog =
                Catalog::new("Claims API", "1.4.0", &[Claims::ERRORS, Uploads::<String>::ERRORS]);

            /// Every example of every operation, in every version.
            pub fn check_all() {
                for version in OpenApi::ALL {
                    let components = CATALOG.openapi(version);
                    let claims = CATALOG.responses::<Claims>(version);
                    let media = CATALOG.responses::<Uploads<String>>(version);
                    let common = CATALOG.responses::<Common>(version);
                    assert_eq!(check(&components, &claims, version), 10, "{version:?}");
                    assert_eq!(check(&components, &media, version), 5, "{version:?}");
                    assert_eq!(check(&components, &common, version), 3, "{version:?}");
                }
            }
        }
    };
}

errors_in!(problem, Problem, detail);
errors_in!(problem_whole, Problem, details);
errors_in!(object, ErrorObject, detail);
errors_in!(object_whole, ErrorObject, details);

envelope! {
    /// The code is a key, and so is the category.
    pub Keyed: "application/json" {
        "success": false,
        "errors": {(category): {(code): {"reason"?: summary, "details"?: details}}},
    }
}
errors_in!(keyed, Keyed, details);

envelope! {
    /// The category is a key, and the code a member below it.
    pub Grouped: "application/json" {
        "message": message,
        "errors": {(category): {"code": code, "details": details}},
    }
}
errors_in!(grouped, Grouped, detail);

envelope! {
    /// There is no code.
    pub Codeless: "application/json" {
        "error": title, "message": message, "status": status, "path": instance
    }
}
errors_in!(codeless, Codeless, detail);

envelope! {
    /// The code is in an array of one.
    pub Listed: "application/json" {
        header "X-Error-Code" = code;
        "errors": [{"status": "{status}", "code": code, "title": title, "meta"?: details}],
        "time": timestamp,
    }
}
errors_in!(listed, Listed, detail);

envelope! {
    /// The code is in an array of several.
    pub Mixed: "application/json" [
        "error", {"code": code, "wait"?: "{retry_after}s"}, docs?, [details?], null
    ]
}
errors_in!(mixed, Mixed, detail);

envelope! {
    /// Every slot as a value that may be empty, and one that differs between errors around the code.
    pub Everything: "application/json" {
        "all": [
            status, code, title, summary, message, details, docs, category, request_id, instance,
            retryable, retry_after, timestamp
        ],
        "retryable": retryable,
        "inner": {"code": code, "text": "{code} {status}", "wait": retry_after, ..details},
    }
}
errors_in!(everything, Everything, detail);

envelope! {
    /// Parts that are left out as soon as a slot in them is empty.
    pub LeftOut: "application/json" {
        "code": code,
        "message": message,
        "links"?: {"about": docs, "all": [docs, instance, "{request_id}!"], "id"?: request_id},
        "id"?: [request_id],
        "at": {"path": instance, "page"?: {"deep": {"docs": docs}}},
        "list": [{"docs": docs}?, [details, instance]?],
    }
}
errors_in!(left_out, LeftOut, details);

#[test]
fn what_is_rendered_is_valid_by_its_description_in_every_envelope_and_version() {
    problem::check_all();
    problem_whole::check_all();
    object::check_all();
    object_whole::check_all();
    keyed::check_all();
    grouped::check_all();
    codeless::check_all();
    listed::check_all();
    mixed::check_all();
    everything::check_all();
    left_out::check_all();
}

#[test]
fn a_body_that_is_written_by_hand_is_described_by_its_examples_alone() {
    use errorbook::{Envelope, Occurrence, Shape};

    enum Lines {}

    impl Envelope for Lines {
        const SHAPE: &'static Shape = &Shape::by_hand("Lines", "text/plain", write);
    }

    fn write(error: &Occurrence<'_>) -> Vec<u8> {
        error.message().into_owned().into_bytes()
    }

    #[derive(Debug, ApiError)]
    #[api_error(envelope = Lines)]
    enum Plain {
        /// Gone for good.
        #[api_error(status = 410)]
        Gone,
    }

    static CATALOG: Catalog = Catalog::new("Lines", "1", &[Plain::ERRORS]);
    let responses = CATALOG.responses::<Plain>(OpenApi::V3_1);
    assert_eq!(
        responses["410"]["content"]["text/plain"]["examples"]["GONE"]["value"],
        Value::from("Gone for good.")
    );
    assert_eq!(
        check(&CATALOG.openapi(OpenApi::V3_1), &responses, OpenApi::V3_1),
        1
    );
}
