use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503)]
    Busy {
        #[api_error(retry_after)]
        wait: u32,
        #[api_error(retry_after)]
        reset: u32,
    },
}

fn main() {}
