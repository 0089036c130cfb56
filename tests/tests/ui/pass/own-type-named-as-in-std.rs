use errorbook::{ApiError, Context, ErrorObject, render};

#[derive(Debug, Default, serde::Serialize)]
struct String(u8);

#[derive(Debug, ApiError)]
#[api_error(status = 404, envelope = ErrorObject)]
struct NotFound {
    #[api_error(detail)]
    name: self::String,
}

fn main() {
    let response = render(&NotFound { name: String(7) }, &Context::new());
    assert_eq!(
        response.body(),
        r#"{"error":{"code":"NOT_FOUND","message":"Not Found","details":{"name":7}}}"#
    );
}
