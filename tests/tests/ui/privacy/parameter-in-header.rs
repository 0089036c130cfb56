use errorbook::ApiError;
use std::fmt::{Debug, Display};

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound<T: Debug + Display> {
    #[api_error(header = "X-Id")]
    id: T,
}

fn main() {}
