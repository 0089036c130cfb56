use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {} not found")]
    NotFound { id: u64 },

    #[api_error(status = 410, message = "Claim {} is gone")]
    Gone(u64),
}

fn main() {}

// 2 mistakes
