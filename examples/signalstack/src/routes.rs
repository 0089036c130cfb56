//! The endpoints. Each handler reads as the way of a request: key, plan, rate limit, body.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use example_service::document;
use example_service::request::{RequestId, Requests};

use crate::access::{Account, Accounts, Plan};
use crate::config::Config;
use crate::errors::{ClaimError, MediaError, RecordError, RouteError, ServiceError};
use crate::idempotency::{Begin, Idempotency};
use crate::sources::Sources;
use crate::store::{Kind, Record, Store};
use crate::{SignalStack, body, validate};

/// What all requests share.
pub struct Shared {
    accounts: Accounts,
    idempotency: Idempotency,
    sources: Sources,
    store: Store,
    max_claim_bytes: usize,
    max_media_bytes: usize,
    draining: AtomicBool,
}

impl Shared {
    /// A service with the demo accounts and the demo verifications.
    #[must_use]
    pub fn new(config: &Config, sources: Sources) -> Self {
        Shared {
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

type Service = State<Arc<Shared>>;

/// The form of the ids of requests, and of the verifications that come of them.
pub const ID_PATTERN: &str = "^vrf_[0-9a-f]{12}$";

const REQUESTS: Requests = Requests {
    prefix: Some("vrf_"),
    docs: docs_page,
};

/// The page of the API reference that describes an endpoint.
pub(crate) fn docs_page(route: &str) -> Option<&'static str> {
    Some(match route {
        "/v1/verify/claim" => "https://signal-stack-ten.vercel.app/docs/api-reference/verify-claim",
        "/v1/verify/media" => "https://signal-stack-ten.vercel.app/docs/api-reference/verify-media",
        "/v1/verify/{id}" => {
            "https://signal-stack-ten.vercel.app/docs/api-reference/get-verification"
        }
        _ => return None,
    })
}

/// The routes of the API.
pub fn router(service: Arc<Shared>) -> Router {
    let routes = Router::new()
        .route("/v1/verify/claim", post(verify_claim))
        .route("/v1/verify/media", post(verify_media))
        .route("/v1/verify/{id}", get(get_verification))
        .with_state(service)
        .merge(document::route::<SignalStack>())
        .fallback(no_such_endpoint)
        .method_not_allowed_fallback(no_such_endpoint);
    REQUESTS.of(routes)
}

async fn no_such_endpoint() -> RouteError {
    RouteError::NotFound
}

async fn verify_claim(
    State(service): Service,
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
    service: &Shared,
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
    State(service): Service,
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
    service: &Shared,
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
    State(service): Service,
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

fn split(request: Request) -> (HeaderMap, axum::body::Body) {
    let (parts, body) = request.into_parts();
    (parts.headers, body)
}
