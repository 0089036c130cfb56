use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound { id: Option<u64> },

    #[api_error(status = 409, message = "Claim {id} is taken")]
    Taken { id: Option<u64> },
}

fn main() {}

// 2 mistakes
