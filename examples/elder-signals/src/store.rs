//! What the service knows, as a database would keep it: JSON text by id, each of one tenant.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::{Uuid, uuid};

use crate::access::TENANT;
use crate::errors::CommonError;
use crate::profiles::{Baseline, Profile, ProfileStatus};
use crate::rules::{BatchRun, Rule};
use crate::signals::{Signal, SignalStatus};

/// A demo profile, which is active and has a baseline.
pub const PROFILE: Uuid = uuid!("0b8f9a52-6c1d-4f3e-8a7b-1c2d3e4f5a60");
/// A demo profile that is active and has no baseline yet.
pub const NEW_PROFILE: Uuid = uuid!("1c9fab63-7d2e-4a4f-9b8c-2d3e4f5a6b71");
/// A demo profile of somebody who has died.
pub const DECEASED_PROFILE: Uuid = uuid!("2dafbc74-8e3f-4b50-8c9d-3e4f5a6b7c82");
/// A demo signal that nobody has looked at yet.
pub const SIGNAL: Uuid = uuid!("3eb0cd85-9f40-4c61-9dae-4f5a6b7c8d93");
/// A demo signal that was confirmed.
pub const CONFIRMED_SIGNAL: Uuid = uuid!("4fc1de96-a051-4d72-8ebf-5a6b7c8d9ea4");
/// A demo rule.
pub const RULE: Uuid = uuid!("50d2efa7-b162-4e83-9fc0-6b7c8d9eafb5");
/// A demo batch run.
pub const BATCH_RUN: Uuid = uuid!("61e3f0b8-c273-4f94-80d1-7c8d9eafb0c6");
/// A demo batch run whose text was cut short when it was written.
pub const TRUNCATED_BATCH_RUN: Uuid = uuid!("72f401c9-d384-40a5-91e2-8d9eafb0c1d7");

/// The database.
pub struct Store {
    tables: Mutex<Tables>,
}

/// What is in the database.
pub struct Tables {
    /// The people who are watched over.
    pub profiles: Table<Profile>,
    /// How they behave, by the id of their profile.
    pub baselines: Table<Baseline>,
    /// What may be wrong.
    pub signals: Table<Signal>,
    /// When something may be wrong.
    pub rules: Table<Rule>,
    /// When that was looked at.
    pub batch_runs: Table<BatchRun>,
}

impl Store {
    /// A database with the demo records in it, all of them the demo tenant's.
    #[must_use]
    pub fn demo() -> Self {
        let profiles = [
            (
                PROFILE,
                r#"{"id":"0b8f9a52-6c1d-4f3e-8a7b-1c2d3e4f5a60","customer_id":"c-1041","customer_name":"Rosa Lindqvist","date_of_birth":"1941-05-23","enrollment_reason":"FAMILY_REQUEST","status":"ACTIVE"}"#,
            ),
            (
                NEW_PROFILE,
                r#"{"id":"1c9fab63-7d2e-4a4f-9b8c-2d3e4f5a6b71","customer_id":"c-2207","customer_name":"Edith Okafor","date_of_birth":"1948-11-02","enrollment_reason":"AGE_BASED","status":"ACTIVE"}"#,
            ),
            (
                DECEASED_PROFILE,
                r#"{"id":"2dafbc74-8e3f-4b50-8c9d-3e4f5a6b7c82","customer_id":"c-0312","customer_name":"Walter Brandt","date_of_birth":"1936-02-29","enrollment_reason":"PRIOR_EXPLOITATION","status":"DECEASED"}"#,
            ),
        ];
        let baselines = [
            (
                PROFILE,
                r#"{"profile_id":"0b8f9a52-6c1d-4f3e-8a7b-1c2d3e4f5a60","spending":{"usual":84000,"latest":81500},"transfers":{"usual":4,"latest":11},"new_payees":{"usual":0,"latest":2}}"#,
            ),
            (
                DECEASED_PROFILE,
                r#"{"profile_id":"2dafbc74-8e3f-4b50-8c9d-3e4f5a6b7c82","spending":{"usual":62000,"latest":190000},"transfers":{"usual":2,"latest":9},"new_payees":{"usual":0,"latest":3}}"#,
            ),
        ];
        let signals = [
            (
                SIGNAL,
                r#"{"id":"3eb0cd85-9f40-4c61-9dae-4f5a6b7c8d93","profile_id":"0b8f9a52-6c1d-4f3e-8a7b-1c2d3e4f5a60","signal_category":"NEW_PAYEES","severity":"HIGH","status":"ACTIVE"}"#,
            ),
            (
                CONFIRMED_SIGNAL,
                r#"{"id":"4fc1de96-a051-4d72-8ebf-5a6b7c8d9ea4","profile_id":"2dafbc74-8e3f-4b50-8c9d-3e4f5a6b7c82","signal_category":"UNUSUAL_SPENDING","severity":"MEDIUM","status":"CONFIRMED"}"#,
            ),
        ];
        let rules = [(
            RULE,
            r#"{"id":"50d2efa7-b162-4e83-9fc0-6b7c8d9eafb5","rule_type":"DEVIATION","signal_category":"FREQUENT_TRANSFERS","severity":"MEDIUM","weight":0.5}"#,
        )];
        let batch_runs = [
            (
                BATCH_RUN,
                r#"{"id":"61e3f0b8-c273-4f94-80d1-7c8d9eafb0c6","baselines":1,"rules":0,"signals":[]}"#,
            ),
            (
                TRUNCATED_BATCH_RUN,
                r#"{"id":"72f401c9-d384-40a5-91e2-8d9eafb0c1d7","baselines":1,"rul"#,
            ),
        ];
        Store {
            tables: Mutex::new(Tables {
                profiles: Table::of(profiles),
                baselines: Table::of(baselines),
                signals: Table::of(signals),
                rules: Table::of(rules),
                batch_runs: Table::of(batch_runs),
            }),
        }
    }

