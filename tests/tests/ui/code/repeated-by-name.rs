use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(rename_all = "lowercase")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,

    #[api_error(status = 410)]
    Notfound,
}

fn main() {}
