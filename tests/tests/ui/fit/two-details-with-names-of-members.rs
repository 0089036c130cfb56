use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(detail)]
        status: &'static str,
    },

    #[api_error(status = 409)]
    Taken {
        #[api_error(detail)]
        status: &'static str,
        #[api_error(detail)]
        code: u64,
    },
}

fn main() {}

// 3 mistakes
