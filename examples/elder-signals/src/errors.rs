//! Every error that Elder Signals answers with, and the shape of its body.
//!
//! The code is not in the body: a client sees the status, its title and a message. Here, in the OpenAPI
//! document and in the log each error has its code all the same.
//!
//! There is one type for each concern, and in `errors/operations.rs` one for each endpoint, which nests
//! the concerns that its requests meet on their way: so an endpoint has exactly the errors that it can
//! answer with.

#![expect(
    missing_docs,
    reason = "a nested type explains itself, and a field the message that shows it"
)]

mod operations;

use std::time::Duration;

use axum::extract::rejection::JsonRejection;
use errorbook::{ApiError, Catalog, ErrorSet, envelope};
use example_service::bearer::TokenFault;

pub use self::operations::*;
use crate::access::Scope;
use crate::body;
use crate::profiles::ProfileStatus;

envelope! {
    /// The error body of Elder Signals.
    pub Elder: "application/json" {
        "error": title,
        "message": message,
        "status": status,
    }
}

/// All errors of the service.
pub static CATALOG: Catalog = Catalog::new(
    "Elder Signals",
    "1.0.0",
    &[
        NotFound::ERRORS,
        EnrollError::ERRORS,
        ProfileError::ERRORS,
        ProfileStatusError::ERRORS,
        BaselineError::ERRORS,
        ReportError::ERRORS,
        SignalError::ERRORS,
        ReviewError::ERRORS,
        ReopenError::ERRORS,
        CreateRuleError::ERRORS,
        RuleError::ERRORS,
        StartRunError::ERRORS,
        BatchRunError::ERRORS,
    ],
);

/// What any request to an endpoint may be answered with.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder, challenge = "Bearer")]
pub enum CommonError {
    /// The request bears no API key that is valid.
    ///
    /// # Causes
    /// - There is no `Authorization` header, or it is not `Bearer`, a space and a key
    /// - The key is unknown or was revoked
    #[api_error(
        status = 401,
        message = "missing or invalid API key",
        display = "missing or invalid API key: {fault}"
    )]
    Unauthorized { fault: TokenFault },

    /// The request does not say for which tenant it is.
    ///
    /// # Fix
    /// Send the UUID of your tenant as `X-Tenant-ID` with every request.
    #[api_error(
        status = 401,
        code = "TENANT_NOT_FOUND",
        shared,
        message = "missing tenant ID"
    )]
    MissingTenant,

    /// The tenant of the request is none that its API key belongs to.
    ///
    /// # Causes
    /// - The `X-Tenant-ID` header is no UUID, or comes more than once
    /// - The API key belongs to another tenant
    #[api_error(
        status = 401,
        code = "TENANT_NOT_FOUND",
        shared,
        message = "invalid tenant ID"
    )]
    UnknownTenant,

    /// The API key may not do this.
    ///
    /// # Fix
    /// Use a key that has the scope.
    #[api_error(
        status = 403,
        code = "FORBIDDEN",
        shared,
        message = "API key lacks the {scope} scope"
    )]
    MissingScope {
        #[api_error(example = Scope::Write)]
        scope: Scope,
    },

    /// This API key has sent more requests than its window allows.
    ///
    /// # Fix
    /// Wait for as many seconds as `Retry-After` says, then back off exponentially from one second.
    #[api_error(
        status = 429,
        title = "Rate Limited",
        code = "RATE_LIMIT_EXCEEDED",
        message = "Rate limit exceeded. Please retry after the reset time."
    )]
    RateLimited {
        #[api_error(retry_after)]
        wait: Duration,
    },

    /// Elder Signals failed in a way that is no fault of the request.
    ///
    /// # Fix
    /// Try again, with exponential backoff; if it persists, ask support.
    ///
    /// # Internal
    /// A stored record could not be written or read back.
    #[api_error(
        status = 500,
        code = "INTERNAL_ERROR",
        message = "the server failed to handle the request"
    )]
    Internal(#[from] serde_json::Error),
}

/// A sandbox key came to an endpoint that works on real accounts.
///
/// # Fix
/// Use a live key, or try the other endpoints in the sandbox.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 403,
    code = "FORBIDDEN",
    shared,
    message = "this endpoint needs a live API key"
)]
pub struct SandboxKey;

