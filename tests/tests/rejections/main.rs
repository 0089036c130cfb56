//! What becomes of the rejections of axum's extractors, of errorbook's, and of those of other crates.

mod axums;
mod extractors;
mod kinds;
mod others;
mod secrets;
mod seen;
mod service;
