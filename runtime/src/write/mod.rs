//! What an occurrence writes its own part of a response into.

mod details;
mod headers;
mod message;

pub use details::DetailsWriter;
pub use headers::{HeaderSet, HeaderWriter};
pub use message::{Direct, DirectText, MessageWriter, TextKind};

pub(crate) use details::{Place, push_comma, push_json};
pub(crate) use headers::{HeaderPlace, MANAGED_HEADERS, PLACES, is_managed};
