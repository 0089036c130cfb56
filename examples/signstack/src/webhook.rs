//! The receiving side of a webhook: what a client of the API runs, to learn what happens to its
//! workflows. It knows nothing but the events that are sent to it.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::errors::DeliveryError;
use crate::store::WorkflowId;
use crate::validate::{Event, EventType};

/// How an event was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Received {
    /// It is processed.
    Processed,
    /// It was processed before, and not once more.
    AlreadyProcessed,
}

/// What the receiver answers to an event that is processed.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Acknowledgement {
    /// How it was received.
    pub status: Received,
}

/// How far a workflow is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Somebody has signed, and somebody else has yet to.
    Open,
    /// Everybody has signed.
    Completed,
    /// Somebody will not sign.
    Declined,
}

impl Stage {
    /// The stage of a workflow after an event.
    ///
    /// # Errors
    /// If the workflow is over.
    fn after(self, event: EventType) -> Result<Stage, DeliveryError> {
        match (self, event) {
            (Stage::Open, EventType::ParticipantSigned) => Ok(Stage::Open),
            (Stage::Open, EventType::WorkflowCompleted) => Ok(Stage::Completed),
            (Stage::Open, EventType::WorkflowDeclined) => Ok(Stage::Declined),
            (stage @ (Stage::Completed | Stage::Declined), _) => {
                Err(DeliveryError::RejectedEvent { stage })
            }
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stage::Open => "open",
            Stage::Completed => "completed",
            Stage::Declined => "declined",
        })
    }
}

/// The receiver of events.
pub struct Receiver {
    journal: Option<PathBuf>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// The ids of the events that are processed.
    events: HashSet<String>,
    workflows: HashMap<WorkflowId, Stage>,
}

impl Receiver {
    /// One that has received nothing yet, and writes to this journal.
    #[must_use]
    pub fn new(journal: Option<PathBuf>) -> Self {
        Receiver {
            journal,
            known: Mutex::default(),
        }
    }

    /// Processes an event, once: either all of it happens, and its id is remembered, or nothing does.
    ///
    /// # Errors
    /// If the event cannot be, or if it cannot be processed now.
    pub fn receive(&self, event: Event) -> Result<Received, DeliveryError> {
        // Held to the end: an event that is sent twice at a time must wait for itself. A line is
        // written fast enough to make all others wait, too.
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.events.contains(&event.event_id) {
            return Ok(Received::AlreadyProcessed);
        }
        let id = event.data.workflow_id;
        // One that was never heard of may have begun before this receiver did.
        let stage = known.workflows.get(&id).copied().unwrap_or(Stage::Open);
        let stage = stage.after(event.event_type)?;
        self.write(&event.event_id, &id, stage)?;
        known.workflows.insert(id, stage);
        known.events.insert(event.event_id);
        Ok(Received::Processed)
    }

    /// Writes a line to the journal, at one go.
    fn write(&self, event: &str, workflow: &WorkflowId, stage: Stage) -> io::Result<()> {
        let Some(journal) = &self.journal else {
            return Ok(());
        };
        let line = json!({"eventId": event, "workflowId": workflow, "stage": stage.to_string()});
        let mut file = OpenOptions::new().create(true).append(true).open(journal)?;
        file.write_all(format!("{line}\n").as_bytes())
    }
}
