//! The workflows so far, as a database would keep them: JSON text by id.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use errorbook::FieldError;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::access::ORG;
use crate::body::is_workflow_id;
use crate::errors::{InternalError, Missing, ParticipantError, ReadError, UpdateError};
use crate::validate::{
    Changes, EMAIL, MAX_EMAIL, MAX_ENTRIES, MAX_KEY, MAX_NAME, NewWorkflow, WORKFLOW_ID,
};

/// A demo workflow of the organization [`ORG`].
pub const DEMO_WORKFLOW: &str = "wf_abc123";
/// A demo workflow of the same organization whose text was cut short when it was written.
pub const TRUNCATED_WORKFLOW: &str = "wf_badc0de";

/// The id of a workflow.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
pub struct WorkflowId(#[schemars(regex(pattern = WORKFLOW_ID))] String);

impl WorkflowId {
    /// The id in a text, if it has the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_workflow_id(text).then(|| WorkflowId(text.to_owned()))
    }

    /// An id that is known when the service is compiled.
    #[must_use]
    pub fn from_static(id: &'static str) -> Self {
        WorkflowId(id.to_owned())
    }

    fn new() -> Self {
        WorkflowId(format!("wf_{}", Uuid::new_v4().simple()))
    }
}

impl fmt::Display for WorkflowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Documents on their way to those who sign them.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Workflow {
    /// The id of the workflow.
    pub id: WorkflowId,
    /// The organization that it belongs to.
    pub org_id: String,
    /// What people call it.
    pub name: String,
    /// The blueprint that it was made from, if any.
    pub blueprint_key: Option<Blueprint>,
    /// The documents to sign, beside those of the blueprint.
    pub documents: Vec<Document>,
    /// Those who sign.
    pub participants: Vec<Participant>,
    /// What the documents say something of.
    pub entity_slots: Vec<EntitySlot>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed: what an update must name, so that it is not made to another state.
    pub updated_at: Timestamp,
}

/// A document to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Its file name.
    #[schemars(length(min = 1, max = MAX_NAME))]
    pub name: String,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Participant {
    /// Their name.
    #[schemars(length(min = 1, max = MAX_NAME))]
    pub name: String,
    /// Where the documents are sent.
    #[schemars(length(min = 1, max = MAX_EMAIL), regex(pattern = EMAIL))]
    pub email: String,
}

/// Something that the documents say something of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EntitySlot {
    /// What the documents call it.
    #[schemars(length(min = 1, max = MAX_KEY))]
    pub key: String,
    /// The schema of its data.
    pub schema_key: Schema,
}

/// A set of documents that workflows are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Blueprint {
    /// The lease of a flat.
    Lease,
    /// A mutual non-disclosure agreement.
    MutualNda,
}

/// The schema of what is known of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "EntitySchema")]
pub enum Schema {
    /// A person.
    Person,
    /// A company.
    Company,
    /// A house or a flat.
    Property,
}

/// The database.
pub struct Store {
    rows: Mutex<HashMap<WorkflowId, Row>>,
}

struct Row {
    org: String,
    text: String,
}

impl Store {
    /// A database with the demo workflows in it.
    #[must_use]
    pub fn demo() -> Self {
        let rows = [
            (
                DEMO_WORKFLOW,
                r#"{"id":"wf_abc123","orgId":"org_demo","name":"Lease of 12 Elm Street","blueprintKey":"lease","documents":[],"participants":[{"name":"Ada","email":"ada@example.com"}],"entitySlots":[{"key":"flat","schemaKey":"property"}],"createdAt":"2024-01-15T10:00:00Z","updatedAt":"2024-01-15T10:05:00Z"}"#,
            ),
            (
                TRUNCATED_WORKFLOW,
                r#"{"id":"wf_badc0de","orgId":"org_demo","name":"Lease of 14 Elm S"#,
            ),
        ];
        let rows = rows.map(|(id, text)| {
            let row = Row {
                org: ORG.to_owned(),
                text: text.to_owned(),
            };
            (WorkflowId::from_static(id), row)
        });
        Store {
            rows: Mutex::new(rows.into()),
        }
    }

