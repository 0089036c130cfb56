use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug)]
pub struct Inner;

#[derive(Debug, ApiError)]
pub enum OfAType {
    #[api_error(transparent)]
    Only(Inner),
}

#[derive(Debug, ApiError)]
pub enum OfAPointer {
    #[api_error(transparent)]
    Store(#[from] Box<std::io::Error>),

    #[api_error(status = 400)]
    Own,
}

#[derive(Debug, ApiError)]
#[api_error(transparent)]
pub struct OfAStruct {
    text: String,
}

static CATALOG: Catalog = Catalog::new("x", "1", &[OfAType::ERRORS, OfAPointer::ERRORS]);

fn main() {
    let _ = OfAType::Only(Inner).to_string();
}

// 3 mistakes
