use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 429)]
    Slow {
        #[api_error(detail, example = "30 s")]
        wait: u64,
    },
    #[api_error(status = 409)]
    Taken {
        #[api_error(detail, example = "x")]
        numbers: Option<Vec<u64>>,
    },
}

fn main() {}
// 2 mistakes
