use errorbook::{ApiError, PublicText};
use serde::Serialize;
use std::error::Error;
use std::fmt::Display;

#[derive(Debug, ApiError)]
#[api_error(status = 404, message = "{id} not found")]
struct NotFound<'a, T, E: Error + 'static>
where
    T: PublicText + Display + Serialize,
{
    #[api_error(header = "X-Id", detail)]
    id: T,
    #[api_error(detail)]
    others: Vec<T>,
    kind: &'a str,
    #[source]
    cause: E,
}

fn main() {}
