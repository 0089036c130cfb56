use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum RouteError {
    #[api_error(status = METHOD_NOT_ALLOWED)]
    WrongMethod,
}

fn main() {}
