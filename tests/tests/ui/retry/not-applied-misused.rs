use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(not_applied)]
enum ClaimError {
    #[api_error(status = 503, not_applied = "yes")]
    Busy,

    #[api_error(status = 503, not_applied(true))]
    Draining,

    #[api_error(status = 503, not_applied, not_applied = false)]
    Closed,

    #[api_error(status = 503, not_aplied)]
    Misspelt,

    #[api_error(status = 503)]
    OnAField(#[api_error(not_applied)] u8),
}

fn main() {}

// 6 mistakes
