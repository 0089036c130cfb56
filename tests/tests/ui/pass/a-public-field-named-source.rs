use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound {
    #[api_error(detail)]
    source: &'static str,
}

fn main() {}
