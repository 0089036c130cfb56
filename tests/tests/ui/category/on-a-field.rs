use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(category = "claims")]
        id: u64,
    },
}

fn main() {}
