use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error = "status = 404"]
struct NotFound;

fn main() {}
