//! The level of an error in logs.

use std::fmt;

/// The level of an error in logs, as `level = ".."` declares it.
///
/// ```
/// use errorbook::{ApiError, Level};
///
/// #[derive(Debug, ApiError)]
/// enum ClaimError {
///     #[api_error(status = 404)]
///     NotFound,
///     #[api_error(status = 503)]
///     StoreUnavailable,
///     #[api_error(status = 401, challenge = "Bearer", level = "warn")]
///     Unauthorized,
/// }
///
/// assert_eq!(ClaimError::NotFound.spec().level(), Level::Debug);
/// assert_eq!(ClaimError::StoreUnavailable.spec().level(), Level::Error);
/// assert_eq!(ClaimError::Unauthorized.spec().level(), Level::Warn);
/// assert_eq!(Level::Warn.to_string(), "warn");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Somebody must act. The default of 5xx errors.
    Error,
    /// Somebody may want to act.
    Warn,
    /// Worth knowing.
    Info,
    /// Helps to find the cause of a problem. The default of 4xx errors.
    Debug,
    /// For the closest look.
    Trace,
}

/// The name that the attribute uses.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Info => "info",
            Level::Debug => "debug",
            Level::Trace => "trace",
        })
    }
}
