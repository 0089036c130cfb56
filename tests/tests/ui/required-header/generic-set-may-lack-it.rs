use errorbook::{ApiError, HeaderSet};

#[derive(Debug, ApiError)]
enum RouteError<H: HeaderSet + Default> {
    #[api_error(status = 405)]
    WrongMethod(#[api_error(headers)] H),
}

fn main() {}
