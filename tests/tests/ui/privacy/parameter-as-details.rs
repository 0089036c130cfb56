use errorbook::ApiError;
use std::fmt::Debug;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound<T: Debug>(#[api_error(details)] Vec<T>);

fn main() {}
