//! The API as an OpenAPI document, in each version of the specification.
//!
//! Requests and successes are described by the types that the handlers use, errors by the catalog:
//! each operation has the errors of its own type, and no status of an error stands here.

mod samples;

use errorbook::ErrorSet;
use errorbook::openapi::OpenApi;
use example_service::document::{Document, json_content};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::credentials::{
    Claim, Credential, Event, EventKind, Presentation, Receipt, SERIAL, issue,
};
use crate::errors::{
    CATALOG, ChangeProfileError, CreateProfileError, CreateReportError, CreateUserError, FindError,
    FindReportError, FlagAddressError, FlagDeviceError, UnflagAddressError, VerifyError,
    WebhookError,
};
use crate::records::{
    DEVICE_ID_PATTERN, DeviceFlag, IpFlag, NewDeviceFlag, NewProfile, NewReport, NewUser, Profile,
    REPORT_ID_PATTERN, Reason, Report, Standing, USER_ID_PATTERN, User, Verification,
};
use crate::routes::USER_ID;
use crate::signature::{SIGNATURE, TIMESTAMP};
use crate::store::{DEMO_REPORT, DEMO_USER};

const DEVICE: &str = "dev_0123456789ab";

/// The document.
#[must_use]
pub fn document(version: OpenApi) -> Value {
    let mut document = Document::new(version);
    let rest = json!({
        "security": [{"Token": []}],
        "tags": [
            {"name": "flags", "description": "Devices and IP addresses to beware of."},
            {"name": "profile", "description": "What a partner says of itself."},
            {"name": "reports", "description": "What is known of a user at one time."},
            {"name": "users", "description": "Those whom a partner deals with."},
            {"name": "verifications", "description": "What issuers say of users, put to the test."},
            {"name": "webhooks", "description": "What issuers tell Signet of their own accord."},
        ],
        "paths": {
            "/v1/users": {"post": create_user(&mut document)},
            "/v1/users/{id}": {"get": get_user(&mut document)},
            "/v1/verifications/credential": {"post": verify_credential(&mut document)},
            "/v1/verifications/presentation": {"post": verify_presentation(&mut document)},
            "/v1/profile": {
                "get": get_profile(&mut document),
                "post": create_profile(&mut document),
            },
            "/v1/profile/activate": {"post": activate_profile(&mut document)},
            "/v1/profile/deactivate": {"post": deactivate_profile(&mut document)},
            "/v1/reports": {"post": create_report(&mut document)},
            "/v1/reports/{id}": {"get": get_report(&mut document)},
            "/v1/devices/{id}/flags": {"post": flag_device(&mut document)},
            "/v1/ip-flags": {"post": flag_address(&mut document)},
            "/v1/ip-flags/{ip}": {"delete": unflag_address(&mut document)},
            "/v1/webhooks/credentials": {"post": receive_event(&mut document)},
        },
        "components": {
            "securitySchemes": {
                "Token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token of a partner: `sgt_` and 24 hexadecimal digits.",
                },
                "Signature": {
                    "type": "apiKey",
                    "in": "header",
                    "name": SIGNATURE,
                    "description": "The HMAC-SHA256 of the timestamp, a full stop and the body, under \
                                    the secret of the issuer, in hexadecimal digits.",
                },
                "Timestamp": {
                    "type": "apiKey",
                    "in": "header",
                    "name": TIMESTAMP,
                    "description": "When the request was signed, in seconds since the Unix epoch.",
                },
            },
            "parameters": {"UserId": user_id()},
        },
    });
    document.complete(
        &[&CATALOG],
        "Tells partners whom they deal with: users, credentials, devices and IP addresses.",
        rest,
    )
}

fn create_user(document: &mut Document) -> Value {
    json!({
        "operationId": "createUser",
        "tags": ["users"],
        "summary": "Create a user",
        "description": "Makes somebody known to Signet. Takes the role of a manager.",
        "requestBody": document.request::<NewUser>(&json!({
            "email": "di@example.com",
            "name": "Di",
        })),
        "responses": created::<CreateUserError, User>(document, "The user is created.", &samples::demo_user()),
    })
}

