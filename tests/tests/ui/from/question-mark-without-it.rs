use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store(#[source] std::io::Error),
}

fn read() -> Result<String, ClaimError> {
    Ok(std::fs::read_to_string("claims")?)
}

fn main() {
    let _ = read();
}
