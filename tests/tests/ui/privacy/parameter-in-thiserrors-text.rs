use errorbook::ApiError;
use std::fmt::{Debug, Display};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{id} not found")]
#[api_error(status = 404, message = display)]
struct NotFound<T: Debug + Display> {
    id: T,
}

fn main() {}
