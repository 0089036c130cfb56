use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display)]
enum ClaimError {
    #[error("no such claim")]
    #[api_error(status = 404)]
    NotFound,

    #[error(fmt = text)]
    #[api_error(status = 410)]
    Gone(u64),
}

fn text(id: &u64, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    write!(f, "claim {id} is gone")
}

fn main() {}
