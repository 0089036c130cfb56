//! What the document shows as examples of successes.

use crate::records::{IpFlag, Profile, Reason, Report, Standing, User};
use crate::store::{DEMO_REPORT, DEMO_USER};

pub(super) fn demo_user() -> User {
    User {
        id: DEMO_USER.to_owned(),
        email: "ada@example.com".to_owned(),
        name: "Ada".to_owned(),
    }
}

pub(super) fn profile(standing: Standing) -> Profile {
    Profile {
        display_name: "Acme".to_owned(),
        standing,
    }
}

pub(super) fn report() -> Report {
    Report {
        id: DEMO_REPORT.to_owned(),
        user_id: DEMO_USER.to_owned(),
        reason: Reason::Fraud,
        note: Some("Three chargebacks in a week.".to_owned()),
        risk: 0.5,
    }
}

pub(super) fn ip_flag() -> IpFlag {
    IpFlag {
        ip: [203, 0, 113, 7].into(),
        reason: Reason::Proxy,
    }
}
