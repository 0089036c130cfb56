errorbook::http_errors! {
    pub HttpError:
        status = 404,
        code = "http",
        message = display,
        crate = errorbook,
        manual(error),
        envlope = Claims;
}

fn main() {}

// 6 mistakes
