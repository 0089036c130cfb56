use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 400, message = "Claim {id:>70000} is gone")]
    Width { id: u64 },
    #[api_error(status = 404, display = "claim {id:.99999999999} is gone")]
    Precision { id: f64 },
    #[api_error(status = 410, message = "Claim {id:9>65535} is gone")]
    Right { id: u64 },
}

fn main() {}

// 2 mistakes
