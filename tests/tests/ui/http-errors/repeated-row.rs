errorbook::http_errors! {
    pub HttpError;
    NotFound(code = "no_route");
    NotFound(message = "There is nothing here");
}

fn main() {}
