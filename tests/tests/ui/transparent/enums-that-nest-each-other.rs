use errorbook::ApiError;

#[derive(Debug, ApiError)]
pub enum First {
    #[api_error(status = 400)]
    Own,

    #[api_error(transparent)]
    Second(Box<Second>),
}

#[derive(Debug, ApiError)]
pub enum Second {
    #[api_error(transparent)]
    First(Box<First>),
}

fn main() {}
