enum Claims {}

errorbook::http_errors! {
    pub HttpError: envelope = Claims;
}

fn main() {}
