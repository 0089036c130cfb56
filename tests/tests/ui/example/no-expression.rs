//! Words where an expression belongs, and what is no expression at all.

use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 400, message = "The '{field}' field is required")]
    Missing {
        #[api_error(example = the claim)]
        field: &'static str,
    },

    #[api_error(status = 404, message = "{0} not found")]
    NotFound(#[api_error(example = + 1)] u64),
}

fn main() {
    let error: &dyn ApiError = &ClaimError::NotFound(1);
    println!("{error}");
}

// 2 mistakes
