use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503)]
    Busy {
        #[api_error(retry_after = "30s")]
        wait: u32,
    },
}

fn main() {}
