use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(header("Connection" = "close"))]
enum ClaimError {
    #[api_error(
        status = 404,
        header("Content-Type" = "text/plain"),
        header("content-length" = "0")
    )]
    NotFound {
        #[api_error(header = "Transfer-Encoding")]
        encoding: &'static str,
    },
}

fn main() {}
