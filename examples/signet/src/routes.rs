//! The operations. Each handler reads as the way of a request: token, role, header, profile, user, body.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use errorbook::RouterAllow;
use example_service::document;
use example_service::request::{Requests, is_json};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Signet;
use crate::access::{Authentication, Role};
use crate::body::{self, Body, Form};
use crate::config::Config;
use crate::credentials::{Credential, Event, Presentation, Receipt, Registry};
use crate::errors::{
    BodyError, ChangeProfileError, CreateProfileError, CreateReportError, CreateUserError,
    FindError, FindReportError, FlagAddressError, FlagDeviceError, InternalError, NotFound,
    RouteError, UnflagAddressError, UserError, VerifyError, WebhookError,
};
use crate::records::{
    DeviceFlag, IpFlag, NewDeviceFlag, NewProfile, NewReport, NewUser, Profile, Report, Standing,
    User, Verification,
};
use crate::signature::signed_body;
use crate::store::Store;

/// The header that names the user whom a request is about.
pub const USER_ID: &str = "X-User-Id";

/// What all requests share.
pub struct Shared {
    authentication: Authentication,
    store: Store,
    registry: Registry,
    forms: Forms,
    replay_window: Duration,
}

struct Forms {
    user: Form<NewUser>,
    profile: Form<NewProfile>,
    credential: Form<Credential>,
    presentation: Form<Presentation>,
    report: Form<NewReport>,
    device_flag: Form<NewDeviceFlag>,
    ip_flag: Form<IpFlag>,
    event: Form<Event>,
}

impl Shared {
    /// A service with the demo data.
    #[must_use]
    pub fn new(config: &Config, authentication: Authentication) -> Self {
        Shared {
            authentication,
            store: Store::demo(),
            registry: Registry::default(),
            forms: Forms {
                user: Form::described(),
                profile: Form::described(),
                credential: Form::described(),
                presentation: Form::described(),
                report: Form::described(),
                device_flag: Form::described(),
                ip_flag: Form::described(),
                event: Form::described(),
            },
            replay_window: config.replay_window,
        }
    }
}

type Service = State<Arc<Shared>>;
type Id = Result<Path<String>, PathRejection>;

/// A body such as `{"success": true, "data": {}}`.
pub struct Success<T> {
    status: StatusCode,
    data: T,
}

impl<T> Success<T> {
    fn ok(data: T) -> Self {
        let status = StatusCode::OK;
        Success { status, data }
    }

    fn created(data: T) -> Self {
        let status = StatusCode::CREATED;
        Success { status, data }
    }
}

impl<T: Serialize> IntoResponse for Success<T> {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Body<T> {
            success: bool,
            data: T,
        }

        let Success { status, data } = self;
        let success = true;
        (status, Json(Body { success, data })).into_response()
    }
}

const REQUESTS: Requests = Requests {
    prefix: None,
    docs: |_| None,
};

/// The routes of the API.
pub fn router(signet: Arc<Shared>) -> Router {
    let routes = Router::new()
        .route("/v1/users", post(create_user))
        .route("/v1/users/{id}", get(get_user))
        .route("/v1/verifications/credential", post(verify_credential))
        .route("/v1/verifications/presentation", post(verify_presentation))
        .route("/v1/profile", get(get_profile).post(create_profile))
        .route("/v1/profile/activate", post(activate_profile))
        .route("/v1/profile/deactivate", post(deactivate_profile))
        .route("/v1/reports", post(create_report))
        .route("/v1/reports/{id}", get(get_report))
        .route("/v1/devices/{id}/flags", post(flag_device))
        .route("/v1/ip-flags", post(flag_address))
        .route("/v1/ip-flags/{ip}", delete(unflag_address))
        .route("/v1/webhooks/credentials", post(receive_event))
        .with_state(signet)
        .merge(document::route::<Signet>())
        .layer(DefaultBodyLimit::max(body::MAX_BYTES))
        .fallback(async || RouteError::Path)
        .method_not_allowed_fallback(async || RouteError::Method(RouterAllow));
    REQUESTS.of(routes)
}

