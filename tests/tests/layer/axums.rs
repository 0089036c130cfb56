//! In axum's router: where the layer goes, and what the wrong places give.

use std::convert::Infallible;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::routing::{get, post};
use errorbook::{ApiError, Context, ErrorLayer, FrameworkError, envelope};
use http::Method;
use tower_layer::Layer;

use crate::errors::{ClaimError, LAYER};
use crate::support::{observe, seen, whole};

fn request(method: Method, path: &str, id: &str) -> Request {
    let request = Request::builder().method(method).uri(path);
    request
        .header("x-request-id", id)
        .body(Body::empty())
        .unwrap()
}

fn router() -> Router {
    Router::new()
        .route("/", get(async || "Hello"))
        .route("/claims/{id}", get(async || ClaimError::Taken))
        .route("/panic", post(async || -> () { panic!("secret") }))
}

/// The whole response but for its length, which axum adds to that of a handler only.
fn shown<S>(app: &mut S, request: Request) -> String
where
    S: tower_service::Service<Request, Response = axum::response::Response, Error = Infallible>,
{
    let text = whole(app, request);
    let (head, body) = text.split_once("\n\n").unwrap();
    let lines = head
        .lines()
        .filter(|line| !line.starts_with("content-length: "));
    let lines: Vec<_> = lines.collect();
    format!("{}\n\n{body}", lines.join("\n"))
}

/// The answer in the envelope.
fn answer(status: u16, code: &str, headers: &str, id: &str, path: &str) -> String {
    let body =
        format!("{{\"code\":\"{code}\",\"status\":{status},\"id\":\"{id}\",\"path\":\"{path}\"}}");
    let mut lines: Vec<String> = headers.lines().map(|line| format!("{line}\n")).collect();
    lines.extend([
        "cache-control: no-store\n".to_owned(),
        "content-type: application/json\n".to_owned(),
        format!("x-error-code: {code}\n"),
        format!("x-request-id: {id}\n"),
    ]);
    lines.sort();
    format!("{status}\n{}\n{body}", lines.concat())
}

#[test]
fn inside_of_the_router_all_is_seen_and_the_route_is_known() {
    observe();
    let mut app = router().layer(LAYER.clone());
    assert_eq!(
        shown(&mut app, request(Method::GET, "/nowhere", "a1")),
        answer(404, "NOT_FOUND", "", "a1", "/nowhere")
    );
    // The router adds `Allow` behind the layer.
    assert_eq!(
        shown(&mut app, request(Method::POST, "/claims/7", "a2")),
        answer(
            405,
            "METHOD_NOT_ALLOWED",
            "allow: GET,HEAD",
            "a2",
            "/claims/7"
        )
    );
    assert_eq!(
        shown(&mut app, request(Method::GET, "/claims/7", "a3")),
        answer(
            409,
            "TAKEN",
            "retry-after: 5\nx-claim: taken",
            "a3",
            "/claims/7"
        )
    );
    assert_eq!(
        shown(&mut app, request(Method::POST, "/panic", "a4")),
        answer(500, "INTERNAL", "", "a4", "/panic")
    );
    assert_eq!(seen("a1"), ["GET - 404 NOT_FOUND: 404 Not Found"]);
    assert_eq!(
        seen("a2"),
        ["POST /claims/{id} 405 METHOD_NOT_ALLOWED: 405 Method Not Allowed"]
    );
    assert_eq!(seen("a3").len(), 1);
    assert!(
        seen("a3")[0].starts_with("GET /claims/{id} 409 TAKEN: "),
        "{:?}",
        seen("a3")
    );
    assert!(
        seen("a4")[0].starts_with("POST /panic 500 INTERNAL: "),
        "{:?}",
        seen("a4")
    );
}

#[test]
fn around_the_router_all_is_seen_without_the_route() {
    observe();
    let mut app = LAYER.layer(router());
    assert_eq!(
        shown(&mut app, request(Method::GET, "/nowhere", "b1")),
        answer(404, "NOT_FOUND", "", "b1", "/nowhere")
    );
    assert_eq!(
        shown(&mut app, request(Method::POST, "/claims/7", "b2")),
        answer(
            405,
            "METHOD_NOT_ALLOWED",
            "allow: GET,HEAD",
            "b2",
            "/claims/7"
        )
    );
    assert_eq!(
        seen("b2"),
        ["POST - 405 METHOD_NOT_ALLOWED: 405 Method Not Allowed"]
    );
    let head = whole(&mut app, request(Method::HEAD, "/nowhere", "b1"));
    let length = format!("cache-control: no-store\ncontent-length: {}\n", 61);
    let expected = answer(404, "NOT_FOUND", "", "b1", "/nowhere");
    let (expected, _) = expected.split_once("\n\n").unwrap();
    assert_eq!(
        head,
        format!(
            "{}\n\n",
            expected.replace("cache-control: no-store\n", &length)
        )
    );
}

