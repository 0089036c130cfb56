use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, header("X Claims" = "none"))]
    NotFound {
        #[api_error(header = "X-Id:")]
        id: u64,
    },
}

fn main() {}

// 2 mistakes
