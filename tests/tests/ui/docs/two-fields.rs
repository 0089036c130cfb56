use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(docs)]
        link: String,
        #[api_error(docs)]
        other: String,
    },
}

fn main() {}
