errorbook::http_errors! {
    pub HttpError;
    Notfound(code = "no_route"),
    ContentTooLarge,
    TOO_MANY_REQUESTS,
    ClaimNotFound(status = 404),
    ImATeapot,
    404(code = "no_route"),
}

fn main() {
    let _ = HttpError::NotFound;
}

// 6 mistakes
