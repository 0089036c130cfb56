use std::{error, fmt, io};

use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(manual(error), status = 500, message = "The store failed: {0}")]
struct StoreError(#[source] io::Error);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the store failed")
    }
}

impl error::Error for StoreError {}

fn main() {}
