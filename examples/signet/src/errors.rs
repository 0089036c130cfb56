//! Every error that Signet answers with, and the shape of its body.
//!
//! There is one type for each concern, and in `errors/operations.rs` one for each operation, which nests
//! the concerns that its requests meet on their way: so an operation has exactly the errors that it can
//! answer with.
//!
//! The API names its codes and their categories but no statuses. Each error says why it has its own.

#![expect(
    missing_docs,
    reason = "a nested type explains itself, and a field the message that shows it"
)]

mod operations;

use axum::extract::rejection::BytesRejection;
use errorbook::{ApiError, Catalog, ErrorSet, FieldError, FieldErrors, RouterAllow, envelope};
use example_service::bearer::TokenFault;

pub use self::operations::*;
use crate::access::{Refusal, Role};

envelope! {
    /// The error body of Signet. `message` says which error it is and `reason` what led to this one;
    /// the code stands under the name of its category.
    pub Signet: "application/json" {
        "success": false,
        "message": title,
        "errors": {
            (category): {"code": code, "reason": message, "details": details},
        },
    }
}

/// All errors of the service.
pub static CATALOG: Catalog = Catalog::new(
    "Signet",
    "1.0.0",
    &[
        RouteError::ERRORS,
        CreateUserError::ERRORS,
        FindError::ERRORS,
        VerifyError::ERRORS,
        CreateProfileError::ERRORS,
        ChangeProfileError::ERRORS,
        CreateReportError::ERRORS,
        FindReportError::ERRORS,
        FlagDeviceError::ERRORS,
        FlagAddressError::ERRORS,
        UnflagAddressError::ERRORS,
        WebhookError::ERRORS,
    ],
);

/// A request that belongs to no operation.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet, category = "not_found")]
pub enum RouteError {
    /// There is no such path.
    ///
    /// 404 says it (RFC 9110, section 15.5.5).
    #[api_error(
        status = 404,
        code = "not_found",
        shared,
        title = "Not found",
        message = "There is no such endpoint."
    )]
    Path,

    /// There is such a path, but it does not take this method.
    ///
    /// 405 says it (RFC 9110, section 15.5.6); of the codes of the API, this one is nearest.
    #[api_error(
        status = 405,
        code = "not_found",
        shared,
        title = "Not found",
        message = "The endpoint does not take this method; the Allow header has those that it takes."
    )]
    Method(#[api_error(headers)] RouterAllow),
}

/// Who sends a request.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    category = "invalid_request",
    rename_all = "snake_case",
    challenge = r#"Bearer error="invalid_token""#
)]
pub enum AccessError {
    /// The request bears no token.
    ///
    /// 401, as every request without credentials. The challenge has no error code then (RFC 6750,
    /// section 3.1).
    ///
    /// # Causes
    /// - There is no `Authorization` header
    /// - It is of another scheme than Bearer, or there are several
    #[api_error(
        status = 401,
        challenge = "Bearer",
        title = "Missing Authorization header",
        message = "Send the token as Authorization: Bearer <token>.",
        display = "no token: {fault}"
    )]
    MissingHeader { fault: TokenFault },

    /// The bearer token has not the form of a token.
    ///
    /// 401 and not 400: a malformed token is an invalid one (RFC 6750, section 3.1).
    #[api_error(
        status = 401,
        title = "Invalid token format",
        message = "A token is sgt_ and 24 hexadecimal digits."
    )]
    InvalidFormat,

    /// Nobody has this token, or it has expired. Which of the two it is, Signet does not tell.
    ///
    /// 401, and another token may be let in.
    #[api_error(
        status = 401,
        title = "Authentication failed",
        message = "This token is unknown or no longer valid.",
        display = "authentication failed: {refusal}"
    )]
    AuthenticationFailed { refusal: Refusal },

    /// The service that knows the tokens does not answer.
    ///
    /// 503, as it is expected back; the token was not looked at.
    ///
    /// # Fix
    /// Wait for as many seconds as `Retry-After` says, then send the same request again.
    #[api_error(
        status = 503,
        category = "api_error",
        title = "Service unavailable",
        message = "Tokens cannot be checked at the moment.",
        retry(after = "30s")
    )]
    ServiceUnavailable(#[from] reqwest::Error),
}

/// The token is good, but not for this.
///
/// 403, as another role is asked for and not another proof of this one (RFC 9110, section 15.5.4).
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    status = 403,
    category = "forbidden",
    code = "forbidden",
    title = "Forbidden",
    message = "This takes a token with the role {required_role}."
)]
pub struct Forbidden {
    #[api_error(detail, example = Role::Manager)]
    pub required_role: Role,
}

