//! What a request asks for, taken from its path and its body piece by piece so that each fault has its
//! name.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use jiff::civil::Date;
use schemars::JsonSchema;
use uuid::Uuid;

use crate::body::Body;
use crate::errors::{
    BodyError, InvalidEnrollmentReason, InvalidId, InvalidRuleType, InvalidSeverity,
    InvalidSignalCategory, InvalidWeight,
};
use crate::errors::{CreateRuleError, EnrollError, ReportError};
use crate::profiles::{EnrollmentReason, Profile, ProfileStatus};
use crate::rules::{Rule, RuleType};
use crate::signals::{Severity, SignalCategory, Verdict};

/// A text with more in it than control characters and spaces, as a regular expression.
pub const NOT_BLANK: &str = r"[^\u0000-\u0020]";
/// What tenants know their customers by, as a regular expression.
pub const CUSTOMER_ID: &str = "^[A-Za-z0-9._-]{1,64}$";
/// How many characters a name may have.
const MAX_NAME_CHARACTERS: usize = 200;

/// Somebody to enroll.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "EnrollRequest")]
pub struct Enrollment {
    /// What the tenant knows the person by.
    #[schemars(regex(pattern = CUSTOMER_ID))]
    pub customer_id: String,
    /// The name of the person.
    #[schemars(length(max = MAX_NAME_CHARACTERS), regex(pattern = NOT_BLANK))]
    pub customer_name: String,
    /// When the person was born.
    pub date_of_birth: Date,
    /// Why the person is watched over.
    pub enrollment_reason: EnrollmentReason,
}

impl Enrollment {
    /// The profile of the person, who is watched over from now on.
    #[must_use]
    pub fn begin(self) -> Profile {
        Profile {
            id: Uuid::new_v4(),
            customer_id: self.customer_id,
            customer_name: self.customer_name,
            date_of_birth: self.date_of_birth,
            enrollment_reason: self.enrollment_reason,
            status: ProfileStatus::Active,
        }
    }
}

/// The status that a profile shall have.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "StatusRequest")]
pub struct StatusChange {
    /// The status.
    pub status: ProfileStatus,
}

/// A signal to report.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "ReportRequest")]
pub struct Report {
    /// The profile of the person.
    pub profile_id: Uuid,
    /// What it is about.
    pub signal_category: SignalCategory,
    /// How bad it is.
    pub severity: Severity,
}

/// What a review came to.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "ReviewRequest")]
pub struct Review {
    /// The outcome.
    pub status: Verdict,
}

/// A rule to make.
#[derive(Debug, JsonSchema)]
#[schemars(rename = "RuleRequest")]
pub struct NewRule {
    /// What the rule looks for.
    pub rule_type: RuleType,
    /// The measure that it looks at, and what its signals are about.
    pub signal_category: SignalCategory,
    /// How bad its signals are.
    pub severity: Severity,
    /// How much a deviation counts.
    #[schemars(range(min = 0, max = 1))]
    pub weight: f64,
}

impl NewRule {
    /// The rule, which later batch runs apply.
    #[must_use]
    pub fn make(self) -> Rule {
        Rule {
            id: Uuid::new_v4(),
            rule_type: self.rule_type,
            signal_category: self.signal_category,
            severity: self.severity,
            weight: self.weight,
        }
    }
}

/// Reads the id of a record from a path.
///
/// # Errors
/// 400 if it is no UUID.
pub fn id(
    path: Result<Path<String>, PathRejection>,
    resource: &'static str,
) -> Result<Uuid, InvalidId> {
    // A path that is no text holds no UUID either.
    let text = path.ok().map(|Path(text)| text);
    text.as_deref().and_then(uuid).ok_or(InvalidId { resource })
}

/// Reads a UUID with its hyphens, which is the one form that the API takes.
#[must_use]
pub fn uuid(text: &str) -> Option<Uuid> {
    let is_hyphenated = text.len() == uuid::fmt::Hyphenated::LENGTH;
    Uuid::try_parse(text).ok().filter(|_| is_hyphenated)
}

