mod no_semicolon {
    errorbook::http_errors! {
        pub HttpError: rename_all = "snake_case", NotFound(code = "no_route")
    }
}

mod no_comma {
    errorbook::http_errors! {
        pub HttpError;
        NotFound(code = "no_route")
        Gone(code = "gone_for_good")
    }
}

mod braces {
    errorbook::http_errors! {
        pub HttpError { NotFound(code = "no_route") }
    }
}

mod braces_on_a_row {
    errorbook::http_errors! {
        pub HttpError;
        NotFound { code = "no_route" },
        Gone = "gone",
    }
}

mod no_colon {
    errorbook::http_errors! {
        pub HttpError rename_all = "snake_case";
    }
}

fn main() {}

// 6 mistakes
