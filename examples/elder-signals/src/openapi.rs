//! The API as an OpenAPI document, in each version of the specification.
//!
//! Requests and successes are described by the types that the handlers use, errors by the catalog:
//! each operation has the errors of its own type.

use errorbook::ErrorSet;
use errorbook::openapi::OpenApi;
use example_service::document::Document;
use schemars::JsonSchema;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::errors::{
    BaselineError, BatchRunError, CATALOG, CreateRuleError, EnrollError, ProfileError,
    ProfileStatusError, ReopenError, ReportError, ReviewError, RuleError, SignalError,
    StartRunError,
};
use crate::profiles::{Baseline, Profile};
use crate::rules::{BatchRun, Rule};
use crate::signals::Signal;
use crate::store::{BATCH_RUN, PROFILE, RULE, SIGNAL};
use crate::validate::{Enrollment, NewRule, Report, Review, StatusChange};

/// The document.
#[must_use]
pub fn document(version: OpenApi) -> Value {
    let mut document = Document::new(version);
    let rest = json!({
        "security": [{"ApiKey": [], "Tenant": []}],
        "tags": [
            {"name": "batch-runs", "description": "The rules, applied to everybody."},
            {"name": "profiles", "description": "The people who are watched over."},
            {"name": "rules", "description": "When a signal is raised."},
            {"name": "signals", "description": "Signs that somebody may be exploited."},
        ],
        "paths": {
            "/v1/profiles": {"post": enroll(&mut document)},
            "/v1/profiles/{id}": {
                "parameters": [{"$ref": "#/components/parameters/ProfileId"}],
                "get": get_profile(&mut document),
            },
            "/v1/profiles/{id}/status": {
                "parameters": [{"$ref": "#/components/parameters/ProfileId"}],
                "patch": change_status(&mut document),
            },
            "/v1/profiles/{id}/baseline": {
                "parameters": [{"$ref": "#/components/parameters/ProfileId"}],
                "get": get_baseline(&mut document),
            },
            "/v1/signals": {"post": report_signal(&mut document)},
            "/v1/signals/{id}": {
                "parameters": [{"$ref": "#/components/parameters/SignalId"}],
                "get": get_signal(&mut document),
            },
            "/v1/signals/{id}/review": {
                "parameters": [{"$ref": "#/components/parameters/SignalId"}],
                "post": review_signal(&mut document),
            },
            "/v1/signals/{id}/reopen": {
                "parameters": [{"$ref": "#/components/parameters/SignalId"}],
                "post": reopen_signal(&mut document),
            },
            "/v1/rules": {"post": create_rule(&mut document)},
            "/v1/rules/{id}": {
                "parameters": [{"$ref": "#/components/parameters/RuleId"}],
                "get": get_rule(&mut document),
                "delete": delete_rule(&mut document),
            },
            "/v1/batch-runs": {"post": start_batch_run(&mut document)},
            "/v1/batch-runs/{id}": {
                "parameters": [{"$ref": "#/components/parameters/BatchRunId"}],
                "get": get_batch_run(&mut document),
            },
        },
        "components": {
            "securitySchemes": {
                "ApiKey": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The API key of a tenant.",
                },
                "Tenant": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "X-Tenant-ID",
                    "description": "The UUID of the tenant that the API key belongs to.",
                },
            },
            "parameters": {
                "ProfileId": id_parameter("profile", PROFILE),
                "SignalId": id_parameter("signal", SIGNAL),
                "RuleId": id_parameter("rule", RULE),
                "BatchRunId": id_parameter("batch run", BATCH_RUN),
            },
        },
    });
    document.complete(
        &[&CATALOG],
        "Watches over the accounts of the elderly, and says who may be exploited.\n\n\
         A request that belongs to no operation is answered with 404, as of a record that is missing.",
        rest,
    )
}

fn enroll(document: &mut Document) -> Value {
    Operation::of::<EnrollError>(document)
        .named("profiles", "enroll", "Enroll somebody")
        .described("The person is watched over from now on.")
        .takes::<Enrollment>(&enrollment_sample())
        .gives::<Profile>("201", "The person is enrolled.", &profile_sample("ACTIVE"))
}

fn get_profile(document: &mut Document) -> Value {
    Operation::of::<ProfileError>(document)
        .named("profiles", "getProfile", "Look up a profile")
        .described("Gives back the profile as it is now.")
        .gives::<Profile>("200", "The profile is there.", &profile_sample("ACTIVE"))
}

fn change_status(document: &mut Document) -> Value {
    Operation::of::<ProfileStatusError>(document)
        .named("profiles", "changeStatus", "Change the status of a profile")
        .described("`CLOSED` and `DECEASED` are final; `ACTIVE` and `PAUSED` follow each other.")
        .takes::<StatusChange>(&json!({"status": "PAUSED"}))
        .gives::<Profile>(
            "200",
            "The profile has the status.",
            &profile_sample("PAUSED"),
        )
}

fn get_baseline(document: &mut Document) -> Value {
    let sample = json!({
        "profile_id": PROFILE,
        "spending": {"usual": 84000, "latest": 81500},
        "transfers": {"usual": 4, "latest": 11},
        "new_payees": {"usual": 0, "latest": 2},
    });
    Operation::of::<BaselineError>(document)
        .named(
            "profiles",
            "getBaseline",
            "Look up how somebody usually behaves",
        )
        .described("There is a baseline when a profile has been active for a year.")
        .gives::<Baseline>("200", "The baseline is there.", &sample)
}

