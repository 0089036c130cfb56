//! What is known of an error before it happens: rows of plain data, one per declared variant.
//!
//! The derive writes them as literals and paths of functions. The compiler evaluates every `static`, in
//! `cargo check` too, and it does so slowly: no `const fn` builds a row.

mod cache;
mod code;
mod declaration;
mod parts;
mod set;
mod spec;
mod status;

pub use cache::Cache;
pub use code::Code;
pub use declaration::{Declaration, Deprecation};
pub(crate) use parts::{Detail, Part};
pub use parts::{Fact, HeaderValue, WrittenHeaders};
pub use set::Errors;
pub(crate) use set::iter;
pub use spec::ErrorSpec;
pub use status::{status, statuses};
