//! The endpoints. Each handler reads as the way of a request: key and tenant, id, body, record.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use example_service::document;
use example_service::request::Requests;

use crate::ElderSignals;
use crate::access::{Keys, Scope};
use crate::body::{self, Body};
use crate::config::Config;
use crate::errors::{
    BaselineError, BatchRunError, CreateRuleError, EnrollError, ProfileError, ProfileStatusError,
    ReopenError, ReportError, ReviewError, RuleError, SignalError, StartRunError,
};
use crate::errors::{
    BaselineNotFound, BatchRunNotFound, NotFound, ProfileNotFound, RuleNotFound, SignalNotFound,
};
use crate::profiles::{Baseline, Profile};
use crate::rules::{BatchRun, Rule};
use crate::signals::Signal;
use crate::store::Store;
use crate::validate;

/// What all requests share.
pub struct Shared {
    keys: Keys,
    store: Store,
}

type Service = State<Arc<Shared>>;
type Id = Result<Path<String>, PathRejection>;

const REQUESTS: Requests = Requests {
    prefix: None,
    docs: |_| None,
};

/// The routes of the API.
pub fn router(config: &Config) -> Router {
    let service = Arc::new(Shared {
        keys: Keys::demo(config),
        store: Store::demo(),
    });
    let routes = Router::new()
        .route("/v1/profiles", post(enroll))
        .route("/v1/profiles/{id}", get(get_profile))
        .route("/v1/profiles/{id}/status", patch(change_status))
        .route("/v1/profiles/{id}/baseline", get(get_baseline))
        .route("/v1/signals", post(report_signal))
        .route("/v1/signals/{id}", get(get_signal))
        .route("/v1/signals/{id}/review", post(review_signal))
        .route("/v1/signals/{id}/reopen", post(reopen_signal))
        .route("/v1/rules", post(create_rule))
        .route("/v1/rules/{id}", get(get_rule).delete(delete_rule))
        .route("/v1/batch-runs", post(start_batch_run))
        .route("/v1/batch-runs/{id}", get(get_batch_run))
        .layer(DefaultBodyLimit::max(body::MAX_BYTES))
        .with_state(service)
        .merge(document::route::<ElderSignals>())
        .fallback(no_such_endpoint)
        .method_not_allowed_fallback(no_such_endpoint);
    REQUESTS.of(routes)
}

async fn no_such_endpoint() -> NotFound {
    NotFound
}

async fn enroll(
    State(service): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Profile>), EnrollError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let profile = validate::enrollment(body)?.begin();
    let mut store = service.store.lock();
    store.profiles.put(tenant, profile.id, &profile)?;
    Ok((StatusCode::CREATED, Json(profile)))
}

async fn get_profile(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<Json<Profile>, ProfileError> {
    let tenant = service.keys.admit(&headers, Scope::Read)?.tenant();
    let id = validate::id(id, "profile")?;
    let profile = service.store.lock().profiles.find(tenant, id)?;
    Ok(Json(profile.ok_or(ProfileNotFound)?))
}

async fn change_status(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Profile>, ProfileStatusError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let id = validate::id(id, "profile")?;
    let change = validate::status(body)?;
    let mut store = service.store.lock();
    let mut profile = store.profiles.find(tenant, id)?.ok_or(ProfileNotFound)?;
    profile.status = profile.status.transition(change.status)?;
    store.profiles.put(tenant, id, &profile)?;
    Ok(Json(profile))
}

async fn get_baseline(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<Json<Baseline>, BaselineError> {
    let tenant = service.keys.admit(&headers, Scope::Read)?.tenant();
    let id = validate::id(id, "profile")?;
    let store = service.store.lock();
    store.profiles.find(tenant, id)?.ok_or(ProfileNotFound)?;
    let baseline = store.baselines.find(tenant, id)?;
    Ok(Json(baseline.ok_or(BaselineNotFound)?))
}

async fn report_signal(
    State(service): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Signal>), ReportError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let report = validate::report(body)?;
    let mut store = service.store.lock();
    let profile = store.profiles.find(tenant, report.profile_id)?;
    let profile = profile.ok_or(ProfileNotFound)?;
    let signal = Signal::new(profile.id, report.signal_category, report.severity);
    store.signals.put(tenant, signal.id, &signal)?;
    Ok((StatusCode::CREATED, Json(signal)))
}

async fn get_signal(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<Json<Signal>, SignalError> {
    let tenant = service.keys.admit(&headers, Scope::Read)?.tenant();
    let id = validate::id(id, "signal")?;
    let signal = service.store.lock().signals.find(tenant, id)?;
    Ok(Json(signal.ok_or(SignalNotFound)?))
}

async fn review_signal(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Signal>, ReviewError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let id = validate::id(id, "signal")?;
    let review = validate::review(body)?;
    let mut store = service.store.lock();
    let mut signal = store.signals.find(tenant, id)?.ok_or(SignalNotFound)?;
    signal.review(review.status)?;
    store.signals.put(tenant, id, &signal)?;
    Ok(Json(signal))
}

async fn reopen_signal(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<Json<Signal>, ReopenError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let id = validate::id(id, "signal")?;
    let mut store = service.store.lock();
    let mut signal = store.signals.find(tenant, id)?.ok_or(SignalNotFound)?;
    signal.reopen()?;
    store.signals.put(tenant, id, &signal)?;
    Ok(Json(signal))
}

async fn create_rule(
    State(service): Service,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Rule>), CreateRuleError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let rule = validate::rule(body)?.make();
    service.store.lock().rules.put(tenant, rule.id, &rule)?;
    Ok((StatusCode::CREATED, Json(rule)))
}

async fn get_rule(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<Json<Rule>, RuleError> {
    let tenant = service.keys.admit(&headers, Scope::Read)?.tenant();
    let id = validate::id(id, "rule")?;
    let rule = service.store.lock().rules.find(tenant, id)?;
    Ok(Json(rule.ok_or(RuleNotFound)?))
}

async fn delete_rule(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<StatusCode, RuleError> {
    let tenant = service.keys.admit(&headers, Scope::Write)?.tenant();
    let id = validate::id(id, "rule")?;
    if service.store.lock().rules.delete(tenant, id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(RuleNotFound.into())
    }
}

async fn start_batch_run(
    State(service): Service,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<BatchRun>), StartRunError> {
    let caller = service.keys.admit(&headers, Scope::Write)?;
    caller.require_live()?;
    let run = service.store.lock().run_batch(caller.tenant())?;
    Ok((StatusCode::CREATED, Json(run)))
}

async fn get_batch_run(
    State(service): Service,
    id: Id,
    headers: HeaderMap,
) -> Result<Json<BatchRun>, BatchRunError> {
    let caller = service.keys.admit(&headers, Scope::Read)?;
    caller.require_live()?;
    let id = validate::id(id, "batch run")?;
    let run = service.store.lock().batch_runs.find(caller.tenant(), id)?;
    Ok(Json(run.ok_or(BatchRunNotFound)?))
}
