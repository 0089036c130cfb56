use errorbook::{ApiError, HeaderSet, HeaderWriter};

#[derive(Debug, Default)]
struct Methods;

impl HeaderSet for Methods {
    const NAMES: &'static [&'static str] = &["Allow"];

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("Allow", "GET");
    }
}

#[derive(Debug, ApiError)]
#[api_error(challenge = "Bearer", header("Upgrade" = "HTTP/2.0"))]
enum RouteError {
    #[api_error(status = 401)]
    OfTheEnum,

    #[api_error(status = 401, header("www-authenticate" = "Basic"))]
    OfTheVariant,

    #[api_error(status = 401)]
    OfAField(#[api_error(header = "WWW-Authenticate")] &'static str),

    #[api_error(status = 405)]
    OfASet(#[api_error(headers)] Methods),

    #[api_error(status = 426)]
    TooOld,
}

fn main() {}
