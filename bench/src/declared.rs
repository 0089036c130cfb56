//! The errors as they are declared with errorbook.

use errorbook::{ApiError, ErrorObject, FieldErrors, PublicText, RateLimit};

/// What can go wrong with a claim.
#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
pub enum ClaimError {
    /// The request body is no JSON.
    #[api_error(status = 400)]
    Malformed,

    /// Another request edits this claim.
    #[api_error(status = 409)]
    Locked,

    /// The claim belongs to someone else.
    #[api_error(status = 403)]
    Unauthorized,

    /// The claim was withdrawn.
    #[api_error(status = 410)]
    Gone,

    /// No source has this name.
    #[api_error(status = 404, message = "No source is named '{name}'.")]
    UnknownSource {
        /// The name that was asked for.
        name: String,
    },

    /// One or more fields break a constraint.
    #[api_error(status = 422, code = "VALIDATION_ERROR")]
    Validation {
        /// Which ones.
        #[api_error(detail)]
        fields: FieldErrors,
    },

    /// Too many requests in this window.
    #[api_error(status = 429)]
    RateLimited(#[api_error(headers)] RateLimit),

    /// The service is stopping.
    #[api_error(status = 503)]
    Draining,
}

/// An error whose row mentions a type parameter.
#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
#[api_error(status = 404, message = "No source is named '{name}'.")]
pub struct UnknownSource<T: PublicText> {
    /// The name that was asked for.
    pub name: T,
}
