use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, header("X-Team" = " claims"))]
    NotFound,
    #[api_error(status = 410, header("X-Team" = "claims\t"))]
    Gone,
}

fn main() {}

// 2 mistakes
