use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 502)]
#[source]
struct StoreFailed(std::io::Error);

fn main() {}
