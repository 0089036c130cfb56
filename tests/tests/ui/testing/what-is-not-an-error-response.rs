use errorbook::testing::assert_error;
use serde_json::json;

fn main() {
    let response = http::Response::new(axum::body::Body::empty());
    assert_error!(response, "NOT_FOUND", 404, json!({}));

    let response = http::Response::new("{}");
    assert_error!(response, "NOT_FOUND", "404 Not Found", json!({}));
    assert_error!(response, "NOT_FOUND", 404, 7);
    assert_error!(response, "NOT_FOUND", 404, "{}", headers = ["retry-after: 30"]);
}
// 4 mistakes