/// The profile that a partner needs for verifications and reports.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum ProfileError {
    #[api_error(transparent)]
    Required(#[from] ProfileRequired),

    /// The partner's profile is inactive, as each is at first.
    ///
    /// 409, as for a profile that is not there.
    ///
    /// # Fix
    /// Send `POST /v1/profile/activate`, then the same request again.
    #[api_error(
        status = 409,
        category = "invalid_request",
        code = "profile_inactive",
        title = "Profile inactive",
        message = "Your partner profile is inactive; activate it first."
    )]
    Inactive,
}

/// The partner has no profile.
///
/// 409, and not 403: the partner may do this and can itself change the state that is in the way, and
/// then the same request goes through (RFC 9110, section 15.5.10).
///
/// # Fix
/// Send `POST /v1/profile`, then the same request again.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    status = 409,
    category = "invalid_request",
    code = "profile_required",
    title = "Profile required",
    message = "You have no partner profile yet; create one first."
)]
pub struct ProfileRequired;

/// The user whom a request is about.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum UserError {
    /// The request does not say whom it is about.
    ///
    /// 400, as a header is not there.
    #[api_error(
        status = 400,
        category = "invalid_request",
        code = "user_id_missing",
        title = "User ID missing",
        message = "Name the user in the X-User-Id header."
    )]
    Missing,

    #[api_error(transparent)]
    NotFound(#[from] NotFound),
}

/// What the request names does not exist, or belongs to another partner. Which of the two it is,
/// Signet does not tell.
///
/// 404 in both cases, so that nobody learns what others have (RFC 9110, section 15.5.5).
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    status = 404,
    category = "not_found",
    code = "not_found",
    shared,
    title = "Not found",
    message = "You have no such {resource}."
)]
pub struct NotFound {
    #[api_error(detail, example = "user")]
    pub resource: &'static str,
}

/// Something like this exists already, and there can be only one.
///
/// 409, as it is in the way of the new one (RFC 9110, section 15.5.10).
///
/// # Causes
/// - A user has the same e-mail address, in whatever case
/// - The partner has a profile
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    status = 409,
    category = "conflict",
    code = "conflict",
    title = "Conflict",
    message = "You already have a {resource} like this."
)]
pub struct Conflict {
    #[api_error(detail, example = "user")]
    pub resource: &'static str,
}

/// A request body that is not as the operation wants it. The code is the same whatever is wrong; the
/// statuses tell it apart for those who know HTTP only.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet, category = "invalid_request")]
pub enum BodyError {
    /// The request body is no JSON.
    ///
    /// 400, as it cannot be parsed.
    #[api_error(
        status = 400,
        code = "validation_failed",
        shared,
        title = "Malformed body",
        message = "The body is no JSON: see line {line}, column {column}."
    )]
    Malformed {
        #[api_error(detail)]
        line: usize,
        #[api_error(detail)]
        column: usize,
        source: serde_json::Error,
    },

    /// The request body is JSON, but no object.
    ///
    /// 400, as for one that is no JSON.
    #[api_error(
        status = 400,
        code = "validation_failed",
        shared,
        title = "Malformed body",
        message = "The body is no JSON object."
    )]
    NoObject,

    /// The request body came to an end too early.
    ///
    /// 400, as the request is not whole.
    #[api_error(
        status = 400,
        code = "validation_failed",
        shared,
        title = "Malformed body",
        message = "The body broke off."
    )]
    BrokenOff(#[source] BytesRejection),

    /// The request body is larger than Signet takes.
    ///
    /// 413 says it (RFC 9110, section 15.5.14).
    #[api_error(
        status = 413,
        code = "validation_failed",
        shared,
        title = "Body too large",
        message = "The body may have at most {max_bytes} bytes."
    )]
    TooLarge {
        #[api_error(detail, example = 65_536)]
        max_bytes: usize,
    },

    /// The request body does not say that it is JSON.
    ///
    /// 415 says it (RFC 9110, section 15.5.16).
    #[api_error(
        status = 415,
        code = "validation_failed",
        shared,
        title = "Unsupported media type",
        message = "The Content-Type must be application/json."
    )]
    MediaType,

    /// Fields of the request body are missing, unknown or break a rule.
    ///
    /// 422, as the body can be read and its content is what is wrong (RFC 9110, section 15.5.21).
    ///
    /// # Fix
    /// Correct the fields that `details.fields` names; it has twenty of them at most.
    #[api_error(
        status = 422,
        code = "validation_failed",
        shared,
        title = "Validation failed",
        message = "Fields of the body are missing or invalid; details.fields names them."
    )]
    Fields {
        #[api_error(
            detail,
            example = FieldErrors::from(FieldError::new("email", "This field is required").with_code("required"))
        )]
        fields: FieldErrors,
    },
}

/// Signet failed in a way that is no fault of the request.
///
/// 500, and another attempt may help.
///
/// # Internal
/// A stored report could not be written or read back.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    status = 500,
    category = "api_error",
    code = "internal_error",
    title = "Internal error",
    message = "Signet failed to handle this request."
)]
pub struct InternalError(#[from] serde_json::Error);
