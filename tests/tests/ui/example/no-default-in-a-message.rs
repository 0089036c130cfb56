use errorbook::ApiError;
use std::fmt;

#[derive(Debug)]
struct ClaimId(u64);

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "clm_{}", self.0)
    }
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound {
        #[api_error(header = "X-Claim")]
        id: ClaimId,
    },
}

fn main() {}
