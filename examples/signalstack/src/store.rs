//! The verifications so far, as a database would keep them: JSON text by id.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::access::{Account, PRO_KEY};
use crate::routes::ID_PATTERN;
use crate::sources::{Evidence, Findings, Source};

/// A demo verification, of the account of [`PRO_KEY`].
pub const DEMO_RECORD: &str = "vrf_0123456789ab";
/// A demo verification of the same account whose text was cut short when it was written.
pub const TRUNCATED_RECORD: &str = "vrf_00000badc0de";

/// The outcome of one verification, as the API shows it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Verification")]
pub struct Record {
    /// The id of the request that it came of.
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// What was verified.
    pub kind: Kind,
    /// The claim, or the URL of the medium.
    pub subject: String,
    /// In a word.
    pub verdict: Verdict,
    /// The mean of the sources' scores, from 0 to 100.
    #[schemars(range(max = 100))]
    pub score: u8,
    /// What each source said.
    #[schemars(length(min = 1, max = Source::ALL.len()))]
    pub evidence: Vec<Evidence>,
    /// The sources that did not answer.
    pub unavailable: Vec<Source>,
}

/// What was verified.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A sentence.
    Claim,
    /// An image, a video or a document.
    Media,
}

/// The outcome in a word.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The sources confirm it.
    Supported,
    /// The sources disagree, or cannot tell.
    Mixed,
    /// The sources contradict it.
    Refuted,
}

impl Record {
    /// Draws the conclusion from what the sources said.
    #[must_use]
    pub fn conclude(id: &str, kind: Kind, subject: String, findings: Findings) -> Self {
        let Findings {
            evidence,
            unavailable,
        } = findings;
        let count = evidence.len().max(1);
        let mean = evidence
            .iter()
            .map(|one| usize::from(one.score))
            .sum::<usize>()
            / count;
        let verdict = match mean {
            0..40 => Verdict::Refuted,
            40..60 => Verdict::Mixed,
            _ => Verdict::Supported,
        };
        Record {
            id: id.to_owned(),
            kind,
            subject,
            verdict,
            score: u8::try_from(mean).unwrap_or(100),
            evidence,
            unavailable,
        }
    }
}

/// The database.
pub struct Store {
    rows: Mutex<HashMap<String, Row>>,
}

struct Row {
    owner: &'static str,
    text: String,
}

impl Store {
    /// A database with the demo verifications in it.
    #[must_use]
    pub fn demo() -> Self {
        let rows = [
            (
                DEMO_RECORD,
                r#"{"id":"vrf_0123456789ab","kind":"claim","subject":"Bees can fly.","verdict":"supported","score":97,"evidence":[{"source":"wikipedia","score":97}],"unavailable":[]}"#,
            ),
            (
                TRUNCATED_RECORD,
                r#"{"id":"vrf_00000badc0de","kind":"claim","subject":"The Great Wall is visi"#,
            ),
        ];
        let row = |(id, text): (&str, &str)| {
            (
                id.to_owned(),
                Row {
                    owner: PRO_KEY,
                    text: text.to_owned(),
                },
            )
        };
        Store {
            rows: Mutex::new(rows.map(row).into()),
        }
    }

    /// Keeps a verification of this account.
    ///
    /// # Errors
    /// What kept it from becoming text.
    pub fn insert(&self, owner: &Account, record: &Record) -> Result<(), serde_json::Error> {
        let text = serde_json::to_string(record)?;
        self.rows().insert(
            record.id.clone(),
            Row {
                owner: owner.key(),
                text,
            },
        );
        Ok(())
    }

    /// The verification of this account that has this id.
    ///
    /// # Errors
    /// What kept its text from being read back.
    pub fn find(&self, owner: &Account, id: &str) -> Result<Option<Record>, serde_json::Error> {
        match self.rows().get(id) {
            Some(row) if row.owner == owner.key() => serde_json::from_str(&row.text).map(Some),
            _ => Ok(None),
        }
    }

    fn rows(&self) -> MutexGuard<'_, HashMap<String, Row>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
