use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    /// No claim has the id {id}.
    #[api_error(status = 404)]
    NotFound { id: u64 },

    /// The claim is longer
    /// than {0:>4} characters.
    #[api_error(status = 422)]
    TooLong(usize),
}

fn main() {}

// 2 mistakes
