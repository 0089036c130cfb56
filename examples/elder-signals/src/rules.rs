//! When a signal is raised without anybody reporting it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::profiles::Baseline;
use crate::signals::{Severity, Signal, SignalCategory};

/// When a signal is raised.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// The id of the rule.
    pub id: Uuid,
    /// What the rule looks for.
    pub rule_type: RuleType,
    /// The measure that it looks at, and what its signals are about.
    pub signal_category: SignalCategory,
    /// How bad its signals are.
    pub severity: Severity,
    /// How much a deviation counts: from 0, which is nothing, to 1.
    #[schemars(range(min = 0, max = 1))]
    pub weight: f64,
}

/// What a rule looks for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RuleType {
    /// More of what is usual.
    Deviation,
    /// Something that never was before.
    FirstTime,
}

impl Rule {
    /// The score from which on a signal is raised.
    const THRESHOLD: f64 = 0.5;

    /// The signal that the rule raises of a baseline, if any.
    #[must_use]
    pub fn apply(&self, baseline: &Baseline) -> Option<Signal> {
        let measure = baseline.measure(self.signal_category);
        let applies = match self.rule_type {
            RuleType::Deviation => measure.usual > 0,
            RuleType::FirstTime => measure.usual == 0,
        };
        let raises = applies && self.weight * measure.excess() >= Self::THRESHOLD;
        raises.then(|| Signal::new(baseline.profile_id, self.signal_category, self.severity))
    }
}

/// All rules of a tenant, applied to all active profiles.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct BatchRun {
    /// The id of the batch run.
    pub id: Uuid,
    /// How many baselines were looked at.
    pub baselines: usize,
    /// How many rules there were.
    pub rules: usize,
    /// The signals that were raised. Where one about the same is active already, there is no other.
    pub signals: Vec<Uuid>,
}
