use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 499)]
    ClientLeft,
}

fn main() {}