/// Reads `{"customer_id": .., "customer_name": .., "date_of_birth": .., "enrollment_reason": ..}`.
///
/// # Errors
/// 400 if that is not its form.
pub fn enrollment(body: Body) -> Result<Enrollment, EnrollError> {
    let members = body.members()?;
    let customer_id = members.text(
        "customer_id",
        "1 to 64 letters, digits, '.', '_' or '-'",
        |text| {
            let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
            text.len() <= 64 && text.bytes().all(is_known)
        },
    )?;
    let customer_name = members.text(
        "customer_name",
        "a string of at most 200 characters",
        |text| text.chars().count() <= MAX_NAME_CHARACTERS,
    )?;
    let date_of_birth = members.required("date_of_birth")?;
    let date_of_birth = date_of_birth
        .as_str()
        .and_then(date)
        .ok_or(BodyError::Invalid {
            field: "date_of_birth",
            expected: "a date such as 1941-05-23",
        })?;
    let enrollment_reason = members.one_of("enrollment_reason")?;
    Ok(Enrollment {
        customer_id: customer_id.to_owned(),
        customer_name: customer_name.to_owned(),
        date_of_birth,
        enrollment_reason: enrollment_reason.ok_or(InvalidEnrollmentReason)?,
    })
}

/// Reads `{"status": ..}`, the status of a profile.
///
/// # Errors
/// 400 if that is not its form.
pub fn status(body: Body) -> Result<StatusChange, BodyError> {
    let status = body.members()?.one_of("status")?;
    let status = status.ok_or(BodyError::Invalid {
        field: "status",
        expected: "ACTIVE, PAUSED, CLOSED or DECEASED",
    })?;
    Ok(StatusChange { status })
}

/// Reads `{"profile_id": .., "signal_category": .., "severity": ..}`.
///
/// # Errors
/// 400 if that is not its form.
pub fn report(body: Body) -> Result<Report, ReportError> {
    let members = body.members()?;
    let profile_id = members.required("profile_id")?.as_str().and_then(uuid);
    Ok(Report {
        profile_id: profile_id.ok_or(InvalidId {
            resource: "profile",
        })?,
        signal_category: members
            .one_of("signal_category")?
            .ok_or(InvalidSignalCategory)?,
        severity: members.one_of("severity")?.ok_or(InvalidSeverity)?,
    })
}

/// Reads `{"status": ..}`, the outcome of a review.
///
/// # Errors
/// 400 if that is not its form.
pub fn review(body: Body) -> Result<Review, BodyError> {
    let status = body.members()?.one_of("status")?;
    let status = status.ok_or(BodyError::Invalid {
        field: "status",
        expected: "CONFIRMED or DISMISSED",
    })?;
    Ok(Review { status })
}

/// Reads `{"rule_type": .., "signal_category": .., "severity": .., "weight": ..}`.
///
/// # Errors
/// 400 if that is not its form.
pub fn rule(body: Body) -> Result<NewRule, CreateRuleError> {
    let members = body.members()?;
    let rule_type = members.one_of("rule_type")?.ok_or(InvalidRuleType)?;
    let signal_category = members.one_of("signal_category")?;
    let signal_category = signal_category.ok_or(InvalidSignalCategory)?;
    let severity = members.one_of("severity")?.ok_or(InvalidSeverity)?;
    let weight = members.required("weight")?.as_f64();
    let weight = weight.filter(|weight| (0.0..=1.0).contains(weight));
    Ok(NewRule {
        rule_type,
        signal_category,
        severity,
        weight: weight.ok_or(InvalidWeight)?,
    })
}

/// Reads a date of RFC 3339, section 5.6.
fn date(text: &str) -> Option<Date> {
    // Four, two and two digits; `strptime` takes fewer, and a sign.
    let is_full = text.len() == 10 && text.starts_with(|first: char| first.is_ascii_digit());
    Date::strptime("%Y-%m-%d", text).ok().filter(|_| is_full)
}
