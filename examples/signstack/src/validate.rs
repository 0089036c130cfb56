//! What a request asks for, taken from its body member by member: what there may be, and how
//! much of it.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::body::{Body, Faults, Object, read};
use crate::errors::ValidationError;
use crate::store::{Blueprint, Document, EntitySlot, Participant, WorkflowId};

/// How many characters a name may have.
pub const MAX_NAME: usize = 200;
/// How many characters an email address may have (RFC 5321, section 4.5.3.1.3, less the brackets).
pub const MAX_EMAIL: usize = 254;
/// How many characters the key of an entity slot may have.
pub const MAX_KEY: usize = 50;
/// How many characters an API key or the id of an event may have.
pub const MAX_TEXT: usize = 100;
/// How many entries a list may have.
pub const MAX_ENTRIES: usize = 20;

/// The form of the ids of workflows, as a regular expression.
pub const WORKFLOW_ID: &str = "^wf_[0-9a-z]{6,32}$";
/// The form of email addresses, as a regular expression.
pub const EMAIL: &str = r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$";
/// The form of times, as a regular expression: that in which the API itself writes them.
pub const TIME: &str = concat!(
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$",
);

/// An API key, to be exchanged for an access token.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "TokenRequest", rename_all = "camelCase")]
pub struct KeyToExchange {
    /// What is exchanged.
    pub grant_type: GrantType,
    /// The API key.
    #[schemars(length(min = 1, max = MAX_TEXT))]
    pub api_key: String,
}

/// What an access token is given for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GrantType {
    /// An API key.
    ApiKey,
}

/// A workflow to create, from a blueprint or from documents.
#[derive(Debug, JsonSchema)]
#[schemars(
    rename = "CreateWorkflowRequest",
    rename_all = "camelCase",
    // Within `allOf`, as generators of types take an `anyOf` beside `properties` for a further choice.
    extend("allOf" = [{"anyOf": [
        {
            "properties": {"blueprintKey": {"type": "string"}},
            "required": ["blueprintKey"],
            "additionalProperties": true,
        },
        {
            "properties": {"documents": {"type": "array", "minItems": 1, "items": {}}},
            "required": ["documents"],
            "additionalProperties": true,
        },
    ]}])
)]
pub struct NewWorkflow {
    /// What people call it.
    #[schemars(length(min = 1, max = MAX_NAME))]
    pub name: Option<String>,
    /// The blueprint to make it from.
    pub blueprint_key: Option<Blueprint>,
    /// The documents to sign, beside those of the blueprint.
    #[schemars(length(max = MAX_ENTRIES))]
    pub documents: Option<Vec<Document>>,
    /// Those who sign.
    #[schemars(length(max = MAX_ENTRIES))]
    pub participants: Option<Vec<Participant>>,
    /// What the documents say something of.
    #[schemars(length(max = MAX_ENTRIES))]
    pub entity_slots: Option<Vec<EntitySlot>>,
}

/// What to change of a workflow; what is missing stays as it is.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "UpdateWorkflowRequest", rename_all = "camelCase")]
pub struct Changes {
    /// When the workflow was last changed, as far as the client knows. Without it the changes are
    /// made to whatever the workflow is by now.
    #[schemars(regex(pattern = TIME))]
    pub updated_at: Option<Timestamp>,
    /// What people call it.
    #[schemars(length(min = 1, max = MAX_NAME))]
    pub name: Option<String>,
    /// Those who sign.
    #[schemars(length(max = MAX_ENTRIES))]
    pub participants: Option<Vec<Participant>>,
    /// What the documents say something of.
    #[schemars(length(max = MAX_ENTRIES))]
    pub entity_slots: Option<Vec<EntitySlot>>,
}

/// Something that happened to a workflow.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "camelCase")]
pub struct Event {
    /// The id of the event, the same each time that it is sent.
    #[schemars(length(min = 1, max = MAX_TEXT))]
    pub event_id: String,
    /// What happened.
    pub event_type: EventType,
    /// To what it happened.
    pub data: EventData,
}

/// What may happen to a workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum EventType {
    /// Somebody has signed.
    #[serde(rename = "participant.signed")]
    ParticipantSigned,
    /// Everybody has signed.
    #[serde(rename = "workflow.completed")]
    WorkflowCompleted,
    /// Somebody will not sign.
    #[serde(rename = "workflow.declined")]
    WorkflowDeclined,
}

