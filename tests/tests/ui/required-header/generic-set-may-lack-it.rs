use errorbook::{ApiError, HeaderSet, PublicText};

#[derive(Debug, ApiError)]
enum RouteError<H: HeaderSet + PublicText> {
    #[api_error(status = 405)]
    WrongMethod(#[api_error(headers)] H),
}

fn main() {}
