use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
enum ClaimError {
    NotFound,

    /// Gone.
    Gone,
}

fn main() {}
