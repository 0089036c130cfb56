use errorbook::ApiError;
use std::fmt::{Debug, Display};

trait PublicText {}

#[derive(Debug, ApiError)]
#[api_error(status = 404, message = "{id} not found")]
struct NotFound<T: PublicText + Debug + Display> {
    id: T,
}

fn main() {}
