use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[api_error(detail)]
        reason: &'static Box<dyn std::error::Error>,
    },
}

fn main() {}
