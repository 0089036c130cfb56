use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retryable = false)]
    Busy {
        #[api_error(retry_after)]
        wait: u32,
    },
}

fn main() {}
