use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 400, message = "Write the id as /claims/{id}")]
    NoId,
}

fn main() {}
