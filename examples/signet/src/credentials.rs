//! Credentials: what an issuer says of a user, and presentations of several of these.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::errors::VerifyError;
use crate::records::USER_ID_PATTERN;
use crate::signature;

/// The demo issuer.
pub const ISSUER: &str = "https://registry.example";
/// The key of the demo issuer, with which its credentials are proved.
const ISSUER_KEY: &str = "registry_demo_8d2e71";
/// A demo credential's serial number.
pub const SERIAL: &str = "crd_0123456789ab";

/// The form of the serial numbers of credentials.
pub const SERIAL_PATTERN: &str = "^crd_[0-9a-f]{12}$";
/// The form of the proofs of credentials.
pub const PROOF_PATTERN: &str = "^[0-9a-f]{64}$";
/// The form of what tells presentations apart.
pub const NONCE_PATTERN: &str = "^[0-9a-f]{32}$";
/// The form of the ids of an issuer's messages.
pub const EVENT_ID_PATTERN: &str = "^evt_[0-9a-f]{12}$";

/// What an issuer says of a user.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credential {
    /// Who says it.
    #[schemars(length(min = 1, max = 200))]
    pub issuer: String,
    /// The number that the issuer knows the credential by.
    #[schemars(regex(pattern = SERIAL_PATTERN))]
    pub serial: String,
    /// The user of whom it is said.
    #[schemars(regex(pattern = USER_ID_PATTERN))]
    pub subject: String,
    /// What is said.
    pub claim: Claim,
    /// The HMAC-SHA256 of issuer, serial, subject and claim, with full stops between them, under the
    /// key of the issuer.
    #[schemars(regex(pattern = PROOF_PATTERN))]
    pub proof: String,
}

/// What can be said of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The user is eighteen years old, or older.
    Adult,
    /// The user lives where they say.
    Resident,
    /// The user has the name that they say.
    Name,
}

impl Claim {
    const fn name(self) -> &'static str {
        match self {
            Claim::Adult => "adult",
            Claim::Resident => "resident",
            Claim::Name => "name",
        }
    }
}

/// Credentials that a user shows together, once.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presentation {
    /// What tells this presentation from others of the user.
    #[schemars(regex(pattern = NONCE_PATTERN))]
    pub nonce: String,
    /// The credentials, all of the same user.
    #[schemars(length(min = 1, max = 5))]
    pub credentials: Vec<Credential>,
}

/// Why a credential or a presentation proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "VerificationFault")]
pub enum Fault {
    /// Nobody knows who issued it.
    UnknownIssuer,
    /// The proof is not the issuer's, for what the credential says.
    WrongProof,
    /// It was issued to another user.
    AnotherSubject,
    /// The issuer has taken it back.
    Revoked,
    /// The nonce of the presentation is spent.
    Replayed,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::UnknownIssuer => "the issuer of the credential is unknown",
            Fault::WrongProof => "the proof is not that of the issuer",
            Fault::AnotherSubject => "the credential was issued to another user",
            Fault::Revoked => "the issuer has revoked the credential",
            Fault::Replayed => "the presentation was used before",
        })
    }
}

/// A message of an issuer on one of its credentials.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What tells this message from others; one that is sent again has its id again.
    #[schemars(regex(pattern = EVENT_ID_PATTERN))]
    pub id: String,
    /// What has happened to the credential.
    #[serde(rename = "type")]
    pub kind: EventKind,
    /// Which credential it is.
    #[schemars(regex(pattern = SERIAL_PATTERN))]
    pub serial: String,
}

/// What may happen to a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum EventKind {
    /// It proves nothing any more.
    #[serde(rename = "credential.revoked")]
    Revoked,
    /// It proves what it says again.
    #[serde(rename = "credential.restored")]
    Restored,
}

/// What became of a message.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Receipt {
    /// The id of the message.
    pub id: String,
    /// Whether it had an effect; one that is sent again has none.
    pub applied: bool,
}

/// A credential of the demo issuer.
#[must_use]
pub fn issue(serial: &str, subject: &str, claim: Claim) -> Credential {
    let mut credential = Credential {
        issuer: ISSUER.to_owned(),
        serial: serial.to_owned(),
        subject: subject.to_owned(),
        claim,
        proof: String::new(),
    };
    credential.proof = signature::sign(ISSUER_KEY, &credential.proved());
    credential
}

impl Credential {
    fn proved(&self) -> [&[u8]; 4] {
        let Credential {
            issuer,
            serial,
            subject,
            claim,
            proof: _,
        } = self;
        [issuer, serial, subject, claim.name()].map(str::as_bytes)
    }
}

/// What is known of credentials.
#[derive(Default)]
pub struct Registry {
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    revoked: HashSet<String>,
    spent_nonces: HashSet<(String, String)>,
    events: HashSet<String>,
}

impl Registry {
    /// Verifies a credential of this user.
    ///
    /// # Errors
    /// 422 if it proves nothing of them.
    pub fn verify(&self, user_id: &str, credential: &Credential) -> Result<(), VerifyError> {
        let fault = self.known().fault(user_id, credential);
        fault.map_err(|fault| VerifyError::Verification {
            fault,
            credential: None,
        })
    }

    /// Verifies a presentation of this user, which then is spent.
    ///
    /// # Errors
    /// 422 if one of its credentials proves nothing of them, or if it was spent before.
    pub fn verify_all(
        &self,
        user_id: &str,
        presentation: &Presentation,
    ) -> Result<(), VerifyError> {
        let mut known = self.known();
        for (index, credential) in presentation.credentials.iter().enumerate() {
            let fault = known.fault(user_id, credential);
            fault.map_err(|fault| VerifyError::Verification {
                fault,
                credential: Some(index),
            })?;
        }
        let nonce = (user_id.to_owned(), presentation.nonce.clone());
        if known.spent_nonces.insert(nonce) {
            Ok(())
        } else {
            Err(VerifyError::Verification {
                fault: Fault::Replayed,
                credential: None,
            })
        }
    }

    /// Takes a message of an issuer, which has an effect the first time.
    pub fn apply(&self, event: Event) -> Receipt {
        let mut known = self.known();
        let applied = known.events.insert(event.id.clone());
        if applied {
            match event.kind {
                EventKind::Revoked => known.revoked.insert(event.serial),
                EventKind::Restored => known.revoked.remove(&event.serial),
            };
        }
        Receipt {
            id: event.id,
            applied,
        }
    }

    /// A panic elsewhere leaves it whole: each change is one step.
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// The proof comes first: what else is wrong is told of genuine credentials only.
    fn fault(&self, user_id: &str, credential: &Credential) -> Result<(), Fault> {
        if credential.issuer != ISSUER {
            return Err(Fault::UnknownIssuer);
        }
        if !signature::verify(ISSUER_KEY, &credential.proved(), &credential.proof) {
            return Err(Fault::WrongProof);
        }
        if credential.subject != user_id {
            return Err(Fault::AnotherSubject);
        }
        if self.revoked.contains(&credential.serial) {
            return Err(Fault::Revoked);
        }
        Ok(())
    }
}
