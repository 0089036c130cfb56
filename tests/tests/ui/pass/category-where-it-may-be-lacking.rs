use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        header "X-Category" = category;
        "type"?: category,
        "code": code,
        "more"?: {
            (category): message,
        },
        "list": [category?],
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, envelope = Claims)]
struct NotFound;

fn main() {}