    /// Creates a workflow of an organization.
    ///
    /// # Errors
    /// What kept it from becoming text.
    pub fn create(&self, org: &str, new: NewWorkflow) -> Result<Workflow, InternalError> {
        let now = now();
        let workflow = Workflow {
            id: WorkflowId::new(),
            org_id: org.to_owned(),
            name: new.name.unwrap_or_else(|| "Untitled workflow".to_owned()),
            blueprint_key: new.blueprint_key,
            documents: new.documents.unwrap_or_default(),
            participants: new.participants.unwrap_or_default(),
            entity_slots: new.entity_slots.unwrap_or_default(),
            created_at: now,
            updated_at: now,
        };
        let row = Row {
            org: org.to_owned(),
            text: serde_json::to_string(&workflow)?,
        };
        self.rows().insert(workflow.id.clone(), row);
        Ok(workflow)
    }

    /// The workflow of this organization that has this id.
    ///
    /// # Errors
    /// 404 if there is none, 500 if its text cannot be read back.
    pub fn find(&self, org: &str, id: &WorkflowId) -> Result<Workflow, ReadError> {
        let mut rows = self.rows();
        let row = row(&mut rows, org, id)?;
        Ok(serde_json::from_str(&row.text).map_err(InternalError::from)?)
    }

    /// Changes a workflow, unless somebody else did so since the time that the changes name.
    ///
    /// # Errors
    /// 404 if there is none, 409 if it is another one by now, 500 if its text cannot be read back.
    pub fn update(
        &self,
        org: &str,
        id: &WorkflowId,
        changes: Changes,
    ) -> Result<Workflow, UpdateError> {
        let mut rows = self.rows();
        let row = row(&mut rows, org, id)?;
        let mut workflow: Workflow =
            serde_json::from_str(&row.text).map_err(InternalError::from)?;
        let updated = workflow.updated_at;
        if let Some(expected) = changes.updated_at.filter(|expected| *expected != updated) {
            let message = format!("Expected {expected} but resource was updated at {updated}");
            return Err(UpdateError::Conflict(
                FieldError::new("updatedAt", message).into(),
            ));
        }
        if let Some(name) = changes.name {
            workflow.name = name;
        }
        if let Some(participants) = changes.participants {
            workflow.participants = participants;
        }
        if let Some(entity_slots) = changes.entity_slots {
            workflow.entity_slots = entity_slots;
        }
        row.replace(&mut workflow)?;
        Ok(workflow)
    }

    /// Adds somebody to those who sign, whatever else was changed.
    ///
    /// # Errors
    /// 404 if there is no such workflow, 409 if it has as many as it may have, 500 if its text cannot
    /// be read back.
    pub fn add_participant(
        &self,
        org: &str,
        id: &WorkflowId,
        participant: Participant,
    ) -> Result<Workflow, ParticipantError> {
        let mut rows = self.rows();
        let row = row(&mut rows, org, id)?;
        let mut workflow: Workflow =
            serde_json::from_str(&row.text).map_err(InternalError::from)?;
        if workflow.participants.len() >= MAX_ENTRIES {
            return Err(ParticipantError::Full {
                id: id.clone(),
                count: MAX_ENTRIES,
            });
        }
        workflow.participants.push(participant);
        row.replace(&mut workflow)?;
        Ok(workflow)
    }

    fn rows(&self) -> MutexGuard<'_, HashMap<WorkflowId, Row>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Row {
    /// Writes a workflow that was changed, with the time of the change.
    fn replace(&mut self, workflow: &mut Workflow) -> Result<(), InternalError> {
        // Two changes never have the same time, or the second one would go unnoticed.
        let next = workflow
            .updated_at
            .saturating_add(SignedDuration::from_millis(1));
        workflow.updated_at = now().max(next.unwrap_or(Timestamp::MAX));
        self.text = serde_json::to_string(workflow)?;
        Ok(())
    }
}

/// The row of a workflow. That of another organization is none.
fn row<'a>(
    rows: &'a mut HashMap<WorkflowId, Row>,
    org: &str,
    id: &WorkflowId,
) -> Result<&'a mut Row, Missing> {
    let row = rows.get_mut(id).filter(|row| row.org == org);
    row.ok_or_else(|| Missing::Workflow { id: id.clone() })
}

/// The time in milliseconds, which is all that clients in JavaScript can tell apart.
fn now() -> Timestamp {
    Timestamp::from_millisecond(Timestamp::now().as_millisecond()).unwrap_or(Timestamp::MAX)
}
