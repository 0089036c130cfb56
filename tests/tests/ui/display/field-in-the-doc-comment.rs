use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum StoreError {
    /// The store {name} is down.
    #[api_error(status = 503)]
    Down { name: &'static str },

    /// The store {0} is late.
    #[api_error(status = 504, message = "The store is late", display = "store {0} is late")]
    Late(u8),
}

fn main() {}
