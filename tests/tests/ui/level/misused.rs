use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(level = "warn")]
enum ClaimError {
    #[api_error(status = 503, level = "wran")]
    Misspelt,

    #[api_error(status = 503, level = "WARN")]
    Capitals,

    #[api_error(status = 503, level = "off")]
    Off,

    #[api_error(status = 503, level = warn)]
    NoText,

    #[api_error(status = 503, level("warn"))]
    InParentheses,

    #[api_error(status = 503, level = "warn", level = "info")]
    Twice,

    #[api_error(status = 503, levle = "warn")]
    MisspeltKey,

    #[api_error(status = 503)]
    OnAField(#[api_error(level = "warn")] u8),
}

fn main() {}

// 9 mistakes
