use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "GONE")]
struct Gone {
    #[api_error(detail, example = None)]
    claim: Option<String>,
}

fn main() {}
