use errorbook::ApiError;
use std::fmt::{Debug, Display};

#[derive(Debug, ApiError)]
#[api_error(status = 404, message = "{id} not found")]
struct NotFound<T: Debug + Display> {
    id: T,
}

fn main() {}
