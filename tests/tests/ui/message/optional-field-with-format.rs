use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id:>8} not found")]
    NotFound { id: Option<u64> },
}

fn main() {}

// 1 mistake, 2 errors: `format_args!` asks for `Display`, too.
