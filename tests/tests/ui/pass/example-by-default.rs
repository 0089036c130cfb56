use errorbook::ApiError;

#[derive(Debug, ApiError)]
pub enum ClaimError {
    #[api_error(status = 400)]
    Malformed {
        #[api_error(detail, example = Default::default())]
        bytes: Vec<u8>,
    },
    #[api_error(status = 404, message = "{0}")]
    NotFound(#[api_error(example = Default::default())] u64),
}

fn main() {}
