use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound {
        #[api_error(example)]
        id: u64,
    },

    #[api_error(status = 410, message = "Claim {id} is gone")]
    Gone {
        #[api_error(example =)]
        id: u64,
    },
}

fn main() {}

// 2 mistakes
