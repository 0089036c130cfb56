//! Every error that SignStack answers with, and the shapes of their bodies.
//!
//! There is one type for each concern and one for each endpoint, which nests the concerns that its
//! requests meet on their way: so an endpoint has exactly the errors that it can answer with.

#![expect(
    missing_docs,
    reason = "a nested type explains itself, and a field the message or the header that shows it"
)]

use std::io;
use std::time::Duration;

use axum::extract::rejection::JsonRejection;
use errorbook::{ApiError, Catalog, ErrorSet, FieldError, FieldErrors, FieldPath, envelope};
use example_service::bearer::TokenFault;

use crate::access::Scope;
use crate::store::WorkflowId;
use crate::webhook::Stage;

envelope! {
    /// The error body of SignStack: one object named `error`, whatever the status. Its details are an
    /// array, with an entry for each field that is wrong.
    pub SignStack: "application/json" {
        header "X-Request-Id" = request_id;

        "error": {
            "code": code,
            "message": message,
            "details"?: details,
        }
    }
}

envelope! {
    /// What the receiver of a webhook says of an event that it did not process. The sender reads no
    /// more than the status: it tries again after a 5xx, and never after a 4xx.
    pub Receipt: "application/json" {
        header "X-Request-Id" = request_id;

        "status": "error",
    }
}

/// All errors of the API.
pub static CATALOG: Catalog = Catalog::new(
    "SignStack",
    "1.0.0",
    &[
        Missing::ERRORS,
        TokenError::ERRORS,
        CreateError::ERRORS,
        ReadError::ERRORS,
        UpdateError::ERRORS,
        ParticipantError::ERRORS,
    ],
);

/// All errors of the receiver of webhooks, which is another party with a contract of its own.
pub static WEBHOOK_CATALOG: Catalog =
    Catalog::new("SignStack webhooks", "1.0.0", &[DeliveryError::ERRORS]);

/// `POST /v1/auth/token`: what can go wrong while an API key is exchanged for an access token.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack, rename_all = "snake_case")]
pub enum TokenError {
    #[api_error(transparent)]
    Validation(#[from] ValidationError),

    /// Nobody has this API key, or it was revoked.
    ///
    /// # Fix
    /// Create an API key in the dashboard.
    #[api_error(
        status = 401,
        code = "invalid_token",
        shared,
        challenge = "Bearer",
        message = "The API key is invalid or revoked"
    )]
    InvalidKey,

    #[api_error(transparent)]
    RateLimit(#[from] RateLimitExceeded),
}

/// `POST /v1/orgs/{orgId}/workflows`: what can go wrong while a workflow is created.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack)]
pub enum CreateError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Validation(#[from] ValidationError),
    #[api_error(transparent)]
    Service(#[from] InternalError),
}

/// `GET /v1/orgs/{orgId}/workflows/{workflowId}`: what can go wrong while a workflow is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack)]
pub enum ReadError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Missing(#[from] Missing),
    #[api_error(transparent)]
    Service(#[from] InternalError),
}

/// `PATCH /v1/orgs/{orgId}/workflows/{workflowId}`: what can go wrong while a workflow is changed.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack, rename_all = "snake_case")]
pub enum UpdateError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Validation(#[from] ValidationError),
    #[api_error(transparent)]
    Missing(#[from] Missing),

    /// Somebody else has changed the workflow since it was read; the details have both times.
    ///
    /// # Causes
    /// - Two clients change one workflow at a time
    /// - The `updatedAt` of the request is that of an older state
    ///
    /// # Fix
    /// Read the workflow again, make the change to what it is now, and send its new `updatedAt`.
    #[api_error(
        status = 409,
        shared,
        message = "Resource was modified by another request"
    )]
    Conflict(
        #[api_error(details, example = FieldErrors::from(FieldError::new(
            "updatedAt",
            "Expected 2024-01-15T10:00:00Z but resource was updated at 2024-01-15T10:05:00Z",
        )))]
        FieldErrors,
    ),

    #[api_error(transparent)]
    Service(#[from] InternalError),
}

/// `POST /v1/orgs/{orgId}/workflows/{workflowId}/participants`: what can go wrong while somebody is
/// added to a workflow.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack, rename_all = "snake_case")]
pub enum ParticipantError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Validation(#[from] ValidationError),
    #[api_error(transparent)]
    Missing(#[from] Missing),

    /// The workflow has as many participants as it may have.
    ///
    /// # Fix
    /// Make another workflow of the same documents.
    #[api_error(
        status = 409,
        code = "conflict",
        shared,
        message = "Workflow {id} has {count} participants already"
    )]
    Full {
        #[api_error(example = WorkflowId::from_static("wf_abc123"))]
        id: WorkflowId,
        #[api_error(example = 20)]
        count: usize,
    },

    #[api_error(transparent)]
    Service(#[from] InternalError),
}