#[test]
fn a_route_layer_and_the_layer_of_a_nested_router_leave_unknown_paths_as_they_are() {
    let raw = "404\n\n";
    let mut app = router().route_layer(LAYER.clone());
    assert_eq!(shown(&mut app, request(Method::GET, "/nowhere", "c1")), raw);
    assert_eq!(
        shown(&mut app, request(Method::POST, "/claims/7", "c2")),
        answer(
            405,
            "METHOD_NOT_ALLOWED",
            "allow: GET,HEAD",
            "c2",
            "/claims/7"
        )
    );
    let mut app = Router::new().nest("/v1", router().layer(LAYER.clone()));
    assert_eq!(shown(&mut app, request(Method::GET, "/nowhere", "c3")), raw);
    // The path is that which the nested router sees.
    assert_eq!(
        shown(&mut app, request(Method::GET, "/v1/claims/7", "c4")),
        answer(
            409,
            "TAKEN",
            "retry-after: 5\nx-claim: taken",
            "c4",
            "/claims/7"
        )
    );
}

envelope! {
    /// Of the administrators.
    Admin: "application/problem+json" { "title": title, "request"?: request_id, "path"?: instance }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Admin)]
enum AdminError {
    #[api_error(status = 500, display = "{0}")]
    Any(FrameworkError),
}

impl From<FrameworkError> for AdminError {
    fn from(error: FrameworkError) -> Self {
        AdminError::Any(error)
    }
}

#[test]
fn two_routers_have_two_envelopes_and_the_inner_layer_wins() {
    observe();
    let admin = router().layer(ErrorLayer::<AdminError>::new());
    let mut app = Router::new()
        .nest_service("/admin", ErrorLayer::<AdminError>::new().layer(admin))
        .merge(router())
        .layer(LAYER.clone());
    assert_eq!(
        shown(&mut app, request(Method::GET, "/admin/nowhere", "d1")),
        "500\n\
         cache-control: no-store\n\
         content-type: application/problem+json\n\
         x-request-id: d1\n\
         \n\
         {\"title\":\"Internal Server Error\",\"request\":\"d1\",\"path\":\"/admin/nowhere\"}"
    );
    assert_eq!(seen("d1").len(), 1);
    assert_eq!(
        shown(&mut app, request(Method::GET, "/nowhere", "d2")),
        answer(404, "NOT_FOUND", "", "d2", "/nowhere")
    );
}

#[test]
fn an_extractors_rejection_is_the_error_that_its_response_carries() {
    observe();
    let app = |layer: ErrorLayer<crate::errors::HttpError>| {
        router()
            .route(
                "/rejected",
                get(async || {
                    let mut response = axum::response::IntoResponse::into_response(
                        FrameworkError::new(http::StatusCode::BAD_REQUEST)
                            .with_source(std::io::Error::other("secret")),
                    );
                    response
                        .headers_mut()
                        .insert("x-theirs", "1".parse().unwrap());
                    response
                }),
            )
            .layer(layer)
    };
    for layer in [
        LAYER.clone(),
        LAYER.clone().replace(errorbook::Replace::Nothing),
    ] {
        assert_eq!(
            shown(&mut app(layer), request(Method::GET, "/rejected", "e1")),
            answer(400, "BAD_REQUEST", "x-theirs: 1", "e1", "/rejected")
        );
    }
    // A status that was changed is the one that is answered.
    let changed = router()
        .route(
            "/changed",
            get(async || {
                (
                    http::StatusCode::SERVICE_UNAVAILABLE,
                    FrameworkError::new(http::StatusCode::BAD_REQUEST),
                )
            }),
        )
        .layer(LAYER.clone());
    assert_eq!(
        shown(&mut changed.clone(), request(Method::GET, "/changed", "e2")),
        answer(503, "UNAVAILABLE", "", "e2", "/changed")
    );
}

#[test]
fn work_that_a_handler_spawns_takes_its_context_along() {
    let app = Router::new().route(
        "/",
        get(async || {
            let held = errorbook::scope(Context::current(), async {
                Context::current().request_id().map(str::to_owned)
            });
            tokio::spawn(held).await.unwrap().unwrap()
        }),
    );
    let mut app = app.layer(LAYER.clone());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let _guard = runtime.enter();
    let text = runtime.block_on(async {
        let response = tower_service::Service::call(&mut app, request(Method::GET, "/", "f1"))
            .await
            .unwrap();
        axum::body::to_bytes(response.into_body(), 100)
            .await
            .unwrap()
    });
    assert_eq!(text, "f1");
}
