//! The observer and the ambient context in an axum service, over its router.

use std::error::Error;
use std::sync::Mutex;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use errorbook::{ApiError, Context, ErrorObject, Report, RouterAllow, envelope, on_error, scope};
use tower_service::Service;

envelope! {
    /// All that the context knows.
    Contextual: "application/json" {
        header "X-Request-Id" = request_id;
        "code": code,
        "message": message,
        "id"?: request_id,
        "path"?: instance,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Contextual)]
enum ServiceError {
    #[api_error(status = 404, message = "Claim {0} not found")]
    NotFound(u32),
    #[api_error(status = 500, display = "the store failed: {0}")]
    Store(#[from] std::io::Error),
}

/// What the observer was shown, of all tests of this file.
static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn seen(id: &str) -> Vec<String> {
    let seen = SEEN.lock().unwrap();
    seen.iter()
        .filter(|line| line.starts_with(id))
        .cloned()
        .collect()
}

fn observe() {
    on_error(|report: &Report<'_>| {
        let error = report.error();
        let id = report.context().request_id().unwrap_or("none");
        let mut line = format!(
            "{id} {} {} {error}",
            report.status().as_u16(),
            error.spec().code()
        );
        let mut source = error.source();
        while let Some(cause) = source {
            line = format!("{line} < {cause}");
            source = cause.source();
        }
        for omitted in report.omitted() {
            line = format!("{line}; omitted {omitted}");
        }
        SEEN.lock().unwrap().push(line);
        assert!(id != "panics", "an observer that panics");
    });
}

async fn context(request: Request, next: Next) -> Response {
    let id = request
        .headers()
        .get("x-id")
        .and_then(|id| id.to_str().ok());
    let context = Context::new()
        .with_request_id(id.unwrap_or("none").to_owned())
        .with_instance(request.uri().to_string());
    scope(context, next.run(request)).await
}

fn service() -> Router {
    observe();
    Router::new()
        .route(
            "/claims/{id}",
            get(async |Path(id): Path<u32>| {
                // Other requests run on this thread while this one waits.
                tokio::task::yield_now().await;
                tokio::time::sleep(Duration::from_millis(u64::from(id % 5))).await;
                Err::<(), _>(ServiceError::NotFound(id))
            }),
        )
        .route(
            "/store",
            get(async || {
                let cause = std::io::Error::other("password expired");
                Err::<(), ServiceError>(cause.into())
            }),
        )
        .route(
            "/spawned",
            get(async || {
                tokio::spawn(async { ServiceError::NotFound(1).into_response() })
                    .await
                    .unwrap()
            }),
        )
        .layer(from_fn(context))
}

