use errorbook::{ApiError, Context, PublicText, render};

#[derive(Debug, ApiError)]
#[api_error(status = 404, message = "{id} not found")]
struct NotFound<T>
where
    T: PublicText,
{
    id: T,
}

fn main() {
    let id = std::fmt::Error;
    let _ = render(&NotFound { id }, &Context::new());
}

// 1 mistake, 2 errors: the compiler looks at each use of the type.
