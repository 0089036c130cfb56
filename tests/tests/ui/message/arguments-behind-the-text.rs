use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {} not found", id)]
    NotFound { id: u64 },

    #[api_error(status = 409, message = "Claim {} of {} is taken", 3, owner.name())]
    Taken { id: u64 },

    #[api_error(message = "Claim {number} is gone", number = self.id, status = 410)]
    Gone { id: u64 },

    #[api_error(status = 500, display = "claim {:?} failed", .0)]
    Failed(u64),
}

fn main() {}

// 4 mistakes