/// What an event is about.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "camelCase")]
pub struct EventData {
    /// The workflow.
    pub workflow_id: WorkflowId,
}

/// Reads the body of `POST /v1/auth/token`.
///
/// # Errors
/// 400 if something has the wrong form, 422 if something breaks a rule.
pub fn key_to_exchange(body: Body) -> Result<KeyToExchange, ValidationError> {
    read(body, |object, faults| {
        let grant_type = object.required("grantType", faults).known(faults, |name| {
            format!("Grant type '{name}' is not supported")
        });
        let api_key = object.required("apiKey", faults).text(MAX_TEXT, faults);
        Some(KeyToExchange {
            grant_type: grant_type?,
            api_key: api_key?,
        })
    })
}

/// Reads the body of `POST /v1/orgs/{orgId}/workflows`.
///
/// # Errors
/// 400 if something has the wrong form, 422 if something breaks a rule.
pub fn new_workflow(body: Body) -> Result<NewWorkflow, ValidationError> {
    read(body, |object, faults| {
        let name = object.member("name").text(MAX_NAME, faults);
        let blueprint = object.member("blueprintKey");
        let documents = object.member("documents");
        if blueprint.is_missing() && documents.is_missing_or_empty() {
            blueprint.breaks("Either blueprintKey or documents required", faults);
        }
        Some(NewWorkflow {
            name,
            blueprint_key: blueprint.known(faults, |name| format!("Blueprint '{name}' not found")),
            documents: documents.list(MAX_ENTRIES, faults, document),
            participants: object
                .member("participants")
                .list(MAX_ENTRIES, faults, participant),
            entity_slots: object
                .member("entitySlots")
                .list(MAX_ENTRIES, faults, entity_slot),
        })
    })
}

/// Reads the body of `PATCH /v1/orgs/{orgId}/workflows/{workflowId}`.
///
/// # Errors
/// 400 if something has the wrong form, 422 if something breaks a rule.
pub fn changes(body: Body) -> Result<Changes, ValidationError> {
    read(body, |object, faults| {
        Some(Changes {
            updated_at: object.member("updatedAt").time(faults),
            name: object.member("name").text(MAX_NAME, faults),
            participants: object
                .member("participants")
                .list(MAX_ENTRIES, faults, participant),
            entity_slots: object
                .member("entitySlots")
                .list(MAX_ENTRIES, faults, entity_slot),
        })
    })
}

/// Reads the body of `POST /v1/orgs/{orgId}/workflows/{workflowId}/participants`.
///
/// # Errors
/// 400 if something has the wrong form, 422 if something breaks a rule.
pub fn new_participant(body: Body) -> Result<Participant, ValidationError> {
    read(body, participant)
}

/// Reads the body of `POST /webhooks/signstack`.
///
/// # Errors
/// 400 if something has the wrong form, 422 if something breaks a rule.
pub fn event(body: Body) -> Result<Event, ValidationError> {
    read(body, |object, faults| {
        let event_id = object.required("eventId", faults).text(MAX_TEXT, faults);
        let event_type = object
            .required("eventType", faults)
            .known(faults, |name| format!("Event type '{name}' is not known"));
        let data = object.required("data", faults).object(faults);
        let id = data.and_then(|data| data.required("workflowId", faults).workflow_id(faults));
        Some(Event {
            event_id: event_id?,
            event_type: event_type?,
            data: EventData { workflow_id: id? },
        })
    })
}

fn document(object: &Object<'_>, faults: &mut Faults) -> Option<Document> {
    let name = object.required("name", faults).text(MAX_NAME, faults);
    Some(Document { name: name? })
}

fn participant(object: &Object<'_>, faults: &mut Faults) -> Option<Participant> {
    let name = object.required("name", faults).text(MAX_NAME, faults);
    let email = object.required("email", faults).email(faults);
    Some(Participant {
        name: name?,
        email: email?,
    })
}

fn entity_slot(object: &Object<'_>, faults: &mut Faults) -> Option<EntitySlot> {
    let key = object.required("key", faults).text(MAX_KEY, faults);
    let schema_key = object
        .required("schemaKey", faults)
        .known(faults, |name| format!("Schema '{name}' not found"));
    Some(EntitySlot {
        key: key?,
        schema_key: schema_key?,
    })
}
