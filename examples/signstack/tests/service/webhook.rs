//! The receiver of webhooks: what it takes, what it takes only once, what it wants to be sent again.

use std::path::PathBuf;

use serde_json::{Value, json};
use signstack::config::Config;
use uuid::Uuid;

use crate::support::{Answer, Service, ask, assert_answer};

#[tokio::test]
async fn an_event_is_processed_once() {
    let service = Service::start().await;
    let event = event("evt_1", "workflow.completed");
    assert_answer(&ask(service.event(&event)).await, processed());
    for _ in 0..2 {
        assert_answer(&ask(service.event(&event)).await, already_processed());
    }
}

#[tokio::test]
async fn an_event_that_is_sent_many_times_at_once_is_processed_once() {
    let service = Service::start().await;
    let event = event("evt_1", "participant.signed");
    let deliveries = (0..20).map(|_| tokio::spawn(ask(service.event(&event))));
    let mut count = 0;
    for delivery in deliveries.collect::<Vec<_>>() {
        let answer = delivery.await.unwrap();
        assert_eq!(answer.status, 200);
        count += usize::from(answer.json()["status"] == "processed");
    }
    assert_eq!(count, 1);
}

#[tokio::test]
async fn an_event_of_a_workflow_that_is_over_is_rejected_for_good() {
    for last in ["workflow.completed", "workflow.declined"] {
        let service = Service::start().await;
        let signed = event("evt_1", "participant.signed");
        assert_answer(&ask(service.event(&signed)).await, processed());
        assert_answer(
            &ask(service.event(&event("evt_2", last))).await,
            processed(),
        );

        for (id, next) in [
            ("evt_3", "participant.signed"),
            ("evt_4", "workflow.completed"),
            ("evt_5", "workflow.declined"),
        ] {
            for _ in 0..2 {
                let answer = ask(service.event(&event(id, next))).await;
                assert_answer(&answer, refused(409));
            }
        }
        // What was processed before stays so.
        assert_answer(&ask(service.event(&signed)).await, already_processed());
    }
}

#[tokio::test]
async fn a_delivery_that_is_no_event_is_invalid() {
    let service = Service::start().await;
    let data = json!({"workflowId": "wf_abc123"});
    let of_type = "workflow.completed";
    for body in [
        json!({}),
        json!({"eventId": "evt_1", "eventType": of_type}),
        json!({"eventId": "evt_1", "eventType": "workflow.eaten", "data": data}),
        json!({"eventId": 1, "eventType": of_type, "data": data}),
        json!({"eventId": "", "eventType": of_type, "data": data}),
        json!({"eventId": "e".repeat(101), "eventType": of_type, "data": data}),
        json!({"eventId": "evt_1", "eventType": of_type, "data": ["wf_abc123"]}),
        json!({"eventId": "evt_1", "eventType": of_type, "data": {"workflowId": "abc123"}}),
        json!(["evt_1", of_type, data]),
    ] {
        assert_answer(&ask(service.event(&body)).await, refused(400));
    }
    let no_json = service.post("/webhooks/signstack").body("evt_1");
    assert_answer(&ask(no_json).await, refused(400));
    // None of these took the id.
    assert_answer(
        &ask(service.event(&event("evt_1", of_type))).await,
        processed(),
    );
}

#[tokio::test]
async fn an_event_that_could_not_be_processed_is_processed_when_it_comes_again() {
    let folder = Folder::new();
    let journal = folder.0.join("journal");
    let service = Service::start_with(Config {
        journal: Some(journal.clone()),
        ..Config::default()
    })
    .await;
    let completed = event("evt_1", "workflow.completed");
    for _ in 0..2 {
        // There is no such folder yet, and the answer does not say so.
        assert_answer(&ask(service.event(&completed)).await, refused(500));
    }
    std::fs::create_dir(&folder.0).unwrap();
    assert_answer(&ask(service.event(&completed)).await, processed());
    assert_answer(&ask(service.event(&completed)).await, already_processed());

    let declined = event("evt_2", "workflow.declined");
    assert_answer(&ask(service.event(&declined)).await, refused(409));
    let mut of_another = event("evt_3", "participant.signed");
    of_another["data"]["workflowId"] = json!("wf_abc124");
    assert_answer(&ask(service.event(&of_another)).await, processed());
    assert_eq!(
        std::fs::read_to_string(journal).unwrap(),
        "{\"eventId\":\"evt_1\",\"stage\":\"completed\",\"workflowId\":\"wf_abc123\"}\n\
         {\"eventId\":\"evt_3\",\"stage\":\"open\",\"workflowId\":\"wf_abc124\"}\n"
    );
}

/// A folder that is not there yet, and will not be there any more.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("signstack-{}", Uuid::new_v4().simple());
        Folder(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn event(id: &str, event_type: &str) -> Value {
    json!({"eventId": id, "eventType": event_type, "data": {"workflowId": "wf_abc123"}})
}

fn processed() -> Answer {
    Answer::success(200, r#"{"status":"processed"}"#)
}

fn already_processed() -> Answer {
    Answer::success(200, r#"{"status":"already_processed"}"#)
}

fn refused(status: u16) -> Answer {
    Answer::error(status, r#"{"status":"error"}"#)
}
