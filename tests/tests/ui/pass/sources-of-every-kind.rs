use errorbook::ApiError;
use std::error::Error;
use std::sync::Arc;

#[derive(Debug, ApiError)]
enum StoreError<E: Error + 'static> {
    #[api_error(status = 500)]
    Own(#[from] std::io::Error),

    #[api_error(status = 500)]
    Anyhow(#[from] anyhow::Error),

    #[api_error(status = 500)]
    Boxed(#[from] Box<dyn Error + Send + Sync>),

    #[api_error(status = 500)]
    Optional { source: Option<Box<dyn Error>> },

    #[api_error(status = 500)]
    Shared(#[source] Arc<anyhow::Error>),

    #[api_error(status = 500)]
    SharedDyn(#[source] Arc<dyn Error + Send + Sync>),

    #[api_error(status = 500)]
    Borrowed(#[source] &'static std::fmt::Error),

    #[api_error(status = 500)]
    Parameter(#[source] E),

    #[api_error(status = 500)]
    OptionalParameter { source: Option<E> },

    #[api_error(status = 500)]
    BoxedParameter(#[source] Box<E>),
}

fn main() {}