fn get_user(document: &mut Document) -> Value {
    json!({
        "operationId": "getUser",
        "tags": ["users"],
        "summary": "Look up a user",
        "description": "Gives back what was said when the user was created.",
        "parameters": [path_parameter("id", "The id of the user.", USER_ID_PATTERN, DEMO_USER)],
        "responses": found::<FindError, User>(document, "The user is there.", &samples::demo_user()),
    })
}

fn verify_credential(document: &mut Document) -> Value {
    json!({
        "operationId": "verifyCredential",
        "tags": ["verifications"],
        "summary": "Verify a credential",
        "description": "Puts to the test what an issuer says of a user. Takes the role of a manager and \
                        an active profile.",
        "parameters": [{"$ref": "#/components/parameters/UserId"}],
        "requestBody": document.request::<Credential>(&issue(SERIAL, DEMO_USER, Claim::Adult)),
        "responses": verified(document),
    })
}

fn verify_presentation(document: &mut Document) -> Value {
    let presentation = Presentation {
        nonce: "00112233445566778899aabbccddeeff".to_owned(),
        credentials: vec![issue(SERIAL, DEMO_USER, Claim::Adult)],
    };
    json!({
        "operationId": "verifyPresentation",
        "tags": ["verifications"],
        "summary": "Verify a presentation",
        "description": "Puts several credentials of a user to the test, which are shown together and \
                        once. Takes the role of a manager and an active profile.",
        "parameters": [{"$ref": "#/components/parameters/UserId"}],
        "requestBody": document.request::<Presentation>(&presentation),
        "responses": verified(document),
    })
}

fn verified(document: &mut Document) -> Value {
    let verification = Verification {
        user_id: DEMO_USER.to_owned(),
        credentials: 1,
    };
    let description = "All of it is proved.";
    found::<VerifyError, Verification>(document, description, &verification)
}

fn create_profile(document: &mut Document) -> Value {
    json!({
        "operationId": "createProfile",
        "tags": ["profile"],
        "summary": "Create the profile of the partner",
        "description": "The profile is inactive at first. Takes the role of a manager.",
        "requestBody": document.request::<NewProfile>(&json!({"display_name": "Acme"})),
        "responses": created::<CreateProfileError, Profile>(
            document,
            "The profile is created.",
            &samples::profile(Standing::Inactive),
        ),
    })
}

fn get_profile(document: &mut Document) -> Value {
    json!({
        "operationId": "getProfile",
        "tags": ["profile"],
        "summary": "Look up the profile of the partner",
        "description": "Gives back the profile, active or not.",
        "responses": found::<FindError, Profile>(
            document,
            "The profile is there.",
            &samples::profile(Standing::Active),
        ),
    })
}

fn activate_profile(document: &mut Document) -> Value {
    json!({
        "operationId": "activateProfile",
        "tags": ["profile"],
        "summary": "Activate the profile of the partner",
        "description": "Nothing happens if it is active. Takes the role of a manager.",
        "responses": found::<ChangeProfileError, Profile>(
            document,
            "The profile is active.",
            &samples::profile(Standing::Active),
        ),
    })
}

fn deactivate_profile(document: &mut Document) -> Value {
    json!({
        "operationId": "deactivateProfile",
        "tags": ["profile"],
        "summary": "Deactivate the profile of the partner",
        "description": "Nothing happens if it is inactive. Takes the role of a manager.",
        "responses": found::<ChangeProfileError, Profile>(
            document,
            "The profile is inactive.",
            &samples::profile(Standing::Inactive),
        ),
    })
}

fn create_report(document: &mut Document) -> Value {
    json!({
        "operationId": "createReport",
        "tags": ["reports"],
        "summary": "Report a user",
        "description": "Keeps what is known of a user now. Takes the role of a manager and an active \
                        profile.",
        "parameters": [{"$ref": "#/components/parameters/UserId"}],
        "requestBody": document.request::<NewReport>(&json!({
            "reason": "fraud",
            "note": "Three chargebacks in a week.",
        })),
        "responses": created::<CreateReportError, Report>(
            document,
            "The report is created.",
            &samples::report(),
        ),
    })
}

fn get_report(document: &mut Document) -> Value {
    json!({
        "operationId": "getReport",
        "tags": ["reports"],
        "summary": "Look up a report",
        "description": "Gives back what was known when it was made.",
        "parameters": [path_parameter(
            "id",
            "The id of the report.",
            REPORT_ID_PATTERN,
            DEMO_REPORT,
        )],
        "responses": found::<FindReportError, Report>(document, "The report is there.", &samples::report()),
    })
}

