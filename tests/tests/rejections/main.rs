//! What becomes of the rejections of axum's extractors, and of those of other crates.

mod axums;
mod seen;
mod service;
