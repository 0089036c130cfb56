//! Which endpoint answers with which errors: one type for each.

use errorbook::ApiError;

use super::{
    BaselineNotFound, BatchRunNotFound, BodyError, CommonError, Elder, InvalidEnrollmentReason,
    InvalidId, InvalidRuleType, InvalidSeverity, InvalidSignalCategory, InvalidState,
    InvalidStatusTransition, InvalidWeight, ProfileNotFound, RuleNotFound, SandboxKey,
    SignalNotFound,
};

/// `POST /v1/profiles`: what can go wrong while somebody is enrolled.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum EnrollError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Reason(#[from] InvalidEnrollmentReason),
}

/// `GET /v1/profiles/{id}`: what can go wrong while a profile is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum ProfileError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    NotFound(#[from] ProfileNotFound),
}

/// `PATCH /v1/profiles/{id}/status`: what can go wrong while a profile gets another status.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum ProfileStatusError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    NotFound(#[from] ProfileNotFound),
    #[api_error(transparent)]
    Transition(#[from] InvalidStatusTransition),
}

/// `GET /v1/profiles/{id}/baseline`: what can go wrong while a baseline is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum BaselineError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    Profile(#[from] ProfileNotFound),
    #[api_error(transparent)]
    NotFound(#[from] BaselineNotFound),
}

/// `POST /v1/signals`: what can go wrong while a signal is reported.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum ReportError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    Category(#[from] InvalidSignalCategory),
    #[api_error(transparent)]
    Severity(#[from] InvalidSeverity),
    #[api_error(transparent)]
    Profile(#[from] ProfileNotFound),
}

/// `GET /v1/signals/{id}`: what can go wrong while a signal is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum SignalError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    NotFound(#[from] SignalNotFound),
}

/// `POST /v1/signals/{id}/review`: what can go wrong while a signal is reviewed.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum ReviewError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    NotFound(#[from] SignalNotFound),
    #[api_error(transparent)]
    State(#[from] InvalidState),
}

/// `POST /v1/signals/{id}/reopen`: what can go wrong while a reviewed signal is opened again.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum ReopenError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    NotFound(#[from] SignalNotFound),
    #[api_error(transparent)]
    State(#[from] InvalidState),
}

/// `POST /v1/rules`: what can go wrong while a rule is made.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum CreateRuleError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Body(#[from] BodyError),
    #[api_error(transparent)]
    RuleType(#[from] InvalidRuleType),
    #[api_error(transparent)]
    Category(#[from] InvalidSignalCategory),
    #[api_error(transparent)]
    Severity(#[from] InvalidSeverity),
    #[api_error(transparent)]
    Weight(#[from] InvalidWeight),
}

/// `GET` and `DELETE /v1/rules/{id}`: what can go wrong while a rule is looked up or deleted.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum RuleError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    NotFound(#[from] RuleNotFound),
}

/// `POST /v1/batch-runs`: what can go wrong while the rules are applied to all profiles.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum StartRunError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Sandbox(#[from] SandboxKey),
}

/// `GET /v1/batch-runs/{id}`: what can go wrong while a batch run is looked up.
#[derive(Debug, ApiError)]
#[api_error(envelope = Elder)]
pub enum BatchRunError {
    #[api_error(transparent)]
    Common(#[from] CommonError),
    #[api_error(transparent)]
    Sandbox(#[from] SandboxKey),
    #[api_error(transparent)]
    Id(#[from] InvalidId),
    #[api_error(transparent)]
    NotFound(#[from] BatchRunNotFound),
}
