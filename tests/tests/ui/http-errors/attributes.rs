errorbook::http_errors! {
    #[api_error(rename_all = "snake_case")]
    #[cfg(test)]
    pub HttpError;
    #[api_error(code = "no_route")]
    #[cfg(test)]
    NotFound,
}

fn main() {}

// 4 mistakes
