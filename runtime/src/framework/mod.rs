//! Error responses that the service's own code did not make, as one type.

mod error;

pub use error::{FrameworkError, FrameworkErrorKind};
