//! What may be wrong with an account, and what people think of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::errors::InvalidState;

/// A sign that somebody may be exploited.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Signal {
    /// The id of the signal.
    pub id: Uuid,
    /// The profile of the person.
    pub profile_id: Uuid,
    /// What it is about.
    pub signal_category: SignalCategory,
    /// How bad it is.
    pub severity: Severity,
    /// What is thought of it.
    pub status: SignalStatus,
}

/// What a signal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SignalCategory {
    /// More is spent.
    UnusualSpending,
    /// There are more transfers.
    FrequentTransfers,
    /// Money goes to people whom it did not go to before.
    NewPayees,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Severity {
    /// Worth a look.
    Low,
    /// Worth a call.
    Medium,
    /// Worth a stop.
    High,
}

/// What is thought of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SignalStatus {
    /// Nobody has looked at it yet.
    Active,
    /// Somebody is exploited.
    Confirmed,
    /// Nobody is.
    Dismissed,
}

/// The outcome of a review.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Verdict {
    /// Somebody is exploited.
    Confirmed,
    /// Nobody is.
    Dismissed,
}

impl Signal {
    /// A signal that nobody has looked at yet.
    #[must_use]
    pub fn new(profile_id: Uuid, signal_category: SignalCategory, severity: Severity) -> Self {
        Signal {
            id: Uuid::new_v4(),
            profile_id,
            signal_category,
            severity,
            status: SignalStatus::Active,
        }
    }

    /// Records what a review came to.
    ///
    /// # Errors
    /// 409 if there was a review before.
    pub fn review(&mut self, verdict: Verdict) -> Result<(), InvalidState> {
        if self.status != SignalStatus::Active {
            return Err(InvalidState { required: "ACTIVE" });
        }
        self.status = match verdict {
            Verdict::Confirmed => SignalStatus::Confirmed,
            Verdict::Dismissed => SignalStatus::Dismissed,
        };
        Ok(())
    }

    /// Makes the signal one that nobody has looked at.
    ///
    /// # Errors
    /// 409 if it is one.
    pub fn reopen(&mut self) -> Result<(), InvalidState> {
        if self.status == SignalStatus::Active {
            return Err(InvalidState {
                required: "CONFIRMED or DISMISSED",
            });
        }
        self.status = SignalStatus::Active;
        Ok(())
    }
}
