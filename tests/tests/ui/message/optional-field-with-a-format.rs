use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "NOT_FOUND", message = "Claim {id:>4} not found")]
struct NotFound {
    id: Option<u64>,
}

fn main() {}

// 1 mistake, 2 errors: `format_args!` asks for `Display`, too.
