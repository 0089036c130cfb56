use errorbook::{ApiError, HeaderSet};
use std::fmt::Debug;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound<H: Debug + HeaderSet>(#[api_error(headers)] H);

fn main() {}
