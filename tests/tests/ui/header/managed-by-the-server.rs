use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(header("Connection" = "close"), header("Content-Encoding" = "gzip"))]
enum ClaimError {
    #[api_error(
        status = 404,
        header("Content-Type" = "text/plain"),
        header("content-length" = "0"),
        header("Keep-Alive" = "timeout=5"),
        header("Proxy-Connection" = "close"),
        header("TE" = "gzip"),
        header("Trailer" = "X-Sum")
    )]
    NotFound {
        #[api_error(header = "Transfer-Encoding")]
        encoding: &'static str,
    },
}

fn main() {}

// 9 mistakes