async fn call(service: &mut Router, path: &str, id: &str) -> (u16, Option<String>, String) {
    let request = Request::get(path)
        .header("x-id", id)
        .body(Body::empty())
        .unwrap();
    let response = service.call(request).await.unwrap();
    let status = response.status().as_u16();
    let header = response.headers().get("x-request-id");
    let header = header.map(|value| value.to_str().unwrap().to_owned());
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, header, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn a_handlers_error_is_the_response_with_the_requests_id_and_path() {
    let response = call(&mut service(), "/claims/7?key=secret", "req_1").await;
    assert_eq!(
        response,
        (
            404,
            Some("req_1".to_owned()),
            r#"{"code":"NOT_FOUND","message":"Claim 7 not found","id":"req_1","path":"/claims/7"}"#
                .to_owned()
        )
    );
    assert_eq!(seen("req_1"), ["req_1 404 NOT_FOUND Claim 7 not found"]);
}

#[tokio::test]
async fn the_observer_sees_once_what_the_client_does_not() {
    let response = call(&mut service(), "/store", "req_2").await;
    assert_eq!(
        response,
        (
            500,
            Some("req_2".to_owned()),
            r#"{"code":"STORE","message":"Internal Server Error","id":"req_2","path":"/store"}"#
                .to_owned()
        )
    );
    assert_eq!(
        seen("req_2"),
        ["req_2 500 STORE the store failed: password expired < password expired"]
    );
}

#[tokio::test]
async fn an_observer_that_panics_costs_the_client_nothing() {
    let response = call(&mut service(), "/claims/8", "panics").await;
    assert_eq!(response.0, 404);
    assert_eq!(seen("panics").len(), 1);
}

#[tokio::test]
async fn work_that_is_spawned_off_the_request_does_not_inherit_its_context() {
    let response = call(&mut service(), "/spawned", "req_3").await;
    assert_eq!(
        response,
        (
            404,
            None,
            r#"{"code":"NOT_FOUND","message":"Claim 1 not found"}"#.to_owned()
        )
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_thousand_requests_at_once_keep_their_contexts_apart() {
    let service = service();
    let requests: Vec<_> = (0..2000_u32)
        .map(|number| {
            let mut service = service.clone();
            tokio::spawn(async move {
                let id = format!("many_{number}");
                let response = call(&mut service, &format!("/claims/{number}"), &id).await;
                let body = format!(
                    r#"{{"code":"NOT_FOUND","message":"Claim {number} not found","id":"{id}","path":"/claims/{number}"}}"#
                );
                assert_eq!(response, (404, Some(id), body));
            })
        })
        .collect();
    for request in requests {
        request.await.unwrap();
    }
}

#[tokio::test]
async fn a_scope_ends_with_its_future_and_an_inner_one_replaces_it() {
    fn id() -> String {
        let error: Box<dyn ApiError> = Box::new(ServiceError::NotFound(1));
        let response = errorbook::render_as::<ErrorObject>(&*error, &Context::current());
        let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        body["error"]["request_id"].to_string()
    }
    scope(Context::new().with_request_id("outer"), async {
        assert_eq!(id(), "\"outer\"");
        scope(Context::new().with_request_id("inner"), async {
            tokio::task::yield_now().await;
            assert_eq!(id(), "\"inner\"");
        })
        .await;
        tokio::task::yield_now().await;
        assert_eq!(id(), "\"outer\"");
    })
    .await;
    assert_eq!(id(), "null");
}

#[tokio::test]
async fn a_panic_inside_a_scope_leaves_no_context_behind() {
    let panicked = tokio::spawn(scope(Context::new().with_request_id("gone"), async {
        panic!("on purpose");
    }))
    .await;
    assert!(panicked.is_err());
    let body = errorbook::render(&ServiceError::NotFound(1), &Context::current()).into_body();
    assert_eq!(
        body,
        r#"{"code":"NOT_FOUND","message":"Claim 1 not found"}"#
    );
}

#[tokio::test]
async fn a_405_has_the_methods_that_the_router_knows() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 405, code = "METHOD_NOT_ALLOWED", envelope = ErrorObject)]
    struct MethodNotAllowed(#[api_error(headers)] RouterAllow);

    let mut service: Router = Router::new()
        .route("/claims", get(async || "all of them").put(async || "kept"))
        .method_not_allowed_fallback(async || MethodNotAllowed(RouterAllow));
    let request = Request::delete("/claims").body(Body::empty()).unwrap();
    let response = service.call(request).await.unwrap();
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "GET,HEAD,PUT");
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert_eq!(
        body,
        r#"{"error":{"code":"METHOD_NOT_ALLOWED","message":"Method Not Allowed"}}"#
    );
}

#[test]
fn a_type_that_makes_its_response_by_hand_is_left_alone() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "MANUAL", manual(response))]
    struct Manual;

    impl IntoResponse for Manual {
        fn into_response(self) -> Response {
            let response = errorbook::render(&self, &Context::new()).map(Body::from);
            (http::StatusCode::IM_A_TEAPOT, response.into_body()).into_response()
        }
    }
    assert_eq!(Manual.into_response().status(), 418);
}

#[test]
fn a_type_that_writes_its_own_display_and_error_is_left_alone() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "MANUAL", message = "taken", manual(error))]
    struct Manual(#[source] std::fmt::Error);

    impl std::fmt::Display for Manual {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("by hand")
        }
    }

    impl Error for Manual {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }
    let error = Manual(std::fmt::Error);
    assert_eq!(error.to_string(), "by hand");
    assert_eq!(error.message(), "taken");
}

#[test]
fn the_future_of_a_scope_is_one_pointer_larger_than_the_requests() {
    let future = std::future::pending::<[u64; 100]>();
    let request = async move {
        let held = [0u8; 1024];
        future.await;
        held
    };
    let size = size_of_val(&request);
    let scoped = errorbook::scope(Context::new(), request);
    assert!(size >= 1024);
    let both = (size + size_of::<usize>()).next_multiple_of(align_of_val(&scoped));
    assert_eq!(size_of_val(&scoped), both);
}
