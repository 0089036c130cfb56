use errorbook::{ApiError, HeaderSet, HeaderWriter};

#[derive(Debug, Default)]
struct Language(&'static str);

impl HeaderSet for Language {
    const NAMES: &'static [&'static str] = &["content-language"];
    const ALWAYS: &'static [&'static str] = &["Content-Language", "Content-Langage"];

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("content-language", self.0);
    }
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound(#[api_error(headers)] Language),
}

fn main() {}
