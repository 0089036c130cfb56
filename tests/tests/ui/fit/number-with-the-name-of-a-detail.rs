use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        (code): message,
        ..details,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims, status = 409, code = -7)]
struct Taken {
    #[api_error(detail = "-7")]
    seven: u8,
}

fn main() {}
