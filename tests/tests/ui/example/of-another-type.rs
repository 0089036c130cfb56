use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound {
        #[api_error(example = Vec::<u64>::new())]
        id: u64,
    },
}

fn main() {}
