use errorbook::ApiError;

macro_rules! missing {
    ($name:ident, $what:literal) => {
        #[doc = concat!("No ", $what, " has this id.")]
        #[derive(Debug, ApiError)]
        #[api_error(status = 404)]
        pub struct $name;
    };
}

missing!(NoUser, "user");

#[derive(Debug, ApiError)]
enum ClaimError {
    /// The first paragraph goes on
    #[doc = include_str!("../pass/every-format.rs")]
    #[api_error(status = 404)]
    GoesOn,
}

fn main() {}
// 2 mistakes
