use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(details)]
        ids: Vec<u64>,
        #[api_error(details)]
        others: Vec<u64>,
    },
}

fn main() {}
