//! The people who are watched over, and how they usually behave.

use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::errors::InvalidStatusTransition;
use crate::signals::SignalCategory;

/// Somebody who is watched over.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Profile {
    /// The id of the profile.
    pub id: Uuid,
    /// What the tenant knows the person by.
    pub customer_id: String,
    /// The name of the person.
    pub customer_name: String,
    /// When the person was born.
    pub date_of_birth: Date,
    /// Why the person is watched over.
    pub enrollment_reason: EnrollmentReason,
    /// Whether the person is watched over now.
    pub status: ProfileStatus,
}

/// Why somebody is watched over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EnrollmentReason {
    /// It goes by age.
    AgeBased,
    /// The family asked for it.
    FamilyRequest,
    /// The person asked for it.
    SelfRequest,
    /// The person was exploited before.
    PriorExploitation,
}

/// Whether somebody is watched over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ProfileStatus {
    /// Yes.
    Active,
    /// Not now.
    Paused,
    /// No longer: the account is closed.
    Closed,
    /// No longer: the person has died.
    Deceased,
}

impl ProfileStatus {
    /// The status after this one.
    ///
    /// # Errors
    /// 409 if the one does not follow the other.
    pub fn transition(self, to: Self) -> Result<Self, InvalidStatusTransition> {
        use ProfileStatus::{Active, Closed, Deceased, Paused};

        match (self, to) {
            (Active, Paused) | (Paused, Active) | (Active | Paused, Closed | Deceased) => Ok(to),
            (from, to) => Err(InvalidStatusTransition { from, to }),
        }
    }
}

impl fmt::Display for ProfileStatus {
    /// The name that it has in JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// How somebody usually behaves, and how in the last month.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Baseline {
    /// The profile whose baseline it is.
    pub profile_id: Uuid,
    /// What is spent, in cents.
    pub spending: Measure,
    /// How much is transferred how often.
    pub transfers: Measure,
    /// How many receive money for the first time.
    pub new_payees: Measure,
}

/// A number that is taken each month.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Measure {
    /// The mean of a year.
    pub usual: u32,
    /// The number of the last month.
    pub latest: u32,
}

impl Baseline {
    /// What a category of signals is about.
    #[must_use]
    pub fn measure(&self, category: SignalCategory) -> Measure {
        match category {
            SignalCategory::UnusualSpending => self.spending,
            SignalCategory::FrequentTransfers => self.transfers,
            SignalCategory::NewPayees => self.new_payees,
        }
    }
}

impl Measure {
    /// By how much the latest number is above the usual one, as a share of it: from 0 to 1, which
    /// stands for all that is more than twice as much.
    #[must_use]
    pub fn excess(self) -> f64 {
        let (usual, latest) = (f64::from(self.usual), f64::from(self.latest));
        if latest <= usual {
            return 0.0;
        }
        ((latest - usual) / usual).min(1.0)
    }
}
