use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "GONE", docs = "https://docs.example.com/{{v}}/{code:}")]
struct Gone;

fn main() {}
