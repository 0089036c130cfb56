//! Which operation answers with which errors: one type for each.

use std::net::{IpAddr, Ipv4Addr};

use errorbook::ApiError;

use super::{
    AccessError, BodyError, Conflict, Forbidden, InternalError, NotFound, ProfileError,
    ProfileRequired, Signet, UserError,
};
use crate::credentials::Fault;
use crate::records::Reason;

/// `POST /v1/users`: what can go wrong while a user is created.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum CreateUserError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Conflict(#[from] Conflict),
}

/// `GET /v1/users/{id}` and `GET /v1/profile`: what can go wrong while something is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum FindError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    NotFound(#[from] NotFound),
}

/// `POST /v1/verifications/..`: what can go wrong while a credential or a presentation is verified.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum VerifyError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    Profile(#[from] ProfileError),
    #[api_error(transparent)]
    User(#[from] UserError),
    #[api_error(transparent)]
    Body(#[from] BodyError),

    /// A credential proves nothing about this user.
    ///
    /// 422, as the request is sound and its content is what cannot be accepted (RFC 9110, section
    /// 15.5.21).
    ///
    /// # Causes
    /// - Nobody knows the issuer (`unknown_issuer`), or it has revoked the credential (`revoked`)
    /// - It was issued to another user than the `X-User-Id` header names (`another_subject`)
    /// - The proof is not the issuer's (`wrong_proof`)
    /// - The presentation was made for an earlier request (`replayed`)
    ///
    /// # Fix
    /// Ask the user for a fresh credential; a presentation takes a new nonce each time.
    #[api_error(
        status = 422,
        category = "invalid_request",
        code = "verification_failed",
        title = "Verification failed",
        message = "The verification failed: {fault}."
    )]
    Verification {
        #[api_error(detail, example = Fault::WrongProof)]
        fault: Fault,
        #[api_error(detail, example = Some(0))]
        credential: Option<usize>,
    },
}

/// `POST /v1/profile`: what can go wrong while a partner makes its profile.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum CreateProfileError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Conflict(#[from] Conflict),
}

/// `POST /v1/profile/activate` and `../deactivate`: what can go wrong while a profile is changed.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum ChangeProfileError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    Required(#[from] ProfileRequired),
}

/// `POST /v1/reports`: what can go wrong while a report is made.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum CreateReportError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    Profile(#[from] ProfileError),
    #[api_error(transparent)]
    User(#[from] UserError),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Internal(#[from] InternalError),

    /// The report is made, and Signet cannot read it back.
    ///
    /// 500, as nothing is wrong with the request. Unlike others it is not worth another attempt, which
    /// would make one more report.
    ///
    /// # Fix
    /// Send the id in `details.report_id` to support.
    ///
    /// # Internal
    /// The row does not parse: some users were imported with a risk that is no number.
    #[api_error(
        status = 500,
        category = "api_error",
        code = "report_retrieval_failed",
        title = "Report retrieval failed",
        message = "Report {report_id} was made, but reading it back failed.",
        retryable = false
    )]
    Retrieval {
        #[api_error(detail, example = "rpt_0123456789ab")]
        report_id: String,
        source: serde_json::Error,
    },
}

/// `GET /v1/reports/{id}`: what can go wrong while a report is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum FindReportError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    NotFound(#[from] NotFound),
    #[api_error(transparent)]
    Internal(#[from] InternalError),
}

/// `POST /v1/devices/{id}/flags`: what can go wrong while a device is flagged.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum FlagDeviceError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    NotFound(#[from] NotFound),
    #[api_error(transparent)]
    Body(#[from] BodyError),

    /// The device is flagged for this reason already; it may be flagged for others.
    ///
    /// 409, as it is the state of the device that is in the way (RFC 9110, section 15.5.10).
    #[api_error(
        status = 409,
        category = "invalid_request",
        code = "duplicate_flag",
        title = "Duplicate flag",
        message = "Device {device_id} is already flagged for {reason}."
    )]
    Duplicate {
        #[api_error(detail, example = "dev_0123456789ab")]
        device_id: String,
        #[api_error(detail, example = Reason::Fraud)]
        reason: Reason,
    },
}

