use errorbook::{ApiError, RateLimit};

#[derive(Debug, ApiError)]
enum RouteError {
    #[api_error(status = 405)]
    WrongMethod(#[api_error(headers)] RateLimit),
}

fn main() {}
