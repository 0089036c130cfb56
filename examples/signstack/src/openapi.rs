//! The API as an OpenAPI document, in each version of the specification.
//!
//! Requests and successes are described by the types that the handlers use, errors by the catalogs:
//! each operation has the errors of its own type, and no status of an error stands here.

use errorbook::openapi::OpenApi;
use errorbook::{Catalog, Context, ErrorSet};
use example_service::document::Document;
use schemars::JsonSchema;
use serde_json::{Value, json};

use crate::access::{Grant, KEY, ORG};
use crate::errors::{
    CATALOG, CreateError, DeliveryError, ParticipantError, ReadError, TokenError, UpdateError,
    WEBHOOK_CATALOG,
};
use crate::routes::REQUEST_ID_PATTERN;
use crate::store::{DEMO_WORKFLOW, Participant, Workflow};
use crate::validate::{Changes, Event, KeyToExchange, NewWorkflow, WORKFLOW_ID};
use crate::webhook::Acknowledgement;

/// The document.
#[must_use]
pub fn document(version: OpenApi) -> Value {
    let mut document = Document::new(version);
    let rest = json!({
        "security": [{"AccessToken": []}],
        "tags": [
            {"name": "auth", "description": "Access tokens."},
            {"name": "webhooks", "description": "The receiving side of what SignStack sends."},
            {"name": "workflows", "description": "Documents on their way to those who sign them."},
        ],
        "paths": {
            "/v1/auth/token": {"post": exchange_key(&mut document)},
            "/v1/orgs/{orgId}/workflows": {
                "parameters": [org_id()],
                "post": create_workflow(&mut document),
            },
            "/v1/orgs/{orgId}/workflows/{workflowId}": {
                "parameters": [org_id(), workflow_id()],
                "get": get_workflow(&mut document),
                "patch": update_workflow(&mut document),
            },
            "/v1/orgs/{orgId}/workflows/{workflowId}/participants": {
                "parameters": [org_id(), workflow_id()],
                "post": add_participant(&mut document),
            },
            "/webhooks/signstack": {"post": receive_event(&mut document)},
        },
        "components": {
            "securitySchemes": {
                "AccessToken": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An access token, for which an API key is exchanged.",
                },
            },
            "parameters": {
                "OrgId": {
                    "name": "orgId",
                    "in": "path",
                    "required": true,
                    "description": "The organization that the token belongs to.",
                    "schema": {"type": "string"},
                    "example": ORG,
                },
                "WorkflowId": {
                    "name": "workflowId",
                    "in": "path",
                    "required": true,
                    "description": "The id of the workflow.",
                    "schema": {"type": "string", "pattern": WORKFLOW_ID},
                    "example": DEMO_WORKFLOW,
                },
            },
            "headers": {
                "RequestId": {
                    "description": "The id of the request, for questions to support.",
                    "required": true,
                    "schema": {"type": "string", "pattern": REQUEST_ID_PATTERN},
                    "example": REQUEST_ID,
                },
            },
        },
    });
    document.complete(
        &[&CATALOG, &WEBHOOK_CATALOG],
        "Has documents signed, and says when they are.",
        rest,
    )
}

const REQUEST_ID: &str = "req_a1b2c3d4e5f6";

fn exchange_key(document: &mut Document) -> Value {
    let version = document.version();
    json!({
        "operationId": "exchangeKey",
        "tags": ["auth"],
        "summary": "Exchange an API key for an access token",
        "description": "The token is valid for about an hour.",
        "security": [],
        "requestBody": document.request::<KeyToExchange>(&json!({
            "grantType": "api_key",
            "apiKey": KEY,
        })),
        "responses": responses::<TokenError>(version, &CATALOG, "200", success::<Grant>(
            document,
            "The token.",
            &json!({
                "accessToken": "at_0123456789abcdef0123456789abcdef",
                "tokenType": "Bearer",
                "expiresAt": "2024-01-15T11:00:00Z",
                "scopes": ["workflow:read", "workflow:write"],
            }),
        )),
    })
}

