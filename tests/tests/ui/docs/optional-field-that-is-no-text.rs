use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(docs)]
        page: Option<u32>,
    },
}

fn main() {}
