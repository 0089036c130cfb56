use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503)]
    Busy {
        #[api_error(retry_after)]
        wait: Option<i64>,
    },
}

fn main() {}
