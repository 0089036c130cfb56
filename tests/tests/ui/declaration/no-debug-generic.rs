use errorbook::{ApiError, PublicText};
use std::fmt::Display;

#[derive(ApiError)]
#[api_error(status = 404, message = "{id} not found")]
struct NotFound<T: PublicText + Display> {
    id: T,
}

fn handler() -> Result<(), NotFound<u64>> {
    Err(NotFound { id: 7 })
}

fn print(error: &dyn std::error::Error) {
    println!("{error}");
}

fn main() {
    if let Err(error) = handler() {
        print(&error);
    }
}
