//! What is known of an error before it happens, as plain data: rows, one per declared variant, the sets that they
//! make, and the shape of the body. And what is an error: a value that knows its row and writes its own part.
//!
//! The derive writes rows as literals and paths of functions. The compiler evaluates every `static`, in
//! `cargo check` too, and it does so slowly: no `const fn` builds a row.

mod cache;
mod code;
mod deprecation;
mod error;
mod example;
mod framework;
mod level;
mod occurrence;
mod parts;
mod set;
mod shape;
mod spec;
mod status;
pub mod template;

pub use cache::Cache;
pub use code::Code;
pub use deprecation::Deprecation;
pub use error::ApiError;
pub use example::Example;
pub use framework::{debug_http_error, write_rejected_fields, write_rejection_text};
pub use level::Level;
pub use occurrence::Occurrence;
pub use parts::{Fact, HeaderValue, WrittenHeaders};
pub use set::{ErrorSet, Errors, Nested};
pub use shape::{Envelope, Shape};
pub use spec::{Declaration, ErrorSpec};
pub use status::{status, statuses};

#[cfg(feature = "openapi")]
pub(crate) use parts::Detail;
pub(crate) use parts::Part;
#[cfg(feature = "openapi")]
pub(crate) use set::all;
pub(crate) use set::iter;
pub(crate) use shape::Body;
