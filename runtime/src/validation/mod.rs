//! What crates that validate requests found, as field errors.

#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "validator")]
mod validator;

use std::sync::Arc;

use crate::write::FieldErrors;

/// What a crate found wrong with a request. The error itself is for logs. The fields, the messages and the codes of the
/// rules are public.
pub trait ValidationReport {
    /// Whether every value has field errors.
    const ALWAYS: bool = true;

    /// What is public.
    fn field_errors(&self) -> Option<FieldErrors>;
}

macro_rules! behind_pointers {
    ($($pointer:ident),*) => {$(
        impl<R: ValidationReport> ValidationReport for $pointer<R> {
            const ALWAYS: bool = R::ALWAYS;

            fn field_errors(&self) -> Option<FieldErrors> {
                R::field_errors(self)
            }
        }
    )*};
}

behind_pointers!(Arc, Box);

impl<R: ValidationReport> ValidationReport for Option<R> {
    const ALWAYS: bool = false;

    fn field_errors(&self) -> Option<FieldErrors> {
        self.as_ref()?.field_errors()
    }
}

/// The rejection of a request that a crate found invalid.
#[cfg(any(feature = "garde", feature = "validator"))]
fn rejected<R>(report: R) -> crate::framework::FrameworkError
where
    R: std::error::Error + Send + Sync + 'static,
    FieldErrors: for<'a> From<&'a R>,
{
    let fields = FieldErrors::from(&report);
    crate::framework::FrameworkError::new(http::StatusCode::UNPROCESSABLE_ENTITY)
        .with_kind(crate::framework::FrameworkErrorKind::Rejection)
        .with_text("The request is not valid")
        .with_fields(fields)
        .with_log("the request is not valid")
        .with_source(report)
}

#[cfg(any(feature = "garde", feature = "validator"))]
macro_rules! report {
    ($report:ty) => {
        /// Sorted by the paths, whose fields are [renamed](crate::FieldPath::field) as the envelope says.
        impl From<$report> for $crate::FieldErrors {
            fn from(report: $report) -> Self {
                Self::from(&report)
            }
        }

        impl $crate::validation::ValidationReport for $report {
            fn field_errors(&self) -> Option<$crate::FieldErrors> {
                Some(self.into())
            }
        }

        /// A rejection with status 422, the text `The request is not valid`, and the fields. This is what
        /// `extract::Valid` rejects requests with.
        impl From<$report> for $crate::FrameworkError {
            fn from(report: $report) -> Self {
                $crate::validation::rejected(report)
            }
        }
    };
}
#[cfg(any(feature = "garde", feature = "validator"))]
use report;

/// The Rust name of a field, as the crates' derives write it.
#[cfg(any(feature = "garde", feature = "validator"))]
fn without_raw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