/// `POST /v1/ip-flags`: what can go wrong while an IP address is flagged.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum FlagAddressError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    Body(#[from] BodyError),

    /// The IP address is flagged already, for whatever reason, and however it was written.
    ///
    /// 409, as it is the state of the address that is in the way (RFC 9110, section 15.5.10).
    ///
    /// # Fix
    /// Take the flag away first, to set it for another reason.
    #[api_error(
        status = 409,
        category = "invalid_request",
        code = "already_flagged",
        title = "Already flagged",
        message = "{ip} is already flagged, for {reason}."
    )]
    AlreadyFlagged {
        #[api_error(detail, example = Ipv4Addr::new(203, 0, 113, 7).into())]
        ip: IpAddr,
        #[api_error(detail, example = Reason::Proxy)]
        reason: Reason,
    },
}

/// `DELETE /v1/ip-flags/{ip}`: what can go wrong while the flag of an IP address is taken away.
#[derive(Debug, ApiError)]
#[api_error(envelope = Signet)]
pub enum UnflagAddressError {
    #[api_error(transparent)]
    Access(#[from] AccessError),
    #[api_error(transparent)]
    Role(#[from] Forbidden),
    #[api_error(transparent)]
    NotFound(#[from] NotFound),
}

/// `POST /v1/webhooks/credentials`: what can go wrong with a message of an issuer, which comes without
/// a token and is signed instead.
#[derive(Debug, ApiError)]
#[api_error(
    envelope = Signet,
    category = "invalid_request",
    rename_all = "snake_case"
)]
pub enum WebhookError {
    /// A header that the signature consists of is missing.
    ///
    /// 400, and not 401: a challenge would have to name a scheme for the `Authorization` header, and
    /// none of these would help.
    ///
    /// # Fix
    /// Send the time in `X-Signet-Timestamp`, and in `X-Signet-Signature` the HMAC-SHA256 of that text,
    /// a full stop and the body, in hexadecimal digits.
    #[api_error(
        status = 400,
        title = "Missing signature",
        message = "A signed request needs the {header} header."
    )]
    MissingSignature {
        #[api_error(detail, example = "X-Signet-Signature")]
        header: &'static str,
    },

    /// There is no body to which the signature could belong.
    ///
    /// 400, as a part of the request is not there.
    #[api_error(status = 400, title = "Missing body")]
    MissingBody,

    /// The signature is not that of this timestamp and this body.
    ///
    /// 403: the request is understood and bears a credential, which does not suffice (RFC 9110,
    /// section 15.5.4). It is looked at before the time and before the content, so that these say
    /// nothing to strangers.
    ///
    /// # Causes
    /// - It was made with another secret
    /// - The body was parsed and written anew on its way: sign and send the same bytes
    #[api_error(status = 403, title = "Invalid signature")]
    InvalidSignature,

    /// The request is genuine, but signed too long ago, or for a time to come.
    ///
    /// 403: the credential is understood and no longer suffices; the same one will not later (RFC 9110,
    /// section 15.5.4).
    ///
    /// # Causes
    /// - The request was held up, or recorded and sent again
    /// - The clock of the sender is wrong
    /// - `X-Signet-Timestamp` is no number of seconds since the Unix epoch
    ///
    /// # Fix
    /// Sign anew, with the time of now.
    #[api_error(
        status = 403,
        title = "Expired request",
        message = "The timestamp must be within {window_seconds} seconds of now."
    )]
    ExpiredRequest {
        #[api_error(detail, example = 300)]
        window_seconds: u64,
    },

    #[api_error(transparent)]
    Body(#[from] BodyError),
}
