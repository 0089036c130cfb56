use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum Never {}

fn main() {}
