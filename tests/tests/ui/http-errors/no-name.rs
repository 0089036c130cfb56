errorbook::http_errors! {
    pub enum HttpError: rename_all = "snake_case";
}

mod without_a_name {
    errorbook::http_errors! {}
}

mod a_text {
    errorbook::http_errors! { "HttpError" }
}

fn main() {
    let _ = HttpError::Gone;
}

// 3 mistakes
