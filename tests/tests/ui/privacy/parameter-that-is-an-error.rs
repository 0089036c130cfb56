use errorbook::{ApiError, PublicText};
use std::fmt::Display;

#[derive(Debug, ApiError)]
#[api_error(status = 404, message = "{id} not found")]
struct NotFound<T: PublicText + Display> {
    id: T,
}

fn find() -> Result<(), NotFound<std::io::Error>> {
    Ok(())
}

fn main() {
    let _ = find();
}

// 1 mistake, 3 errors: the compiler looks at each use of the type.
