//! Every error that SignalStack answers with, and the shape of its body.
//!
//! There is one type for each concern and one for each endpoint, which nests the concerns that its
//! requests meet on their way: so an endpoint has exactly the errors that it can answer with.

#![expect(
    missing_docs,
    reason = "a nested type explains itself, and a field the message that shows it"
)]

use std::borrow::Cow;
use std::error::Error;

use errorbook::{ApiError, Catalog, ErrorSet, FieldError, FieldErrors, RateLimit, envelope};
use example_service::bearer::TokenFault;

use crate::idempotency::Conflict;
use crate::sources::Source;

envelope! {
    /// The error body of SignalStack: one object named `error`, whatever the status.
    pub SignalStack: "application/json" {
        header "X-Request-Id" = request_id;
        fields = dotted;

        "error": {
            "code": code,
            "message": message,
            "details"?: details,
            "docs"?: docs,
            "request_id": request_id,
        }
    }
}

/// All errors of the service.
pub static CATALOG: Catalog = Catalog::new(
    "SignalStack",
    "1.0.0",
    &[
        RouteError::ERRORS,
        ClaimError::ERRORS,
        MediaError::ERRORS,
        RecordError::ERRORS,
    ],
);

/// `POST /v1/verify/claim`: what can go wrong while a claim is verified.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum ClaimError {
    #[api_error(transparent)]
    Service(#[from] ServiceError),
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Idempotency(#[from] IdempotencyError),

    /// The claim is well-formed JSON but has no length that can be verified.
    ///
    /// # Fix
    /// Split a long text into single claims and verify each of them.
    #[api_error(
        status = 422,
        code = "VALIDATION_ERROR",
        shared,
        message = "The '{field}' field must be between 1 and {max} characters."
    )]
    Length {
        #[api_error(detail, example = "claim")]
        field: &'static str,
        #[api_error(detail, example = "length")]
        constraint: &'static str,
        #[api_error(detail, example = 2000)]
        max: usize,
    },

    #[api_error(transparent)]
    Validation(#[from] ValidationError),
    #[api_error(transparent)]
    Credits(#[from] InsufficientCredits),
    #[api_error(transparent)]
    Source(#[from] SourceError),
}

/// `POST /v1/verify/media`: what can go wrong while an image, a video or a document is verified.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum MediaError {
    #[api_error(transparent)]
    Service(#[from] ServiceError),
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Plan(#[from] Forbidden),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Idempotency(#[from] IdempotencyError),
    #[api_error(transparent)]
    Validation(#[from] ValidationError),
    #[api_error(transparent)]
    Credits(#[from] InsufficientCredits),
    #[api_error(transparent)]
    Source(#[from] SourceError),
}

/// `GET /v1/verify/{id}`: what can go wrong while an earlier verification is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum RecordError {
    #[api_error(transparent)]
    Service(#[from] ServiceError),
    #[api_error(transparent)]
    Access(#[from] AccessError),

    /// This account has no verification with that id.
    ///
    /// # Causes
    /// - The id is misspelt; it is `vrf_` and 12 hexadecimal digits
    /// - The verification was made with another API key
    #[api_error(status = 404, shared, message = "Endpoint or resource not found")]
    NotFound,
}

/// A request that belongs to no endpoint.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum RouteError {
    /// There is no such path, or it does not take this method.
    ///
    /// # Fix
    /// Compare the URL, its version and the method with the API reference.
    #[api_error(status = 404, shared, message = "Endpoint or resource not found")]
    NotFound,
}

/// The API key of a request, and how often it comes.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum AccessError {
    /// The request bears no API key that is valid.
    ///
    /// # Causes
    /// - There is no `Authorization` header
    /// - The header is not `Bearer`, a space and a key
    /// - The key is unknown or was revoked
    ///
    /// # Fix
    /// Send `Authorization: Bearer <your key>`.
    #[api_error(
        status = 401,
        challenge = "Bearer",
        message = "Missing or invalid API key",
        display = "Missing or invalid API key: {fault}"
    )]
    Unauthorized { fault: TokenFault },

    /// This key has sent more requests than its window allows.
    ///
    /// # Fix
    /// Wait for as many seconds as `Retry-After` says, or back off exponentially with jitter.
    #[api_error(status = 429, message = "Rate limit exceeded")]
    RateLimited(#[api_error(headers)] RateLimit),
}

/// The plan of this API key does not include the endpoint.
///
/// # Causes
/// - A key of the Starter plan was used to verify media
///
/// # Fix
/// Use a key of the Pro plan.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = SignalStack,
    status = 403,
    code = "FORBIDDEN",
    message = "API key lacks permission for this endpoint"
)]
pub struct Forbidden;

/// The account has no credits left this month; each verification takes one.
///
/// # Fix
/// Buy credits, or wait for the next month.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = SignalStack,
    status = 402,
    code = "INSUFFICIENT_CREDITS",
    message = "Account has insufficient credits"
)]
pub struct InsufficientCredits;

