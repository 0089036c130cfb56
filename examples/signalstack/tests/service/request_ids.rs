//! The ids of requests that are under way at the same time.

use std::collections::HashSet;

use futures_util::future::join_all;
use serde_json::json;

use crate::support::{Service, ask, assert_ok, request_id};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ids_are_not_mixed_up_among_requests() {
    let service = Service::start().await;
    let answers = join_all((0..200).map(|number| {
        let claim = format!("Bee {number} can fly.");
        let request = match number % 4 {
            0 => service.claim(&json!({"claim": claim})),
            1 => service.claim(&json!({"claim": claim, "sources": [claim]})),
            2 => service
                .get(&format!("/v1/verify/{number}"))
                .bearer_auth("sk_pro_demo"),
            _ => service.get(&format!("/{number}")),
        };
        ask(request)
    }))
    .await;

    let mut ids = HashSet::new();
    for (number, answer) in answers.iter().enumerate() {
        let id = request_id(answer);
        assert!(ids.insert(id), "{id} came twice");
        let body = answer.json();
        match number % 4 {
            0 => {
                assert_eq!(body["id"], id);
                let record = service
                    .get(&format!("/v1/verify/{id}"))
                    .bearer_auth("sk_pro_demo");
                let record = ask(record).await;
                assert_ok(&record);
                assert_eq!(record.json()["subject"], format!("Bee {number} can fly."));
            }
            1 => {
                assert_eq!(body["error"]["request_id"], id);
                let message = body["error"]["details"]["fields"][0]["message"]
                    .as_str()
                    .unwrap();
                assert!(
                    message.contains(&format!("'Bee {number} can fly.'")),
                    "{message}"
                );
            }
            _ => assert_eq!(body["error"]["request_id"], id),
        }
    }
}

#[tokio::test]
async fn an_id_that_the_client_sends_is_not_taken_over() {
    let service = Service::start().await;
    let request = service.get("/").header("X-Request-Id", "vrf_aaaaaaaaaaaa");
    let answer = ask(request).await;
    assert_ne!(request_id(&answer), "vrf_aaaaaaaaaaaa");
}
