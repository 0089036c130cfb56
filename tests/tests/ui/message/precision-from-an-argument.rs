use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 402, message = "{price:.*} are missing")]
    Unpaid { price: f64 },
}

fn main() {}
