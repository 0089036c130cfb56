use errorbook::{ApiError, envelope};

#[derive(Debug, ApiError)]
#[api_error(header("X-Request" = "{request_id}"))]
enum ClaimError {
    #[api_error(
        status = 403,
        header("WWW-Authenticate" = "Bearer error=\"{code}\", scope=\"{scope}\""),
        header("X-Scope" = "{scope:>8}"),
        header("X-Region" = "{}")
    )]
    Scope { scope: &'static str },
    #[api_error(status = 404, header("X-Claim" = "${claim.id}"))]
    NotFound(u64),
    #[api_error(status = 410, header("X-Claim" = "{0}"))]
    Gone(u64),
}

envelope! {
    Claims: "application/json" {
        header "X-Claim" = "{claim}";
        "code": code,
    }
}

fn main() {}

// 7 mistakes
