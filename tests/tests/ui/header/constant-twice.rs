use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(
        status = 404,
        header("Cache-Control" = "private"),
        header("cache-control" = "max-age=60")
    )]
    NotFound,
}

fn main() {}
