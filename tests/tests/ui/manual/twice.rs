use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(manual(response), manual(response))]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
