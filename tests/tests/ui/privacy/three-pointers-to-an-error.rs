use errorbook::ApiError;
use std::sync::Arc;

#[derive(Debug, ApiError)]
#[api_error(status = 502, code = "BACKEND", message = "{shared} {deep}")]
struct BackendError {
    shared: Arc<Arc<anyhow::Error>>,
    deep: &'static Box<Arc<Box<dyn std::error::Error>>>,
}

fn main() {}

// 2 mistakes