/// A request body that cannot be read.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum BodyError {
    /// The request body is no JSON object, or does not say that it is one.
    ///
    /// # Fix
    /// Send one JSON object with `Content-Type: application/json`; `details.reason` says what is
    /// wrong with this one.
    #[api_error(
        status = 400,
        code = "INVALID_REQUEST",
        shared,
        message = "Malformed request body or missing required fields"
    )]
    Malformed {
        #[api_error(detail, example = "The body is no JSON object.")]
        reason: Cow<'static, str>,
        #[source]
        cause: Option<Box<dyn Error + Send + Sync>>,
    },

    /// A field that the endpoint cannot do without is missing, empty or no string.
    #[api_error(
        status = 400,
        code = "INVALID_REQUEST",
        shared,
        message = "The '{field}' field is required and must be a non-empty string."
    )]
    MissingField {
        #[api_error(example = "claim")]
        field: &'static str,
    },

    /// A field has a value of another JSON type.
    #[api_error(
        status = 400,
        code = "INVALID_REQUEST",
        shared,
        message = "The '{field}' field must be {expected}."
    )]
    WrongType {
        #[api_error(example = "sources")]
        field: &'static str,
        #[api_error(example = "an array of strings")]
        expected: &'static str,
    },

    /// The request body is larger than the endpoint takes.
    ///
    /// # Fix
    /// Send at most `details.max_bytes` bytes; media may also be given by its URL alone.
    #[api_error(
        status = 413,
        code = "CONTENT_TOO_LARGE",
        message = "Request content exceeds maximum size"
    )]
    TooLarge {
        #[api_error(detail, example = 50_000_000)]
        max_bytes: usize,
    },
}

/// One or more fields break a constraint; `details.fields` names each of them.
///
/// # Causes
/// - A source or a media type is none of the valid values
/// - A URL is not absolute, or neither `http` nor `https`
/// - A text is too long
#[derive(Debug, ApiError)]
#[api_error(
    envelope = SignalStack,
    status = 422,
    code = "VALIDATION_ERROR",
    shared,
    message = "Request validation failed"
)]
pub struct ValidationError {
    /// The fields, each with the constraint that it breaks.
    #[api_error(detail, example = FieldErrors::from(FieldError::new("url", "Invalid URL format")))]
    pub fields: FieldErrors,
}

/// An `Idempotency-Key` that cannot be honoured.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum IdempotencyError {
    /// The `Idempotency-Key` header is no UUID.
    #[api_error(
        status = 400,
        code = "INVALID_REQUEST",
        shared,
        message = "The 'Idempotency-Key' header must be a UUID."
    )]
    InvalidKey,

    /// This `Idempotency-Key` is taken.
    ///
    /// # Causes
    /// - The key came with another body within the last 24 hours (`different_request`)
    /// - The first request with the key is still under way (`in_progress`)
    ///
    /// # Fix
    /// Use a new key for a new request; while the first one is under way, wait for it.
    #[api_error(status = 409, message = "Request conflicts with current state")]
    Conflict {
        #[api_error(detail, example = Conflict::DifferentRequest)]
        reason: Conflict,
    },
}

/// The sources that a verification draws on.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum SourceError {
    /// A source that the request asked for by name did not answer in time, or not sensibly.
    ///
    /// # Fix
    /// Try again later, or leave the source out of `sources`.
    #[api_error(
        status = 502,
        message = "Requested data source is temporarily unreachable"
    )]
    SourceUnavailable {
        #[api_error(detail, example = Source::Gdelt)]
        source: Source,
        #[source]
        cause: reqwest::Error,
    },

    /// None of the sources answered.
    #[api_error(status = 502, message = "Upstream data source unavailable")]
    UpstreamError(#[source] reqwest::Error),
}

/// The service itself.
#[derive(Debug, ApiError)]
#[api_error(envelope = SignalStack)]
pub enum ServiceError {
    /// SignalStack failed in a way that is no fault of the request.
    ///
    /// # Fix
    /// Try again, at most three times; then ask support, with the `request_id`.
    ///
    /// # Internal
    /// A stored record could not be written or read back.
    #[api_error(
        status = 500,
        code = "INTERNAL_ERROR",
        message = "Unexpected server error",
        retry(max = 3)
    )]
    Internal(#[from] serde_json::Error),

    /// SignalStack is about to restart and takes no new requests.
    ///
    /// # Fix
    /// Wait for as many seconds as `Retry-After` says, then back off exponentially with jitter.
    #[api_error(
        status = 503,
        code = "SERVICE_UNAVAILABLE",
        message = "Temporary service disruption",
        retry(after = "30s")
    )]
    Draining,
}
