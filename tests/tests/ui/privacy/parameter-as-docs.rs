use errorbook::ApiError;
use std::fmt::Debug;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound<T: Debug + AsRef<str>> {
    #[api_error(docs)]
    link: T,
}

fn main() {}
