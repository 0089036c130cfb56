use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(manual(error), manual(response), status = 404)]
pub struct NotFound;

impl std::fmt::Display for NotFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("gone")
    }
}

impl std::error::Error for NotFound {}

impl axum::response::IntoResponse for NotFound {
    fn into_response(self) -> axum::response::Response {
        axum::http::StatusCode::NOT_FOUND.into_response()
    }
}

fn main() {
    assert_eq!(NotFound.to_string(), "gone");
}
