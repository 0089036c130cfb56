//! The endpoints. Each handler reads as the way of a request: key, plan, rate limit, body.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, Path, Request, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use errorbook::openapi::OpenApi;

use crate::access::{Account, Accounts, Plan};
use crate::config::Config;
use crate::errors::{ClaimError, MediaError, RecordError, RouteError, ServiceError};
use crate::idempotency::{Begin, Idempotency};
use crate::request::{self, RequestId};
use crate::sources::Sources;
use crate::store::{Kind, Record, Store};
use crate::{body, openapi, validate};

/// What all requests share.
pub struct Service {
    accounts: Accounts,
    idempotency: Idempotency,
    sources: Sources,
    store: Store,
    max_claim_bytes: usize,
    max_media_bytes: usize,
    draining: AtomicBool,
}

impl Service {
    /// A service with the demo accounts and the demo verifications.
    #[must_use]
    pub fn new(config: &Config, sources: Sources) -> Self {
        Service {
            accounts: Accounts::demo(config),
            idempotency: Idempotency::new(config.idempotency_window),
            sources,
            store: Store::demo(),
            max_claim_bytes: config.max_claim_bytes,
            max_media_bytes: config.max_media_bytes,
            draining: AtomicBool::new(false),
        }
    }

    /// From now on new requests are turned away; those under way go on.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    fn ensure_open(&self) -> Result<(), ServiceError> {
        if self.draining.load(Ordering::Relaxed) {
            Err(ServiceError::Draining)
        } else {
            Ok(())
        }
    }
}

/// The routes of the API.
pub fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/v1/verify/claim", post(verify_claim))
        .route("/v1/verify/media", post(verify_media))
        .route("/v1/verify/{id}", get(get_verification))
        .route("/openapi.json", get(get_document))
        .fallback(no_such_endpoint)
        .method_not_allowed_fallback(no_such_endpoint)
        .layer(middleware::from_fn(request::in_context))
        .with_state(service)
}

async fn no_such_endpoint() -> RouteError {
    RouteError::NotFound
}

async fn verify_claim(
    State(service): State<Arc<Service>>,
    Extension(id): Extension<RequestId>,
    request: Request,
) -> Result<Response, ClaimError> {
    let (headers, body) = split(request);
    service.ensure_open()?;
    let account = service.accounts.authenticate(&headers)?;
    account.count_request()?;
    let body = body::read(&headers, body, service.max_claim_bytes).await?;

    match service
        .idempotency
        .begin(&account, "claim", &headers, &body)?
    {
        Begin::Replay(response) => Ok(response),
        Begin::Run(attempt) => {
            let outcome = check_claim(&service, &account, &id, &body).await;
            Ok(attempt.finish(id.marked(outcome)).await)
        }
    }
}

async fn check_claim(
    service: &Service,
    account: &Account,
    id: &RequestId,
    body: &[u8],
) -> Result<Json<Record>, ClaimError> {
    let claim = validate::claim(body)?;
    let charge = account.charge()?;
    let findings = service
        .sources
        .ask(&claim.text, claim.sources.as_deref())
        .await?;
    let record = Record::conclude(id.as_str(), Kind::Claim, claim.text, findings);
    service
        .store
        .insert(account, &record)
        .map_err(ServiceError::from)?;
    charge.keep();
    Ok(Json(record))
}

async fn verify_media(
    State(service): State<Arc<Service>>,
    Extension(id): Extension<RequestId>,
    request: Request,
) -> Result<Response, MediaError> {
    let (headers, body) = split(request);
    service.ensure_open()?;
    let account = service.accounts.authenticate(&headers)?;
    account.require(Plan::Pro)?;
    account.count_request()?;
    let body = body::read(&headers, body, service.max_media_bytes).await?;

    match service
        .idempotency
        .begin(&account, "media", &headers, &body)?
    {
        Begin::Replay(response) => Ok(response),
        Begin::Run(attempt) => {
            let outcome = check_media(&service, &account, &id, &body).await;
            Ok(attempt.finish(id.marked(outcome)).await)
        }
    }
}

async fn check_media(
    service: &Service,
    account: &Account,
    id: &RequestId,
    body: &[u8],
) -> Result<Json<Record>, MediaError> {
    let media = validate::media(body)?;
    let charge = account.charge()?;
    let findings = service
        .sources
        .ask(&media.fingerprint(), media.sources.as_deref())
        .await?;
    let record = Record::conclude(id.as_str(), Kind::Media, media.url, findings);
    service
        .store
        .insert(account, &record)
        .map_err(ServiceError::from)?;
    charge.keep();
    Ok(Json(record))
}

async fn get_verification(
    State(service): State<Arc<Service>>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Json<Record>, RecordError> {
    service.ensure_open()?;
    let account = service.accounts.authenticate(&headers)?;
    account.count_request()?;
    // A path that is no text names nothing that there is.
    let Path(id) = id.map_err(|_| RecordError::NotFound)?;
    let record = service
        .store
        .find(&account, &id)
        .map_err(ServiceError::from)?;
    record.map(Json).ok_or(RecordError::NotFound)
}

async fn get_document() -> impl IntoResponse {
    static TEXT: LazyLock<String> = LazyLock::new(|| openapi::text(OpenApi::V3_1));

    ([(CONTENT_TYPE, "application/json")], TEXT.as_str())
}

fn split(request: Request) -> (HeaderMap, axum::body::Body) {
    let (parts, body) = request.into_parts();
    (parts.headers, body)
}
