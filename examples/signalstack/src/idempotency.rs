//! `Idempotency-Key`: a request that is sent again is answered again, but not carried out again.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use uuid::fmt::Hyphenated;

use crate::access::Account;
use crate::errors::IdempotencyError;

/// The responses to requests that came with an `Idempotency-Key`.
pub struct Idempotency {
    window: Duration,
    entries: Mutex<Entries>,
}

/// What is to be done with a request.
pub enum Begin<'a> {
    /// It came before: this is the original response.
    Replay(Response),
    /// It is the first one, or has no key.
    Run(Attempt<'a>),
}

/// Why an `Idempotency-Key` is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ConflictReason")]
pub enum Conflict {
    /// The key was first used for another body.
    DifferentRequest,
    /// The first request with the key has no response yet.
    InProgress,
}

impl Idempotency {
    /// Nothing yet. Responses are remembered for the length of `window`.
    #[must_use]
    pub fn new(window: Duration) -> Self {
        Idempotency {
            window,
            entries: Mutex::default(),
        }
    }

    /// Looks for an earlier request to this endpoint, of this account and with the same key.
    ///
    /// # Errors
    /// 400 if the key is no UUID; 409 if the earlier request was another one or is under way.
    pub fn begin(
        &self,
        account: &Account,
        endpoint: &'static str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Begin<'_>, IdempotencyError> {
        let Some(header) = headers.get("idempotency-key") else {
            return Ok(Begin::Run(Attempt {
                entries: &self.entries,
                slot: None,
            }));
        };
        let key = header.to_str().ok().and_then(|key| key.parse().ok());
        let key: Hyphenated = key.ok_or(IdempotencyError::InvalidKey)?;
        let slot = Slot {
            account: account.key(),
            endpoint,
            key: key.into_uuid(),
        };
        let fingerprint = Sha256::digest(body).into();

        let mut entries = lock(&self.entries);
        entries.forget(self.window);
        match entries.by_slot.get(&slot) {
            Some(entry) if entry.fingerprint != fingerprint => Err(IdempotencyError::Conflict {
                reason: Conflict::DifferentRequest,
            }),
            Some(Entry { response: None, .. }) => Err(IdempotencyError::Conflict {
                reason: Conflict::InProgress,
            }),
            Some(Entry {
                response: Some(response),
                ..
            }) => Ok(Begin::Replay(response.clone().map(Body::from))),
            None => {
                entries.by_slot.insert(
                    slot.clone(),
                    Entry {
                        fingerprint,
                        response: None,
                    },
                );
                Ok(Begin::Run(Attempt {
                    entries: &self.entries,
                    slot: Some(slot),
                }))
            }
        }
    }
}

/// The first request with a key. Dropping it, as when the client goes away, frees the key.
#[must_use = "the key is free again when this is dropped"]
pub struct Attempt<'a> {
    entries: &'a Mutex<Entries>,
    slot: Option<Slot>,
}

impl Attempt<'_> {
    /// Remembers the response if it is one that holds, and gives it back.
    pub async fn finish(mut self, response: Response) -> Response {
        if self.slot.is_none() || !holds(response.status()) {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        parts.extensions.clear();
        // The body is in memory: reading it does not fail.
        let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let response = axum::http::Response::from_parts(parts, body);
        if let Some(slot) = self.slot.take() {
            lock(self.entries).remember(slot, response.clone());
        }
        response.map(Body::from)
    }
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        if let Some(slot) = &self.slot {
            lock(self.entries).by_slot.remove(slot);
        }
    }
}

/// Whether the same request would get the same response for a while. A key, a rate limit and a
/// failing server are expected to change.
fn holds(status: StatusCode) -> bool {
    !(status == StatusCode::UNAUTHORIZED
        || status == StatusCode::TOO_MANY_REQUESTS
        || status.is_server_error())
}

#[derive(Default)]
struct Entries {
    by_slot: HashMap<Slot, Entry>,
    /// The entries that have a response, the oldest first.
    answered: VecDeque<(Instant, Slot)>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Slot {
    account: &'static str,
    endpoint: &'static str,
    key: Uuid,
}

struct Entry {
    fingerprint: [u8; 32],
    /// `None` while the first request is under way.
    response: Option<axum::http::Response<Bytes>>,
}

impl Entries {
    fn remember(&mut self, slot: Slot, response: axum::http::Response<Bytes>) {
        if let Some(entry) = self.by_slot.get_mut(&slot) {
            entry.response = Some(response);
            self.answered.push_back((Instant::now(), slot));
        }
    }

    /// Drops what was answered longer than `window` ago.
    fn forget(&mut self, window: Duration) {
        while self
            .answered
            .front()
            .is_some_and(|(answered, _)| answered.elapsed() >= window)
        {
            if let Some((_, slot)) = self.answered.pop_front() {
                self.by_slot.remove(&slot);
            }
        }
    }
}

/// A panic elsewhere leaves the entries whole: each change is one step.
fn lock(entries: &Mutex<Entries>) -> MutexGuard<'_, Entries> {
    entries.lock().unwrap_or_else(PoisonError::into_inner)
}
