//! How a case is run and shown.

use std::fmt::Write;

use axum::Router;
use errorbook_frameworks_axum::layer;
use exchange::{Request, Server, told, watch};
use expect_test::Expect;

/// Compares what the router answers, without and with the layer.
pub async fn case(app: Router, request: Request, expected: Expect) {
    compare(app.clone(), with_layer(app), request, expected).await;
}

/// Compares what two routers answer: the first has no layer.
pub async fn compare(bare: Router, layered: Router, request: Request, expected: Expect) {
    let rows = [("without the layer", bare), ("with the layer", layered)];
    answers(rows, request, expected).await;
}

/// Compares what the router answers with the layer, where without it nothing can be compared.
pub async fn only_with_layer(app: Router, request: Request, expected: Expect) {
    answers([("with the layer", with_layer(app))], request, expected).await;
}

/// Compares what routers answer to the same request.
pub async fn answers(
    rows: impl IntoIterator<Item = (&str, Router)>,
    request: Request,
    expected: Expect,
) {
    let mut text = String::from("\n");
    for (title, app) in rows {
        let answer = answer(app, &request).await;
        if !title.starts_with("without") {
            assert_hides(&answer);
        }
        let _ = writeln!(text, "— {title}\n{answer}");
    }
    expected.assert_eq(&text);
}

/// Compares what a router answers that takes the request in up to three ways: below `/raw` with axum's extractors,
/// below `/result` with those as a `Result` and `?`, and below `/extract` with `errorbook::extract`, if it has routes there.
///
/// Clients never see a rejected value: in the requests of these cases it is `secret`.
pub async fn rejected(app: Router, request: Request, expected: Expect) {
    let mut text = String::from("\n");
    let bare = answer(app.clone(), &request.clone().under("/raw")).await;
    let _ = writeln!(text, "— without the layer\n{bare}");
    let mut shown = String::new();
    for form in ["raw", "result", "extract"] {
        let request = request.clone().under(&format!("/{form}"));
        let is_routed = !answer(app.clone(), &request).await.contains(" 404 ");
        let answer = answer(with_layer(app.clone()), &request).await;
        assert_hides(&answer);
        if answer == shown {
            text.insert_str(text.len() - shown.len() - 2, &format!(", {form}"));
        } else if is_routed {
            let _ = writeln!(text, "— with the layer: {form}\n{answer}");
            shown = answer;
        }
    }
    expected.assert_eq(&text);
}

/// What is secret is in no response: only the observer is told.
fn assert_hides(answer: &str) {
    let response = answer.split("\ntold: ").next().unwrap_or_default();
    assert!(!response.to_lowercase().contains("secret"), "{answer}");
}

/// The router with the layer in its place: the last call on the outermost router.
pub fn with_layer(app: Router) -> Router {
    app.layer(layer())
}

/// A server of this router.
pub async fn serve(app: Router) -> Server {
    Server::start(async move |listener| axum::serve(listener, app).await.expect("serving")).await
}

async fn answer(app: Router, request: &Request) -> String {
    shown(&serve(app).await, request).await
}

/// What a server answers, and what the observer is told.
pub async fn shown(server: &Server, request: &Request) -> String {
    watch();
    let answer = server.send(request).await;
    let mut text = answer.to_string();
    for line in told() {
        let _ = write!(text, "\ntold: {}", answer.without_id(&line));
    }
    text
}
