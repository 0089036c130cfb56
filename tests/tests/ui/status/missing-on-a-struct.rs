use errorbook::ApiError;

#[derive(Debug, ApiError)]
struct NotFound;

fn main() {}
