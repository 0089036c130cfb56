//! Requests to try.

use std::fmt::Display;

use example_service::curl::Curl;
use uuid::Uuid;

use crate::access::{LIVE_KEY, READ_KEY, REVOKED_KEY, SANDBOX, SANDBOX_KEY, TENANT};
use crate::config::Config;
use crate::store::{
    BATCH_RUN, DECEASED_PROFILE, NEW_PROFILE, PROFILE, RULE, SIGNAL, TRUNCATED_BATCH_RUN,
};

/// An id that nothing has.
const NOBODY: Uuid = Uuid::max();

/// At least one for each code and for each endpoint. The comment begins with the status.
pub fn requests(base: &str, config: &Config) -> Vec<(&'static str, String)> {
    let tour = Tour { base };
    let mut requests = tour.profiles();
    requests.extend(tour.rules());
    requests.extend(tour.batch_runs());
    requests.extend(tour.signals());
    requests.extend([
        ("404: no such endpoint", tour.get("alarms")),
        ("429: too many requests", tour.flood(config)),
    ]);
    requests
}

struct Tour<'a> {
    base: &'a str,
}

impl Tour<'_> {
    fn profiles(&self) -> Vec<(&'static str, String)> {
        let enroll = |reason: &str| {
            let body = format!(
                r#"{{"customer_id":"c-3001","customer_name":"Ada Moreau","date_of_birth":"1944-08-30","enrollment_reason":"{reason}"}}"#
            );
            self.post("profiles", &body)
        };
        let profile = |id: &dyn Display| self.get(&format!("profiles/{id}"));
        let baseline = |id| self.get(&format!("profiles/{id}/baseline"));
        let change = |id, status: &str| {
            let body = format!(r#"{{"status":"{status}"}}"#);
            String::from(
                self.send("PATCH", &format!("profiles/{id}/status"))
                    .json(&body),
            )
        };
        vec![
            ("201: somebody is enrolled", enroll("FAMILY_REQUEST")),
            ("400: for no reason that there is", enroll("LUCK")),
            ("400: nobody is enrolled", self.post("profiles", "{}")),
            ("200: a profile", profile(&PROFILE)),
            ("400: an id that is none", profile(&"rosa")),
            ("404: a profile of nobody", profile(&NOBODY)),
            ("200: how somebody behaves", baseline(PROFILE)),
            ("404: it is too early to say", baseline(NEW_PROFILE)),
            ("200: a pause", change(PROFILE, "PAUSED")),
            ("200: its end", change(PROFILE, "ACTIVE")),
            (
                "409: nobody comes back from the dead",
                change(DECEASED_PROFILE, "ACTIVE"),
            ),
        ]
    }

    fn rules(&self) -> Vec<(&'static str, String)> {
        let make = |rule_type: &str, category: &str, severity: &str, weight: &str| {
            let body = format!(
                r#"{{"rule_type":"{rule_type}","signal_category":"{category}","severity":"{severity}","weight":{weight}}}"#
            );
            self.post("rules", &body)
        };
        vec![
            (
                "201: a rule",
                make("FIRST_TIME", "NEW_PAYEES", "HIGH", "0.7"),
            ),
            (
                "400: of no type that there is",
                make("HUNCH", "NEW_PAYEES", "HIGH", "0.7"),
            ),
            (
                "400: of no category",
                make("FIRST_TIME", "WEATHER", "HIGH", "0.7"),
            ),
            (
                "400: of no severity",
                make("FIRST_TIME", "NEW_PAYEES", "DIRE", "0.7"),
            ),
            (
                "400: of too much weight",
                make("FIRST_TIME", "NEW_PAYEES", "HIGH", "1.5"),
            ),
            ("200: another rule", self.get(&format!("rules/{RULE}"))),
            (
                "404: a rule that never was",
                self.get(&format!("rules/{NOBODY}")),
            ),
        ]
    }

    fn batch_runs(&self) -> Vec<(&'static str, String)> {
        let start = |key: &str| {
            let curl = Curl::new("POST", format!("{}/v1/batch-runs", self.base));
            curl.bearer(key)
        };
        let by = |key, tenant: Uuid| start(key).header("X-Tenant-ID", &tenant.to_string()).into();
        let run = |id| self.get(&format!("batch-runs/{id}"));
        vec![
            ("201: the rules are applied", by(LIVE_KEY, TENANT)),
            (
                "403: not with a key for the sandbox",
                by(SANDBOX_KEY, SANDBOX),
            ),
            ("403: not with one that may only read", by(READ_KEY, TENANT)),
            (
                "401: not with one that was revoked",
                by(REVOKED_KEY, TENANT),
            ),
            ("401: not for somebody else", by(LIVE_KEY, SANDBOX)),
            ("401: not for nobody", start(LIVE_KEY).into()),
            ("200: what an earlier run came to", run(BATCH_RUN)),
            ("404: a run that never was", run(NOBODY)),
            ("500: a record that was cut short", run(TRUNCATED_BATCH_RUN)),
        ]
    }

    fn signals(&self) -> Vec<(&'static str, String)> {
        let review = |status: &str| {
            let body = format!(r#"{{"status":"{status}"}}"#);
            self.post(&format!("signals/{SIGNAL}/review"), &body)
        };
        let reopen = || {
            self.send("POST", &format!("signals/{SIGNAL}/reopen"))
                .into()
        };
        let report = format!(
            r#"{{"profile_id":"{PROFILE}","signal_category":"UNUSUAL_SPENDING","severity":"LOW"}}"#
        );
        vec![
            ("201: a signal", self.post("signals", &report)),
            (
                "200: another signal",
                self.get(&format!("signals/{SIGNAL}")),
            ),
            (
                "404: a signal that never was",
                self.get(&format!("signals/{NOBODY}")),
            ),
            ("400: a review must come to something", review("PERHAPS")),
            ("200: a review", review("CONFIRMED")),
            ("409: it was reviewed", review("DISMISSED")),
            ("200: it was not meant so", reopen()),
            ("409: it is open", reopen()),
            (
                "204: a rule is deleted",
                self.send("DELETE", &format!("rules/{RULE}")).into(),
            ),
        ]
    }

    /// Some more than the limit, as it goes up again while they are sent.
    fn flood(&self, config: &Config) -> String {
        let url = format!("{}/v1/rules", self.base);
        let last = u64::from(config.rate_limit.get()) + 100;
        let one = keyed(READ_KEY, Curl::get(format!("{url}/{RULE}")));
        format!(
            "curl -s -o /dev/null '{url}/[1-{last}]' -H 'X-Tenant-ID: {TENANT}' \
             -H 'Authorization: Bearer {READ_KEY}'; {one}"
        )
    }

    fn get(&self, path: &str) -> String {
        let curl = Curl::get(format!("{}/v1/{path}", self.base));
        keyed(LIVE_KEY, curl).into()
    }

    fn post(&self, path: &str, body: &str) -> String {
        let curl = Curl::get(format!("{}/v1/{path}", self.base));
        keyed(LIVE_KEY, curl).json(body).into()
    }

    fn send(&self, method: &str, path: &str) -> Curl {
        let curl = Curl::new(method, format!("{}/v1/{path}", self.base));
        keyed(LIVE_KEY, curl)
    }
}

fn keyed(key: &str, curl: Curl) -> Curl {
    curl.header("X-Tenant-ID", &TENANT.to_string()).bearer(key)
}
