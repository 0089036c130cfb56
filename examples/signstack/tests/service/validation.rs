//! What a request says that is not as it must be, and the whole response.

use serde_json::json;

use crate::support::{Service, ask, assert_answer, assert_success, validation_error};

#[tokio::test]
async fn a_value_of_the_wrong_type_or_form_is_malformed() {
    let service = Service::start().await;
    let answer = ask(service.add(&json!({"name": "Ada", "email": "ada"}))).await;
    assert_answer(
        &answer,
        validation_error(400, &[("email", "Must be a valid email address")]),
    );

    let time = "Must be a date and time such as 2024-01-15T10:00:00Z";
    for updated_at in [
        json!("yesterday"),
        json!("2024-02-30T10:00:00Z"),
        json!("2024-01-15 10:00:00Z"),
        json!("2024-01-15T10:00:00"),
        json!("2024-01-15T11:00:00+01:00"),
        json!("2024-01-15T10:00:00.0000000000Z"),
        json!(1_705_312_800),
    ] {
        let request = service.update(&json!({"updatedAt": updated_at}));
        let answer = ask(request).await;
        assert_answer(&answer, validation_error(400, &[("updatedAt", time)]));
    }

    let mistyped = json!({
        "name": 5,
        "blueprintKey": true,
        "documents": "lease.pdf",
        "participants": [5, {"name": {}, "email": 5}],
        "entitySlots": {},
    });
    assert_answer(
        &ask(service.create(&mistyped)).await,
        validation_error(
            400,
            &[
                ("name", "Must be a string"),
                ("blueprintKey", "Must be a string"),
                ("documents", "Must be an array"),
                ("participants[0]", "Must be an object"),
                ("participants[1].name", "Must be a string"),
                ("participants[1].email", "Must be a valid email address"),
                ("entitySlots", "Must be an array"),
            ],
        ),
    );
}

#[tokio::test]
async fn a_request_of_the_right_form_may_break_rules() {
    let service = Service::start().await;
    let long = "ä".repeat(201);
    let email = format!("a@{0}.{0}.{0}.{0}", "b".repeat(63));
    let many = vec![json!({"name": "nda.pdf"}); 21];
    let schema = format!("{}'s", "ü".repeat(60));
    let unknown = format!("Schema '{}…' not found", "ü".repeat(50));
    for (body, fields) in [
        (
            json!({
                "blueprintKey": "lease",
                "participants": [{"name": "Ada"}],
                "entitySlots": [
                    {"key": "flat", "schemaKey": "property"},
                    {"key": "tenant", "schemaKey": "invalid-schema"},
                ],
            }),
            [
                ("participants[0].email", "Required field is missing"),
                (
                    "entitySlots[1].schemaKey",
                    "Schema 'invalid-schema' not found",
                ),
            ]
            .as_slice(),
        ),
        (
            json!({}),
            &[("blueprintKey", "Either blueprintKey or documents required")],
        ),
        (
            json!({"documents": [], "blueprintKey": null}),
            &[("blueprintKey", "Either blueprintKey or documents required")],
        ),
        (
            json!({"blueprintKey": "invalid", "name": ""}),
            &[
                ("name", "Must have between 1 and 200 characters"),
                ("blueprintKey", "Blueprint 'invalid' not found"),
            ],
        ),
        (
            json!({"name": long, "documents": many}),
            &[
                ("name", "Must have between 1 and 200 characters"),
                ("documents", "Must have at most 20 entries"),
            ],
        ),
        (
            json!({
                "blueprintKey": "lease",
                "participants": [{"name": null, "email": email}],
                "entitySlots": [{"schemaKey": schema}],
            }),
            &[
                ("participants[0].name", "Required field is missing"),
                ("participants[0].email", "Must have at most 254 characters"),
                ("entitySlots[0].key", "Required field is missing"),
                ("entitySlots[0].schemaKey", &unknown),
            ],
        ),
    ] {
        let answer = ask(service.create(&body)).await;
        assert_answer(&answer, validation_error(422, fields));
    }
    // Characters count, not bytes.
    let body = json!({"name": "ä".repeat(200), "blueprintKey": "lease"});
    assert_success(&ask(service.create(&body)).await, 201);
}

#[tokio::test]
async fn where_something_is_malformed_all_the_rest_is_told_with_it() {
    let service = Service::start().await;
    let body = json!({
        "blueprintKey": "lease",
        "participants": [{"name": "Ada"}, {"name": "Grace", "email": "grace@"}],
    });
    assert_answer(
        &ask(service.create(&body)).await,
        validation_error(
            400,
            &[
                ("participants[0].email", "Required field is missing"),
                ("participants[1].email", "Must be a valid email address"),
            ],
        ),
    );
}
