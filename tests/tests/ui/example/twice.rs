use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound {
        #[api_error(example = 7, example = 8)]
        id: u64,
    },
}

fn main() {}
