use errorbook::ApiError;

mod claims {
    #[derive(Debug, errorbook::ApiError)]
    pub enum Error {
        #[api_error(status = 404)]
        NotFound,
    }
}

mod users {
    #[derive(Debug, errorbook::ApiError)]
    pub enum Error {
        #[api_error(status = 404)]
        NotFound,
    }
}

#[derive(Debug, ApiError)]
enum ApiErrors {
    #[api_error(transparent)]
    Claims(#[from] claims::Error),

    #[api_error(transparent)]
    Users(#[from] users::Error),
}

fn main() {}
