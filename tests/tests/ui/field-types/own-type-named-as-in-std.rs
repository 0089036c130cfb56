use errorbook::ApiError;

#[derive(Debug, Default, serde::Serialize)]
struct String;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound {
    #[api_error(detail)]
    name: String,
}

fn main() {}
