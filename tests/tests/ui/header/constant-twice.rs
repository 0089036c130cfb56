use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(header("X-Team" = "claims"), header("x-team" = "media"))]
enum ClaimError {
    #[api_error(
        status = 404,
        header("Vary" = "Accept"),
        header("Location" = "/claims"),
        header("Vary" = "Origin"),
        header("location" = "/")
    )]
    NotFound,
}

fn main() {}

// 2 mistakes