async fn create_user(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<User>, CreateUserError> {
    let partner = signet.authentication.partner(&headers).await?;
    partner.require(Role::Manager)?;
    let user = signet.forms.user.read(&headers, body)?;
    Ok(Success::created(signet.store.create_user(&partner, user)?))
}

async fn get_user(
    State(signet): Service,
    headers: HeaderMap,
    id: Id,
) -> Result<Success<User>, FindError> {
    let partner = signet.authentication.partner(&headers).await?;
    let id = named(id, "user")?;
    Ok(Success::ok(signet.store.user(&partner, &id)?))
}

async fn verify_credential(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<Verification>, VerifyError> {
    let (user, credential) = to_verify(&signet, &signet.forms.credential, &headers, body).await?;
    let outcome = signet.registry.verify(&user.id, &credential);
    signet.store.note_verification(&user, outcome.is_ok());
    outcome?;
    Ok(Success::ok(Verification {
        user_id: user.id,
        credentials: 1,
    }))
}

async fn verify_presentation(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<Verification>, VerifyError> {
    let form = &signet.forms.presentation;
    let (user, presentation) = to_verify(&signet, form, &headers, body).await?;
    let outcome = signet.registry.verify_all(&user.id, &presentation);
    signet.store.note_verification(&user, outcome.is_ok());
    outcome?;
    Ok(Success::ok(Verification {
        user_id: user.id,
        credentials: presentation.credentials.len(),
    }))
}

/// What is to be verified, and of whom.
async fn to_verify<T: DeserializeOwned + JsonSchema>(
    signet: &Shared,
    form: &Form<T>,
    headers: &HeaderMap,
    body: Body,
) -> Result<(User, T), VerifyError> {
    let partner = signet.authentication.partner(headers).await?;
    partner.require(Role::Manager)?;
    let user_id = user_id(headers)?;
    signet.store.ensure_active(&partner)?;
    let user = signet
        .store
        .user(&partner, user_id)
        .map_err(UserError::from)?;
    Ok((user, form.read(headers, body)?))
}

async fn create_profile(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<Profile>, CreateProfileError> {
    let partner = signet.authentication.partner(&headers).await?;
    partner.require(Role::Manager)?;
    let profile = signet.forms.profile.read(&headers, body)?;
    let profile = signet.store.create_profile(&partner, profile)?;
    Ok(Success::created(profile))
}

async fn get_profile(
    State(signet): Service,
    headers: HeaderMap,
) -> Result<Success<Profile>, FindError> {
    let partner = signet.authentication.partner(&headers).await?;
    Ok(Success::ok(signet.store.profile(&partner)?))
}

async fn activate_profile(
    State(signet): Service,
    headers: HeaderMap,
) -> Result<Success<Profile>, ChangeProfileError> {
    change_profile(&signet, &headers, Standing::Active).await
}

async fn deactivate_profile(
    State(signet): Service,
    headers: HeaderMap,
) -> Result<Success<Profile>, ChangeProfileError> {
    change_profile(&signet, &headers, Standing::Inactive).await
}

async fn change_profile(
    signet: &Shared,
    headers: &HeaderMap,
    standing: Standing,
) -> Result<Success<Profile>, ChangeProfileError> {
    let partner = signet.authentication.partner(headers).await?;
    partner.require(Role::Manager)?;
    Ok(Success::ok(signet.store.set_standing(&partner, standing)?))
}

async fn create_report(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<Report>, CreateReportError> {
    let partner = signet.authentication.partner(&headers).await?;
    partner.require(Role::Manager)?;
    let user_id = user_id(&headers)?;
    signet.store.ensure_active(&partner)?;
    let user = signet
        .store
        .user(&partner, user_id)
        .map_err(UserError::from)?;
    let report = signet.forms.report.read(&headers, body)?;
    let row = signet
        .store
        .create_report(&partner, &user, report)
        .map_err(InternalError::from)?;
    match row.read() {
        Ok(report) => Ok(Success::created(report)),
        Err(source) => Err(CreateReportError::Retrieval {
            report_id: row.id,
            source,
        }),
    }
}

async fn get_report(
    State(signet): Service,
    headers: HeaderMap,
    id: Id,
) -> Result<Success<Report>, FindReportError> {
    let partner = signet.authentication.partner(&headers).await?;
    let id = named(id, "report")?;
    let row = signet.store.report(&partner, &id)?;
    Ok(Success::ok(row.read().map_err(InternalError::from)?))
}

async fn flag_device(
    State(signet): Service,
    headers: HeaderMap,
    id: Id,
    body: Body,
) -> Result<Success<DeviceFlag>, FlagDeviceError> {
    let partner = signet.authentication.partner(&headers).await?;
    partner.require(Role::Manager)?;
    let id = named(id, "device")?;
    if !is_device(&id) {
        return Err(NotFound { resource: "device" }.into());
    }
    let flag = signet.forms.device_flag.read(&headers, body)?;
    let flag = signet.store.flag_device(&partner, id, flag.reason)?;
    Ok(Success::created(flag))
}

async fn flag_address(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<IpFlag>, FlagAddressError> {
    let partner = signet.authentication.partner(&headers).await?;
    partner.require(Role::Manager)?;
    let flag = signet.forms.ip_flag.read(&headers, body)?;
    Ok(Success::created(
        signet.store.flag_address(&partner, &flag)?,
    ))
}

async fn unflag_address(
    State(signet): Service,
    headers: HeaderMap,
    ip: Id,
) -> Result<Success<IpFlag>, UnflagAddressError> {
    let partner = signet.authentication.partner(&headers).await?;
    partner.require(Role::Manager)?;
    let ip: IpAddr = named(ip, "IP flag")?.parse().map_err(|_| NotFound {
        resource: "IP flag",
    })?;
    Ok(Success::ok(signet.store.unflag_address(&partner, ip)?))
}

async fn receive_event(
    State(signet): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<Success<Receipt>, WebhookError> {
    let body = signed_body(&headers, body, signet.replay_window)?;
    if !is_json(&headers) {
        return Err(BodyError::MediaType.into());
    }
    let event = signet.forms.event.parse(&body)?;
    Ok(Success::ok(signet.registry.apply(event)))
}

/// The id of the user whom a request is about. One that is no text names nobody, and so do several.
fn user_id(headers: &HeaderMap) -> Result<&str, UserError> {
    let mut ids = headers.get_all(USER_ID).iter();
    let id = ids.next().map(|id| match ids.next() {
        None => id.to_str().unwrap_or("?"),
        Some(_) => "?",
    });
    id.filter(|id| !id.is_empty()).ok_or(UserError::Missing)
}

/// A part of the path. One that is no text names nothing that there is.
fn named(id: Id, resource: &'static str) -> Result<String, NotFound> {
    id.map(|Path(id)| id).map_err(|_| NotFound { resource })
}

fn is_device(id: &str) -> bool {
    let is_digit = |digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    let digits = id.strip_prefix("dev_");
    digits.is_some_and(|digits| digits.len() == 12 && digits.bytes().all(is_digit))
}
