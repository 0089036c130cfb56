use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 200)]
    Fine,

    #[api_error(status = 600)]
    Finer,

    #[api_error(status = 70000)]
    Finest,
}

fn main() {}

// 3 mistakes
