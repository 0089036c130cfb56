//! What Signet keeps: users, profiles, flags, reports. It is in memory, but keeps reports as text, as a
//! database would.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::access::Partner;
use crate::errors::{
    Conflict, FlagAddressError, FlagDeviceError, NotFound, ProfileError, ProfileRequired,
};
use crate::records::{
    DeviceFlag, IpFlag, NewProfile, NewReport, NewUser, Profile, Reason, Report, Standing, User,
};

/// A demo user of Acme.
pub const DEMO_USER: &str = "usr_0123456789ab";
/// A demo user of Acme whose risk was imported from a system that had computed 0 / 0 for it.
pub const IMPORTED_USER: &str = "usr_00000badc0de";
/// A demo user of another partner.
pub const STRANGER: &str = "usr_feedfacecafe";
/// A demo report of Acme.
pub const DEMO_REPORT: &str = "rpt_0123456789ab";
/// A demo report of Acme whose text was cut short when it was written.
pub const TRUNCATED_REPORT: &str = "rpt_00000badc0de";

/// A report as it is kept.
#[derive(Clone)]
pub struct Row {
    /// The id of the report.
    pub id: String,
    owner: String,
    text: String,
}

impl Row {
    /// The report that it holds.
    ///
    /// # Errors
    /// What kept its text from being read back.
    pub fn read(&self) -> Result<Report, serde_json::Error> {
        serde_json::from_str(&self.text)
    }
}

/// The database.
pub struct Store {
    tables: Mutex<Tables>,
}

struct Tables {
    next_id: u64,
    users: HashMap<String, UserRow>,
    profiles: HashMap<String, Profile>,
    reports: HashMap<String, Row>,
    device_flags: HashSet<(String, String, Reason)>,
    ip_flags: HashMap<(String, IpAddr), Reason>,
}

struct UserRow {
    owner: String,
    email: String,
    name: String,
    risk: f64,
}

impl Store {
    /// A database with the demo data in it.
    #[must_use]
    pub fn demo() -> Self {
        let user = |(id, owner, email, name, risk): (&str, &str, &str, &str, f64)| {
            let row = UserRow {
                owner: owner.to_owned(),
                email: email.to_owned(),
                name: name.to_owned(),
                risk,
            };
            (id.to_owned(), row)
        };
        let profile = |(owner, display_name, standing): (&str, &str, Standing)| {
            let display_name = display_name.to_owned();
            let profile = Profile {
                display_name,
                standing,
            };
            (owner.to_owned(), profile)
        };
        let report = |(id, text): (&str, &str)| {
            let row = Row {
                id: id.to_owned(),
                owner: "acme".to_owned(),
                text: text.to_owned(),
            };
            (id.to_owned(), row)
        };
        let tables = Tables {
            next_id: 1,
            users: HashMap::from(
                [
                    (DEMO_USER, "acme", "ada@example.com", "Ada", 0.0),
                    (IMPORTED_USER, "acme", "bo@example.com", "Bo", f64::NAN),
                    (STRANGER, "dormant", "cy@example.com", "Cy", 0.0),
                ]
                .map(user),
            ),
            profiles: HashMap::from(
                [
                    ("acme", "Acme", Standing::Active),
                    ("dormant", "Dormant", Standing::Inactive),
                ]
                .map(profile),
            ),
            reports: HashMap::from(
                [
                    (
                        DEMO_REPORT,
                        r#"{"id":"rpt_0123456789ab","user_id":"usr_0123456789ab","reason":"fraud","note":null,"risk":0.5}"#,
                    ),
                    (
                        TRUNCATED_REPORT,
                        r#"{"id":"rpt_00000badc0de","user_id":"usr_0123456789ab","reason":"abu"#,
                    ),
                ]
                .map(report),
            ),
            device_flags: HashSet::new(),
            ip_flags: HashMap::new(),
        };
        Store {
            tables: Mutex::new(tables),
        }
    }

    /// Keeps a user of this partner.
    ///
    /// # Errors
    /// 409 if it has one with the same e-mail address.
    pub fn create_user(&self, partner: &Partner, user: NewUser) -> Result<User, Conflict> {
        let NewUser { email, name } = user;
        let mut tables = self.tables();
        let is_taken = tables
            .users
            .values()
            .any(|row| row.owner == partner.name && row.email.eq_ignore_ascii_case(&email));
        if is_taken {
            return Err(Conflict { resource: "user" });
        }
        let id = tables.fresh_id("usr_");
        let row = UserRow {
            owner: partner.name.clone(),
            email: email.clone(),
            name: name.clone(),
            risk: 0.0,
        };
        tables.users.insert(id.clone(), row);
        Ok(User { id, email, name })
    }

    /// The user of this partner who has this id.
    ///
    /// # Errors
    /// 404 if there is none.
    pub fn user(&self, partner: &Partner, id: &str) -> Result<User, NotFound> {
        match self.tables().users.get(id) {
            Some(row) if row.owner == partner.name => Ok(User {
                id: id.to_owned(),
                email: row.email.clone(),
                name: row.name.clone(),
            }),
            _ => Err(NotFound { resource: "user" }),
        }
    }

