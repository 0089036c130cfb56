use errorbook::ApiError;

macro_rules! declare {
    ($name:ident, $status:literal, $message:literal, $code:literal, $value:ty, $cause:ty) => {
        #[derive(Debug, ApiError)]
        #[api_error(docs = $message, header("X-Name" = $code))]
        enum $name {
            #[api_error(status = $status, message = $message, code = $code)]
            Only {
                #[api_error(detail, example = <Option<$value>>::None)]
                value: Option<$value>,
                source: $cause,
            },
        }
    };
}

declare!(
    NotFound,
    404,
    "gone",
    "NOT_FOUND",
    u64,
    Option<std::io::Error>
);

fn main() {}
