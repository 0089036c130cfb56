use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(docs = "https://docs.example.com/Größe#{code}")]
enum ClaimError {
    #[api_error(status = 404, docs = "https://docs.example.com/a#b#{code}")]
    NotFound,
    #[api_error(status = 409, docs = "https://docs.example.com:{code:kebab-case}/")]
    Taken,
    #[api_error(status = 410, docs = "https://docs.example.com/100%")]
    Gone,
}

fn main() {}

// 4 mistakes
