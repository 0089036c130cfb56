use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "LOST_{id}")]
struct Lost {
    #[api_error(detail)]
    id: u64,
}

fn main() {}
