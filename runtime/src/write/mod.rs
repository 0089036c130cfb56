//! Sinks: what an occurrence writes its own part of a response into. They know of no facts.

mod details;
mod escape;
mod field_error;
mod field_path;
mod field_style;
mod header_set;
mod headers;
mod json;
mod message;
mod omitted;
mod rate_limit;
mod rfc3339;
#[cfg_attr(
    not(feature = "schemars"),
    allow(
        clippy::extra_unused_type_parameters,
        clippy::unused_self,
        reason = "nothing is known of any type without the feature"
    )
)]
mod schemas;
mod uri;

pub use details::DetailsWriter;
pub use field_error::{FieldError, FieldErrors};
pub use field_path::FieldPath;
pub use field_style::{FieldNames, FieldNotation, FieldStyle, WireName, names};
pub use header_set::HeaderSet;
pub use headers::HeaderWriter;
pub use message::{Direct, DirectText, MessageWriter, TextKind};
pub use omitted::{Omitted, OmittedPart};
pub use rate_limit::RateLimit;
pub use schemas::{DetailSchema, Schemas};

pub(crate) use details::{Place, push_comma, push_json};
pub(crate) use escape::push_escaped;
pub(crate) use headers::{HeaderPlace, MANAGED_HEADERS, PLACES, is_managed, is_sendable};
pub(crate) use omitted::Omissions;
pub(crate) use rfc3339::rfc3339;
pub(crate) use uri::is_uri_reference;
