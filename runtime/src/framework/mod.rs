//! Error responses that the service's own code did not make, as one type.

mod error;
#[cfg(feature = "axum")]
mod expected;
mod holder;
#[cfg(feature = "axum")]
mod reading;
#[cfg(feature = "axum")]
mod refusal;
#[cfg(feature = "axum")]
mod told;
#[cfg(feature = "axum")]
mod watch;

pub use error::{FrameworkError, FrameworkErrorKind};
pub use holder::HoldsFramework;
#[cfg(feature = "axum")]
pub(crate) use {
    reading::{Place, Reading},
    refusal::{Part, Refusal},
    told::Told,
    watch::{Note, Watched},
};
