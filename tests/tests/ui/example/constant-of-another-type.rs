use errorbook::ApiError;

const SECONDS: u32 = 30;
const TEXT: &str = "30 s";

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 429)]
    Slow {
        #[api_error(detail, example = SECONDS)]
        wait: String,
    },
    #[api_error(status = 409)]
    Taken {
        #[api_error(detail, example = SECONDS)]
        wait: u64,
    },
    #[api_error(status = 410)]
    Gone {
        #[api_error(detail, example = TEXT)]
        wait: u64,
    },
}

fn main() {}
// 3 mistakes
