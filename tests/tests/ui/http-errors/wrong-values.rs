errorbook::http_errors! {
    /// What the framework answers with.
    HttpError:
        rename_all = "snake",
        docs = "not a link",
        header("Bad Name" = "x"),
        challenge = "";
    NotFound(code = ""),
    TooManyRequests(retry(after = "30 s")),
    BadRequest(message = "{0} is wrong"),
    Conflict(code = "UNAUTHORIZED"),
    InternalServerError(challenge = "Bearer"),
}

fn main() {}

// 9 mistakes