/// There is no such path, or it does not take this method.
///
/// The API's table of codes has none for this, as all of its 404s name a resource that is missing.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 404,
    message = "no such endpoint"
)]
pub struct NotFound;

/// The body of a request.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum BodyError {
    /// The request body does not say that it is JSON.
    #[api_error(
        status = 400,
        code = "VALIDATION_ERROR",
        shared,
        message = "Content-Type must be application/json"
    )]
    MediaType,

    /// The request body is larger than the endpoint takes.
    #[api_error(
        status = 400,
        code = "VALIDATION_ERROR",
        shared,
        message = "request body must not exceed {max} bytes"
    )]
    TooLarge {
        #[api_error(example = body::MAX_BYTES)]
        max: usize,
    },

    /// The request body is no JSON object.
    #[api_error(
        status = 400,
        code = "VALIDATION_ERROR",
        shared,
        message = "request body must be a JSON object"
    )]
    Malformed(#[from] JsonRejection),

    /// A field that the endpoint cannot do without is missing, `null` or blank.
    #[api_error(
        status = 400,
        code = "VALIDATION_ERROR",
        shared,
        message = "{field} is required"
    )]
    Required {
        #[api_error(example = "customer_id")]
        field: &'static str,
    },

    /// A field has a value that the endpoint does not take.
    #[api_error(
        status = 400,
        code = "VALIDATION_ERROR",
        shared,
        message = "{field} must be {expected}"
    )]
    Invalid {
        #[api_error(example = "status")]
        field: &'static str,
        #[api_error(example = "CONFIRMED or DISMISSED")]
        expected: &'static str,
    },
}

/// The id of a record is no UUID.
///
/// # Fix
/// Use the id as it was given back when the record was made.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 400,
    code = "VALIDATION_ERROR",
    shared,
    message = "invalid {resource} ID"
)]
pub struct InvalidId {
    #[api_error(example = "profile")]
    pub resource: &'static str,
}

/// A profile is enrolled for no reason that there is.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 400,
    message = "invalid enrollment_reason"
)]
pub struct InvalidEnrollmentReason;

/// There is no such category of signals.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 400,
    message = "invalid signal_category"
)]
pub struct InvalidSignalCategory;

/// There is no such type of rules.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 400,
    message = "invalid rule_type"
)]
pub struct InvalidRuleType;

/// There is no such severity.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 400,
    message = "invalid severity"
)]
pub struct InvalidSeverity;

/// The weight of a rule is out of range, or no number.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 400,
    message = "weight must be between 0 and 1"
)]
pub struct InvalidWeight;

/// This tenant has no profile with that id.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 404,
    message = "profile not found"
)]
pub struct ProfileNotFound;

/// This tenant has no signal with that id.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 404,
    message = "signal not found"
)]
pub struct SignalNotFound;

/// This tenant has no rule with that id, or has no longer one.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 404,
    message = "rule not found"
)]
pub struct RuleNotFound;

/// The profile has no baseline yet: it was enrolled too short a time ago.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 404,
    message = "baseline not found"
)]
pub struct BaselineNotFound;

/// This tenant has no batch run with that id.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 404,
    message = "batch run not found"
)]
pub struct BatchRunNotFound;

/// A signal is not in a state in which this can be done with it.
///
/// # Causes
/// - A signal is reviewed that was reviewed before
/// - A signal is reopened that was not reviewed
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 409,
    message = "signal status must be {required}"
)]
pub struct InvalidState {
    #[api_error(example = "CONFIRMED or DISMISSED")]
    pub required: &'static str,
}

/// No profile goes from this status to that one.
///
/// # Causes
/// - `DECEASED` and `CLOSED` are final
/// - The profile has the status already
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Elder,
    status = 409,
    message = "cannot transition from {from} to {to}"
)]
pub struct InvalidStatusTransition {
    #[api_error(example = ProfileStatus::Deceased)]
    pub from: ProfileStatus,
    #[api_error(example = ProfileStatus::Active)]
    pub to: ProfileStatus,
}
