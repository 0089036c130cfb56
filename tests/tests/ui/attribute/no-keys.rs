use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error]
struct NotFound;

fn main() {}