    /// The database for one request alone.
    pub fn lock(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tables {
    /// Applies all rules of a tenant to the baselines of its active profiles.
    ///
    /// # Errors
    /// 500 if a record cannot be read back.
    pub fn run_batch(&mut self, tenant: Uuid) -> Result<BatchRun, CommonError> {
        let rules = self.rules.all(tenant)?;
        let mut signals = self.signals.all(tenant)?;
        let mut run = BatchRun {
            id: Uuid::new_v4(),
            baselines: 0,
            rules: rules.len(),
            signals: Vec::new(),
        };
        for baseline in self.baselines.all(tenant)? {
            let profile = self.profiles.find(tenant, baseline.profile_id)?;
            if profile.is_none_or(|profile| profile.status != ProfileStatus::Active) {
                continue;
            }
            run.baselines += 1;
            for signal in rules.iter().filter_map(|rule| rule.apply(&baseline)) {
                let is_known = signals.iter().any(|known| {
                    known.status == SignalStatus::Active
                        && known.profile_id == signal.profile_id
                        && known.signal_category == signal.signal_category
                });
                if !is_known {
                    self.signals.put(tenant, signal.id, &signal)?;
                    run.signals.push(signal.id);
                    signals.push(signal);
                }
            }
        }
        self.batch_runs.put(tenant, run.id, &run)?;
        Ok(run)
    }
}

/// Records of one kind.
pub struct Table<T> {
    rows: BTreeMap<Uuid, Row>,
    records: std::marker::PhantomData<T>,
}

struct Row {
    tenant: Uuid,
    text: String,
}

impl<T: Serialize + DeserializeOwned> Table<T> {
    fn of<const N: usize>(rows: [(Uuid, &str); N]) -> Self {
        let row = |(id, text): (Uuid, &str)| {
            let (tenant, text) = (TENANT, text.to_owned());
            (id, Row { tenant, text })
        };
        Table {
            rows: rows.map(row).into(),
            records: std::marker::PhantomData,
        }
    }

    /// The record of this tenant that has this id.
    ///
    /// # Errors
    /// 500 if its text cannot be read back.
    pub fn find(&self, tenant: Uuid, id: Uuid) -> Result<Option<T>, CommonError> {
        match self.rows.get(&id) {
            Some(row) if row.tenant == tenant => Ok(Some(serde_json::from_str(&row.text)?)),
            _ => Ok(None),
        }
    }

    /// All records of this tenant.
    ///
    /// # Errors
    /// 500 if the text of one cannot be read back.
    pub fn all(&self, tenant: Uuid) -> Result<Vec<T>, CommonError> {
        self.rows
            .values()
            .filter(|row| row.tenant == tenant)
            .map(|row| Ok(serde_json::from_str(&row.text)?))
            .collect()
    }

    /// Keeps a record of this tenant, in place of the one that has this id.
    ///
    /// # Errors
    /// 500 if it cannot become text.
    pub fn put(&mut self, tenant: Uuid, id: Uuid, record: &T) -> Result<(), CommonError> {
        let text = serde_json::to_string(record)?;
        self.rows.insert(id, Row { tenant, text });
        Ok(())
    }

    /// Deletes the record of this tenant that has this id, if there is one.
    pub fn delete(&mut self, tenant: Uuid, id: Uuid) -> bool {
        let is_theirs = self.rows.get(&id).is_some_and(|row| row.tenant == tenant);
        if is_theirs {
            self.rows.remove(&id);
        }
        is_theirs
    }
}
