use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 426)]
struct TooOld;

fn main() {}
