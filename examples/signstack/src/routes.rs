//! The endpoints. Each handler reads as the way of a request: token, rate limit, scope, body.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use example_service::document;
use example_service::request::Requests;

use crate::access::{Access, Grant, Scope};
use crate::body::Body;
use crate::config::Config;
use crate::errors::{
    AccessError, CreateError, DeliveryError, Missing, ParticipantError, ReadError, TokenError,
    UpdateError,
};
use crate::store::{Store, Workflow, WorkflowId};
use crate::webhook::{Acknowledgement, Receiver};
use crate::{SignStack, validate};

/// What all requests share.
pub struct Shared {
    access: Access,
    store: Store,
    receiver: Receiver,
}

impl Shared {
    /// A service with the demo keys and the demo workflows.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Shared {
            access: Access::demo(config),
            store: Store::demo(),
            receiver: Receiver::new(config.journal.clone()),
        }
    }

    /// Counts a request to an organization, and makes sure that its token is for this.
    fn admit(&self, headers: &HeaderMap, scope: Scope, org: &str) -> Result<(), AccessError> {
        let client = self.access.authenticate(headers)?;
        client.count_request()?;
        client.require(scope, org)
    }
}

type Service = State<Arc<Shared>>;

/// The form of the ids of requests.
pub const REQUEST_ID_PATTERN: &str = "^req_[0-9a-f]{12}$";

const REQUESTS: Requests = Requests {
    prefix: Some("req_"),
    docs: |_| None,
};

/// The routes of the API, and that of the receiver of webhooks.
pub fn router(config: &Config) -> Router {
    let workflow = get(get_workflow).patch(update_workflow);
    let routes = Router::new()
        .route("/v1/auth/token", post(exchange_key))
        .route("/v1/orgs/{org}/workflows", post(create_workflow))
        .route("/v1/orgs/{org}/workflows/{id}", workflow)
        .route(
            "/v1/orgs/{org}/workflows/{id}/participants",
            post(add_participant),
        )
        .route("/webhooks/signstack", post(receive_event))
        .layer(DefaultBodyLimit::max(config.max_body_bytes))
        .with_state(Arc::new(Shared::new(config)))
        .merge(document::route::<SignStack>())
        .fallback(no_such_resource)
        .method_not_allowed_fallback(no_such_resource);
    REQUESTS.of(routes)
}

async fn no_such_resource() -> Missing {
    Missing::Resource
}

/// A path that is no text names no organization, and nothing in one.
type Names<T> = Result<Path<T>, PathRejection>;

fn names<T: Default>(path: Names<T>) -> T {
    path.map(|Path(names)| names).unwrap_or_default()
}

fn workflow_id(name: &str) -> Result<WorkflowId, Missing> {
    WorkflowId::parse(name).ok_or(Missing::Resource)
}

async fn exchange_key(State(service): Service, body: Body) -> Result<Json<Grant>, TokenError> {
    let key = validate::key_to_exchange(body)?;
    Ok(Json(service.access.exchange(&key.api_key)?))
}

async fn create_workflow(
    State(service): Service,
    path: Names<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Workflow>), CreateError> {
    let org = names(path);
    service.admit(&headers, Scope::Write, &org)?;
    let workflow = service.store.create(&org, validate::new_workflow(body)?)?;
    Ok((StatusCode::CREATED, Json(workflow)))
}

async fn get_workflow(
    State(service): Service,
    path: Names<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Workflow>, ReadError> {
    let (org, id) = names(path);
    service.admit(&headers, Scope::Read, &org)?;
    let id = workflow_id(&id)?;
    Ok(Json(service.store.find(&org, &id)?))
}

async fn update_workflow(
    State(service): Service,
    path: Names<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Workflow>, UpdateError> {
    let (org, id) = names(path);
    service.admit(&headers, Scope::Write, &org)?;
    let id = workflow_id(&id)?;
    let changes = validate::changes(body)?;
    Ok(Json(service.store.update(&org, &id, changes)?))
}

async fn add_participant(
    State(service): Service,
    path: Names<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Workflow>), ParticipantError> {
    let (org, id) = names(path);
    service.admit(&headers, Scope::Write, &org)?;
    let id = workflow_id(&id)?;
    let participant = validate::new_participant(body)?;
    let workflow = service.store.add_participant(&org, &id, participant)?;
    Ok((StatusCode::CREATED, Json(workflow)))
}

async fn receive_event(
    State(service): Service,
    body: Body,
) -> Result<Json<Acknowledgement>, DeliveryError> {
    let status = service.receiver.receive(validate::event(body)?)?;
    Ok(Json(Acknowledgement { status }))
}