    /// Keeps in mind how a verification of a user went.
    pub fn note_verification(&self, user: &User, went_well: bool) {
        if let Some(row) = self.tables().users.get_mut(&user.id) {
            row.risk = row.risk / 2.0 + if went_well { 0.0 } else { 0.5 };
        }
    }

    /// Keeps the profile of this partner, which is inactive at first.
    ///
    /// # Errors
    /// 409 if it has one.
    pub fn create_profile(
        &self,
        partner: &Partner,
        profile: NewProfile,
    ) -> Result<Profile, Conflict> {
        let NewProfile { display_name } = profile;
        match self.tables().profiles.entry(partner.name.clone()) {
            Entry::Occupied(_) => Err(Conflict {
                resource: "profile",
            }),
            Entry::Vacant(place) => {
                let profile = Profile {
                    display_name,
                    standing: Standing::Inactive,
                };
                Ok(place.insert(profile).clone())
            }
        }
    }

    /// The profile of this partner.
    ///
    /// # Errors
    /// 404 if it has none.
    pub fn profile(&self, partner: &Partner) -> Result<Profile, NotFound> {
        let profile = self.tables().profiles.get(&partner.name).cloned();
        profile.ok_or(NotFound {
            resource: "profile",
        })
    }

    /// Activates the profile of this partner, or deactivates it, if it is not so already.
    ///
    /// # Errors
    /// 409 if it has none.
    pub fn set_standing(
        &self,
        partner: &Partner,
        standing: Standing,
    ) -> Result<Profile, ProfileRequired> {
        let mut tables = self.tables();
        let profile = tables.profiles.get_mut(&partner.name);
        let profile = profile.ok_or(ProfileRequired)?;
        profile.standing = standing;
        Ok(profile.clone())
    }

    /// Makes sure that the profile of this partner is there and active.
    ///
    /// # Errors
    /// 409 if it is not.
    pub fn ensure_active(&self, partner: &Partner) -> Result<(), ProfileError> {
        match self.tables().profiles.get(&partner.name) {
            None => Err(ProfileRequired.into()),
            Some(profile) if profile.standing == Standing::Inactive => Err(ProfileError::Inactive),
            Some(_) => Ok(()),
        }
    }

    /// Keeps a report on a user of this partner.
    ///
    /// # Errors
    /// What kept it from becoming text.
    pub fn create_report(
        &self,
        partner: &Partner,
        user: &User,
        report: NewReport,
    ) -> Result<Row, serde_json::Error> {
        let NewReport { reason, note } = report;
        let mut tables = self.tables();
        let id = tables.fresh_id("rpt_");
        let report = Report {
            id: id.clone(),
            user_id: user.id.clone(),
            reason,
            note,
            risk: tables.users.get(&user.id).map_or(0.0, |row| row.risk),
        };
        let row = Row {
            id: id.clone(),
            owner: partner.name.clone(),
            // JSON has no word for what is not a number: that becomes `null`.
            text: serde_json::to_string(&report)?,
        };
        tables.reports.insert(id, row.clone());
        Ok(row)
    }

    /// The report of this partner that has this id.
    ///
    /// # Errors
    /// 404 if there is none.
    pub fn report(&self, partner: &Partner, id: &str) -> Result<Row, NotFound> {
        match self.tables().reports.get(id) {
            Some(row) if row.owner == partner.name => Ok(row.clone()),
            _ => Err(NotFound { resource: "report" }),
        }
    }

    /// Flags a device.
    ///
    /// # Errors
    /// 409 if it is flagged for the same reason.
    pub fn flag_device(
        &self,
        partner: &Partner,
        device_id: String,
        reason: Reason,
    ) -> Result<DeviceFlag, FlagDeviceError> {
        let flag = (partner.name.clone(), device_id.clone(), reason);
        if self.tables().device_flags.insert(flag) {
            Ok(DeviceFlag { device_id, reason })
        } else {
            Err(FlagDeviceError::Duplicate { device_id, reason })
        }
    }

    /// Flags an IP address, in whichever of its forms it is given.
    ///
    /// # Errors
    /// 409 if it is flagged.
    pub fn flag_address(
        &self,
        partner: &Partner,
        flag: &IpFlag,
    ) -> Result<IpFlag, FlagAddressError> {
        let ip = flag.ip.to_canonical();
        match self.tables().ip_flags.entry((partner.name.clone(), ip)) {
            Entry::Occupied(known) => Err(FlagAddressError::AlreadyFlagged {
                ip,
                reason: *known.get(),
            }),
            Entry::Vacant(place) => Ok(IpFlag {
                ip,
                reason: *place.insert(flag.reason),
            }),
        }
    }

    /// Takes the flag of an IP address away.
    ///
    /// # Errors
    /// 404 if it has none.
    pub fn unflag_address(&self, partner: &Partner, ip: IpAddr) -> Result<IpFlag, NotFound> {
        let ip = ip.to_canonical();
        let reason = self.tables().ip_flags.remove(&(partner.name.clone(), ip));
        let reason = reason.ok_or(NotFound {
            resource: "IP flag",
        })?;
        Ok(IpFlag { ip, reason })
    }

    /// A panic elsewhere leaves the tables whole: each change is one step.
    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tables {
    fn fresh_id(&mut self, prefix: &str) -> String {
        let id = format!("{prefix}{:012x}", self.next_id);
        self.next_id += 1;
        id
    }
}
