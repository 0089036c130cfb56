use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    /// Write `{"id": 7}`, {name}, {{id}}, { or }.
    #[api_error(status = 404, title = "No {name}", category = "{}")]
    NotFound { id: u64 },

    /// The claim {id} is gone.
    #[api_error(status = 410, message = "The claim {id} is gone")]
    Gone { id: u64 },

    /// The store of the claim {id} did not answer.
    #[api_error(status = 503, display = "the store of claim {id} did not answer")]
    StoreUnavailable { id: u64 },
}

fn main() {}