fn report_signal(document: &mut Document) -> Value {
    let report = json!({
        "profile_id": PROFILE,
        "signal_category": "NEW_PAYEES",
        "severity": "HIGH",
    });
    Operation::of::<ReportError>(document)
        .named("signals", "reportSignal", "Report a signal")
        .described("For what people notice. What rules notice is raised by batch runs.")
        .takes::<Report>(&report)
        .gives::<Signal>("201", "The signal is reported.", &signal_sample("ACTIVE"))
}

fn get_signal(document: &mut Document) -> Value {
    Operation::of::<SignalError>(document)
        .named("signals", "getSignal", "Look up a signal")
        .described("Gives back the signal as it is now.")
        .gives::<Signal>("200", "The signal is there.", &signal_sample("ACTIVE"))
}

fn review_signal(document: &mut Document) -> Value {
    Operation::of::<ReviewError>(document)
        .named("signals", "reviewSignal", "Review a signal")
        .described("Records what somebody thinks of an `ACTIVE` signal.")
        .takes::<Review>(&json!({"status": "CONFIRMED"}))
        .gives::<Signal>(
            "200",
            "The signal is reviewed.",
            &signal_sample("CONFIRMED"),
        )
}

fn reopen_signal(document: &mut Document) -> Value {
    Operation::of::<ReopenError>(document)
        .named("signals", "reopenSignal", "Reopen a signal")
        .described("Takes back the review of a `CONFIRMED` or `DISMISSED` signal.")
        .gives::<Signal>(
            "200",
            "The signal is as if nobody had looked at it.",
            &signal_sample("ACTIVE"),
        )
}

fn create_rule(document: &mut Document) -> Value {
    Operation::of::<CreateRuleError>(document)
        .named("rules", "createRule", "Make a rule")
        .described("Batch runs apply it from now on.")
        .takes::<NewRule>(&json!({
            "rule_type": "DEVIATION",
            "signal_category": "FREQUENT_TRANSFERS",
            "severity": "MEDIUM",
            "weight": 0.5,
        }))
        .gives::<Rule>("201", "The rule is made.", &rule_sample())
}

fn get_rule(document: &mut Document) -> Value {
    Operation::of::<RuleError>(document)
        .named("rules", "getRule", "Look up a rule")
        .described("Gives back the rule as it was made.")
        .gives::<Rule>("200", "The rule is there.", &rule_sample())
}

fn delete_rule(document: &mut Document) -> Value {
    Operation::of::<RuleError>(document)
        .named("rules", "deleteRule", "Delete a rule")
        .described("Later batch runs do not apply it. Its signals stay.")
        .gives_nothing("204", "The rule is deleted.")
}

fn start_batch_run(document: &mut Document) -> Value {
    Operation::of::<StartRunError>(document)
        .named("batch-runs", "startBatchRun", "Apply all rules")
        .described("Raises the signals of all active profiles. Takes a live key.")
        .gives::<BatchRun>("201", "The rules were applied.", &batch_run_sample())
}

fn get_batch_run(document: &mut Document) -> Value {
    Operation::of::<BatchRunError>(document)
        .named("batch-runs", "getBatchRun", "Look up a batch run")
        .described("Gives back what it came to. Takes a live key.")
        .gives::<BatchRun>("200", "The batch run is there.", &batch_run_sample())
}

/// An operation in the making.
struct Operation<'a> {
    document: &'a mut Document,
    value: Value,
}

impl<'a> Operation<'a> {
    /// One with the errors of this type.
    fn of<E: ErrorSet>(document: &'a mut Document) -> Self {
        let value = json!({"responses": CATALOG.responses::<E>(document.version())});
        Operation { document, value }
    }

    fn named(mut self, tag: &str, id: &str, summary: &str) -> Self {
        self.value["tags"] = json!([tag]);
        self.value["operationId"] = id.into();
        self.value["summary"] = summary.into();
        self
    }

    fn described(mut self, description: &str) -> Self {
        self.value["description"] = description.into();
        self
    }

    fn takes<T: JsonSchema>(mut self, example: &Value) -> Self {
        self.value["requestBody"] = self.document.request::<T>(example);
        self
    }

    fn gives<T: JsonSchema>(mut self, status: &str, description: &str, example: &Value) -> Value {
        self.value["responses"][status] = self.document.response::<T>(description, example);
        self.value
    }

    fn gives_nothing(mut self, status: &str, description: &str) -> Value {
        self.value["responses"][status] = json!({"description": description});
        self.value
    }
}

fn id_parameter(resource: &str, example: Uuid) -> Value {
    json!({
        "name": "id",
        "in": "path",
        "required": true,
        "description": format!("The id of the {resource}."),
        "schema": {"type": "string", "format": "uuid"},
        "example": example,
    })
}

fn enrollment_sample() -> Value {
    json!({
        "customer_id": "c-1041",
        "customer_name": "Rosa Lindqvist",
        "date_of_birth": "1941-05-23",
        "enrollment_reason": "FAMILY_REQUEST",
    })
}

fn profile_sample(status: &str) -> Value {
    let mut profile = enrollment_sample();
    profile["id"] = json!(PROFILE);
    profile["status"] = status.into();
    profile
}

fn signal_sample(status: &str) -> Value {
    json!({
        "id": SIGNAL,
        "profile_id": PROFILE,
        "signal_category": "NEW_PAYEES",
        "severity": "HIGH",
        "status": status,
    })
}

fn rule_sample() -> Value {
    json!({
        "id": RULE,
        "rule_type": "DEVIATION",
        "signal_category": "FREQUENT_TRANSFERS",
        "severity": "MEDIUM",
        "weight": 0.5,
    })
}

fn batch_run_sample() -> Value {
    json!({"id": BATCH_RUN, "baselines": 1, "rules": 1, "signals": [SIGNAL]})
}
