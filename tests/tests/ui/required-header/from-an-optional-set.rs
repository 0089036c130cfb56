use errorbook::{ApiError, HeaderSet, HeaderWriter};

#[derive(Debug, Default)]
struct Methods;

impl HeaderSet for Methods {
    const NAMES: &'static [&'static str] = &["allow"];

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("allow", "GET");
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 405, code = "WRONG_METHOD")]
struct WrongMethod(#[api_error(headers)] Option<Methods>);

fn main() {}
