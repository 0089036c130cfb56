use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(
        transparent,
        status = 404,
        code = "CLAIM",
        shared,
        title = "Claim",
        message = "No claim",
        display = "no claim",
        docs = "https://docs.example.com",
        category = "claims",
        challenge = "Bearer",
        header("X-Claims" = "none"),
        retryable,
        not_applied,
        retry(after = "30s"),
        level = "warn"
    )]
    NotFound(NotFound),
}

fn main() {}

// 14 mistakes
