use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    /// No claim has this id.
    NotFound,
}

fn main() {}