fn create_workflow(document: &mut Document) -> Value {
    let version = document.version();
    json!({
        "operationId": "createWorkflow",
        "tags": ["workflows"],
        "summary": "Create a workflow",
        "description": "From a blueprint, from documents, or from both. Wants `workflow:write`.",
        "requestBody": document.request::<NewWorkflow>(&json!({
            "name": "Lease of 12 Elm Street",
            "blueprintKey": "lease",
            "participants": [{"name": "Ada", "email": "ada@example.com"}],
            "entitySlots": [{"key": "flat", "schemaKey": "property"}],
        })),
        "responses": responses::<CreateError>(version, &CATALOG, "201", success::<Workflow>(
            document,
            "The workflow is created.",
            &workflow("2024-01-15T10:00:00Z"),
        )),
    })
}

fn get_workflow(document: &mut Document) -> Value {
    let version = document.version();
    json!({
        "operationId": "getWorkflow",
        "tags": ["workflows"],
        "summary": "Look up a workflow",
        "description": "Wants `workflow:read`.",
        "responses": responses::<ReadError>(version, &CATALOG, "200", success::<Workflow>(
            document,
            "The workflow is there.",
            &workflow("2024-01-15T10:05:00Z"),
        )),
    })
}

fn update_workflow(document: &mut Document) -> Value {
    let version = document.version();
    json!({
        "operationId": "updateWorkflow",
        "tags": ["workflows"],
        "summary": "Change a workflow",
        "description": "Changes nothing if somebody else did so after `updatedAt`. Wants \
                        `workflow:write`.",
        "requestBody": document.request::<Changes>(&json!({
            "updatedAt": "2024-01-15T10:00:00Z",
            "name": "Lease of 12 Elm Street",
        })),
        "responses": responses::<UpdateError>(version, &CATALOG, "200", success::<Workflow>(
            document,
            "The workflow is changed.",
            &workflow("2024-01-15T10:05:00Z"),
        )),
    })
}

fn add_participant(document: &mut Document) -> Value {
    let version = document.version();
    json!({
        "operationId": "addParticipant",
        "tags": ["workflows"],
        "summary": "Add somebody who signs",
        "description": "Whatever else was changed in the meantime. Wants `workflow:write`.",
        "requestBody": document.request::<Participant>(&json!({
            "name": "Ada",
            "email": "ada@example.com",
        })),
        "responses": responses::<ParticipantError>(version, &CATALOG, "201", success::<Workflow>(
            document,
            "They are added.",
            &workflow("2024-01-15T10:05:00Z"),
        )),
    })
}

fn receive_event(document: &mut Document) -> Value {
    let version = document.version();
    json!({
        "operationId": "receiveEvent",
        "tags": ["webhooks"],
        "summary": "Receive an event",
        "description": "What SignStack asks of the receivers of its webhooks. An event that was \
                        answered with a 5xx is sent again, at most four times, after 1 minute, \
                        5 minutes, 30 minutes and 2 hours.",
        "security": [],
        "requestBody": document.request::<Event>(&json!({
            "eventId": "evt_1",
            "eventType": "participant.signed",
            "data": {"workflowId": DEMO_WORKFLOW},
        })),
        "responses": responses::<DeliveryError>(
            version,
            &WEBHOOK_CATALOG,
            "200",
            success::<Acknowledgement>(
                document,
                "The event is processed, now or before.",
                &json!({"status": "processed"}),
            ),
        ),
    })
}

fn success<T: JsonSchema>(document: &mut Document, description: &str, example: &Value) -> Value {
    let mut response = document.response::<T>(description, example);
    response["headers"] = json!({"x-request-id": {"$ref": "#/components/headers/RequestId"}});
    response
}

/// The responses of an operation: its success, and the errors of its type.
fn responses<E: ErrorSet>(
    version: OpenApi,
    catalog: &Catalog,
    status: &str,
    success: Value,
) -> Value {
    let context = Context::new().with_request_id(REQUEST_ID);
    let mut responses = catalog.responses_in::<E>(version, &context);
    responses[status] = success;
    responses
}

fn org_id() -> Value {
    json!({"$ref": "#/components/parameters/OrgId"})
}

fn workflow_id() -> Value {
    json!({"$ref": "#/components/parameters/WorkflowId"})
}

fn workflow(updated_at: &str) -> Value {
    json!({
        "id": DEMO_WORKFLOW,
        "orgId": ORG,
        "name": "Lease of 12 Elm Street",
        "blueprintKey": "lease",
        "documents": [],
        "participants": [{"name": "Ada", "email": "ada@example.com"}],
        "entitySlots": [{"key": "flat", "schemaKey": "property"}],
        "createdAt": "2024-01-15T10:00:00Z",
        "updatedAt": updated_at,
    })
}
