errorbook::http_errors! {
    pub HttpError: rename_all = "snake_case";
    NotFound(status = 404, transparent, framework),
    Gone(envelope = Claims, rename_all = "snake_case", detail, retry_after),
    Conflict(mesage = "Taken", code = 409, code = 410),
    Locked("the claim is locked"),
    TooEarly(420),
}

fn main() {}

// 11 mistakes
