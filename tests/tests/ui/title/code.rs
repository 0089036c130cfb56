use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404, title = "{code}")]
struct NotFound;

fn main() {}