fn flag_device(document: &mut Document) -> Value {
    let flag = DeviceFlag {
        device_id: DEVICE.to_owned(),
        reason: Reason::Emulator,
    };
    json!({
        "operationId": "flagDevice",
        "tags": ["flags"],
        "summary": "Flag a device",
        "description": "A device may be flagged once for each reason. Takes the role of a manager.",
        "parameters": [path_parameter("id", "The id of the device.", DEVICE_ID_PATTERN, DEVICE)],
        "requestBody": document.request::<NewDeviceFlag>(&json!({"reason": "emulator"})),
        "responses": created::<FlagDeviceError, DeviceFlag>(
            document,
            "The device is flagged.",
            &flag,
        ),
    })
}

fn flag_address(document: &mut Document) -> Value {
    json!({
        "operationId": "flagAddress",
        "tags": ["flags"],
        "summary": "Flag an IP address",
        "description": "An address is flagged or not, for one reason. Takes the role of a manager.",
        "requestBody": document.request::<IpFlag>(&samples::ip_flag()),
        "responses": created::<FlagAddressError, IpFlag>(
            document,
            "The address is flagged.",
            &samples::ip_flag(),
        ),
    })
}

fn unflag_address(document: &mut Document) -> Value {
    json!({
        "operationId": "unflagAddress",
        "tags": ["flags"],
        "summary": "Take the flag of an IP address away",
        "description": "Gives back what it was flagged for. Takes the role of a manager.",
        "parameters": [{
            "name": "ip",
            "in": "path",
            "required": true,
            "description": "The address.",
            "schema": {"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}]},
            "example": samples::ip_flag().ip,
        }],
        "responses": found::<UnflagAddressError, IpFlag>(
            document,
            "The flag is gone.",
            &samples::ip_flag(),
        ),
    })
}

fn receive_event(document: &mut Document) -> Value {
    let event = Event {
        id: "evt_0123456789ab".to_owned(),
        kind: EventKind::Revoked,
        serial: SERIAL.to_owned(),
    };
    let receipt = Receipt {
        id: event.id.clone(),
        applied: true,
    };
    json!({
        "operationId": "receiveCredentialEvent",
        "tags": ["webhooks"],
        "summary": "Tell what happened to a credential",
        "description": "An issuer revokes a credential or restores it. The message is signed; one that \
                        is sent again has no effect.",
        "security": [{"Signature": [], "Timestamp": []}],
        "requestBody": document.request::<Event>(&event),
        "responses": found::<WebhookError, Receipt>(document, "The message has arrived.", &receipt),
    })
}

/// The responses of an operation that finds a `T`, and else has the errors `E`.
fn found<E: ErrorSet, T: JsonSchema + Serialize>(
    document: &mut Document,
    description: &str,
    example: &T,
) -> Value {
    responses::<E, T>(document, "200", description, example)
}

/// The responses of an operation that makes a `T`, and else has the errors `E`.
fn created<E: ErrorSet, T: JsonSchema + Serialize>(
    document: &mut Document,
    description: &str,
    example: &T,
) -> Value {
    responses::<E, T>(document, "201", description, example)
}

fn responses<E: ErrorSet, T: JsonSchema + Serialize>(
    document: &mut Document,
    status: &str,
    description: &str,
    example: &T,
) -> Value {
    let schema = json!({
        "type": "object",
        "properties": {
            "success": {"type": "boolean", "enum": [true]},
            "data": document.response_schema::<T>(),
        },
        "required": ["success", "data"],
    });
    let example = json!({"success": true, "data": example});
    let mut responses = CATALOG.responses::<E>(document.version());
    responses[status] =
        json!({"description": description, "content": json_content(&schema, &example)});
    responses
}

fn path_parameter(name: &str, description: &str, pattern: &str, example: &str) -> Value {
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": description,
        "schema": {"type": "string", "pattern": pattern},
        "example": example,
    })
}

fn user_id() -> Value {
    json!({
        "name": USER_ID,
        "in": "header",
        "required": true,
        "description": "The id of the user whom the request is about.",
        "schema": {"type": "string", "pattern": USER_ID_PATTERN},
        "example": DEMO_USER,
    })
}
