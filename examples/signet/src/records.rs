//! What requests bring and answers give: users, profiles, flags, reports.

use std::fmt;
use std::net::IpAddr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The form of the ids of users.
pub const USER_ID_PATTERN: &str = "^usr_[0-9a-f]{12}$";
/// The form of the ids of reports.
pub const REPORT_ID_PATTERN: &str = "^rpt_[0-9a-f]{12}$";
/// The form of the ids of devices.
pub const DEVICE_ID_PATTERN: &str = "^dev_[0-9a-f]{12}$";
/// An e-mail address, as a regular expression: fewer than RFC 5321 allows, and all that are in use.
pub const EMAIL_PATTERN: &str =
    r"^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,63}$";

/// Somebody to know.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The e-mail address, which no other user of the partner has.
    #[schemars(length(max = 254), regex(pattern = EMAIL_PATTERN))]
    pub email: String,
    /// What the user is called.
    #[schemars(length(min = 1, max = 100))]
    pub name: String,
}

/// Somebody who is known.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct User {
    /// The id of the user.
    #[schemars(regex(pattern = USER_ID_PATTERN))]
    pub id: String,
    /// The e-mail address.
    pub email: String,
    /// What the user is called.
    pub name: String,
}

/// What a partner says of itself.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewProfile {
    /// What the users of the partner see.
    #[schemars(length(min = 1, max = 100))]
    pub display_name: String,
}

/// A partner, as its users see it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Profile {
    /// What the users of the partner see.
    pub display_name: String,
    /// Whether it may ask for verifications and reports.
    pub standing: Standing,
}

/// Whether a profile is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Verifications and reports may be asked for.
    Active,
    /// They may not, as in each profile at first.
    Inactive,
}

/// Why a device or an address is flagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "FlagReason")]
pub enum Reason {
    /// Money was lost to it.
    Fraud,
    /// It is no device of its own.
    Emulator,
    /// It hides where requests come from.
    Proxy,
    /// It sends too much.
    Abuse,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Fraud => "fraud",
            Reason::Emulator => "emulator",
            Reason::Proxy => "proxy",
            Reason::Abuse => "abuse",
        })
    }
}

/// A flag for a device.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeviceFlag {
    /// Why it is flagged.
    pub reason: Reason,
}

/// A device that is flagged.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DeviceFlag {
    /// The id of the device.
    #[schemars(regex(pattern = DEVICE_ID_PATTERN))]
    pub device_id: String,
    /// Why it is flagged.
    pub reason: Reason,
}

/// An IP address and why it is flagged.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IpFlag {
    /// The address.
    #[schemars(with = "String", extend("anyOf" = [{"format": "ipv4"}, {"format": "ipv6"}]))]
    pub ip: IpAddr,
    /// Why it is flagged.
    pub reason: Reason,
}

/// What a report is to be about.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReport {
    /// Why it is made.
    pub reason: Reason,
    /// What else there is to say.
    #[schemars(length(max = 500))]
    pub note: Option<String>,
}

/// What is known of a user at one time.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The id of the report.
    #[schemars(regex(pattern = REPORT_ID_PATTERN))]
    pub id: String,
    /// The user.
    #[schemars(regex(pattern = USER_ID_PATTERN))]
    pub user_id: String,
    /// Why it was made.
    pub reason: Reason,
    /// What else there was to say.
    pub note: Option<String>,
    /// How many of the latest verifications failed: from 0, none, to 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub risk: f64,
}

/// The outcome of a verification that went well.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Verification {
    /// The user.
    #[schemars(regex(pattern = USER_ID_PATTERN))]
    pub user_id: String,
    /// How many credentials were verified.
    pub credentials: usize,
}
