//! Error responses that the service's own code did not make, as one type.

mod error;
mod holder;

pub use error::{FrameworkError, FrameworkErrorKind};
pub use holder::HoldsFramework;
