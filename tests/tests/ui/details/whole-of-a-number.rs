use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 413, code = "TOO_LARGE")]
struct TooLarge(#[api_error(details)] u64);

fn main() {}