/// The access token of a request: whether it is valid, how often it comes, what it is for.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack, rename_all = "snake_case")]
pub enum AccessError {
    /// The request bears no access token that is valid.
    ///
    /// # Causes
    /// - The token has expired; it is valid for about an hour
    /// - The token was revoked
    /// - The `Authorization` header is missing, or is not `Bearer`, a space and a token
    ///
    /// # Fix
    /// Exchange the API key for a new token: `POST /v1/auth/token`.
    #[api_error(
        status = 401,
        shared,
        challenge = "Bearer",
        message = "The access token is invalid or expired",
        display = "The access token is invalid or expired: {fault}"
    )]
    InvalidToken { fault: TokenFault },

    #[api_error(transparent)]
    RateLimit(#[from] RateLimitExceeded),

    /// The token is valid, but not for this.
    ///
    /// # Causes
    /// - The API key was created without the scope that the message names
    /// - The organization in the path is another one: there the token has no scope at all
    ///
    /// # Fix
    /// Create an API key with that scope in the dashboard of that organization.
    #[api_error(status = 403, message = "Token lacks required scope: {scope}")]
    InsufficientScope {
        #[api_error(example = Scope::Write)]
        scope: Scope,
    },
}

/// This API key has sent more requests than its window allows.
///
/// # Fix
/// Wait for as many seconds as `Retry-After` says, and back off exponentially.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = SignStack,
    status = 429,
    code = "rate_limit_exceeded",
    message = "Too many requests"
)]
pub struct RateLimitExceeded {
    #[api_error(retry_after)]
    pub wait: Duration,
    #[api_error(header = "X-RateLimit-Limit", example = 100)]
    pub limit: u64,
    #[api_error(header = "X-RateLimit-Remaining", example = 0)]
    pub remaining: u64,
}

/// A request that is not what the endpoint takes.
///
/// One code has two statuses here. 400 says that something has the wrong form, and could not be valid
/// in any state of the service; 422 says that every part has the right form, but the whole does not
/// hold. A request with faults of both kinds is answered with 400; all of them are in the details.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack, rename_all = "snake_case")]
pub enum ValidationError {
    /// The request body is no JSON object, does not say that it is one, or is too large.
    ///
    /// # Fix
    /// Send one JSON object with `Content-Type: application/json`.
    #[api_error(
        status = 400,
        code = "validation_error",
        shared,
        message = "The request body is invalid"
    )]
    Unreadable {
        #[api_error(details, example = FieldErrors::from(FieldError::new("body", "Must be a JSON object")))]
        issues: FieldErrors,
        source: JsonRejection,
    },

    /// One or more fields have a value of another type or of another form.
    ///
    /// # Causes
    /// - A field has another JSON type
    /// - An email address or a time is written in a way that none is
    ///
    /// # Fix
    /// Correct the fields that the details name.
    #[api_error(
        status = 400,
        code = "validation_error",
        shared,
        message = "The request body is invalid",
        display = "The request body is invalid: {0}"
    )]
    Malformed(
        #[api_error(
            details,
            example = FieldErrors::from(FieldError::new("email", "Must be a valid email address"))
        )]
        FieldErrors,
    ),

    /// Every field has the right form, but one or more of them break a rule.
    ///
    /// # Causes
    /// - A required field is missing
    /// - A field refers to something that does not exist: a schema, a blueprint
    /// - A text or a list is too short or too long
    ///
    /// # Fix
    /// Correct the fields that the details name.
    #[api_error(
        status = 422,
        code = "validation_error",
        shared,
        message = "Request validation failed",
        display = "Request validation failed: {0}"
    )]
    Invalid(
        #[api_error(details, example = FieldErrors::from([
            FieldError::new(
                FieldPath::new("participants").index(0).key("email"),
                "Required field is missing",
            ),
            FieldError::new(
                FieldPath::new("entitySlots").index(1).key("schemaKey"),
                "Schema 'invalid-schema' not found",
            ),
        ]))]
        FieldErrors,
    ),
}

/// Something that is not there.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignStack)]
pub enum Missing {
    /// There is no such path, it does not take this method, or its last part is no id.
    ///
    /// # Fix
    /// Compare the URL, its version and the method with the API reference.
    #[api_error(
        status = 404,
        code = "not_found",
        shared,
        message = "Resource not found"
    )]
    Resource,

    /// The organization has no workflow with that id.
    ///
    /// # Causes
    /// - The workflow was deleted
    /// - The id is misspelt
    /// - The workflow belongs to another organization
    #[api_error(
        status = 404,
        code = "not_found",
        shared,
        message = "Workflow {id} not found"
    )]
    Workflow {
        #[api_error(example = WorkflowId::from_static("wf_abc123"))]
        id: WorkflowId,
    },
}

/// SignStack failed in a way that is no fault of the request.
///
/// # Fix
/// Try again, with exponential backoff; then ask support, with the `X-Request-Id` of the response.
///
/// # Internal
/// A stored workflow could not be written or read back.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = SignStack,
    status = 500,
    code = "internal_error",
    message = "The server failed to handle the request"
)]
pub struct InternalError(#[from] serde_json::Error);

/// `POST /webhooks/signstack`: why the receiver of a webhook did not process an event.
#[derive(Debug, ApiError)]
#[api_error(envelope = Receipt, rename_all = "snake_case")]
pub enum DeliveryError {
    /// The delivery is no event that this receiver knows. It is of no use to send it again.
    #[api_error(status = 400)]
    InvalidEvent(#[from] ValidationError),

    /// The event says that something happened to a workflow that is over. It is of no use to send it
    /// again.
    #[api_error(status = 409, display = "The workflow is {stage}")]
    RejectedEvent { stage: Stage },

    /// The event could not be processed now, and nothing of it was. Sent again, it is processed as if
    /// for the first time.
    ///
    /// # Internal
    /// The journal could not be written.
    #[api_error(status = 500)]
    ProcessingFailed(#[from] io::Error),
}
