//! What a declaration allows, the code that is generated for it may do, too.
#![deny(warnings)]

use errorbook::ApiError;

#[deprecated]
#[derive(Debug)]
pub struct OldCause;

#[allow(deprecated)]
impl std::fmt::Display for OldCause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("old")
    }
}

#[allow(deprecated)]
impl std::error::Error for OldCause {}

#[derive(Debug, ApiError)]
pub enum OnAField {
    #[api_error(status = 500)]
    Store(
        #[from]
        #[allow(deprecated)]
        OldCause,
    ),
}

#[derive(Debug, ApiError)]
pub enum OnAVariant {
    #[api_error(status = 500)]
    #[allow(deprecated, reason = "it is the cause still")]
    Store(#[from] OldCause),
}

#[derive(Debug, ApiError)]
#[allow(deprecated)]
pub enum OnTheType {
    #[api_error(status = 500)]
    Store(#[from] OldCause),
}

#[derive(Debug, ApiError)]
#[expect(deprecated)]
pub enum Expected {
    #[api_error(status = 500)]
    Store(#[from] OldCause),
}

#[derive(Debug, ApiError)]
#[allow(deprecated)]
#[api_error(status = 500)]
pub struct OnAStruct(#[from] OldCause);

#[allow(deprecated)]
fn main() {
    for error in [
        OnAField::from(OldCause).to_string(),
        OnAVariant::from(OldCause).to_string(),
        OnTheType::from(OldCause).to_string(),
        Expected::from(OldCause).to_string(),
        OnAStruct::from(OldCause).to_string(),
    ] {
        assert_eq!(error, "Internal Server Error");
    }
}
