use errorbook::{envelope, http_errors};

envelope! {
    Claims: "application/json" { (category): { "code": code, "message": message } }
}

http_errors! {
    pub HttpError: envelope = Claims;
    NotFound(category = "not_found"),
}

fn main() {}
