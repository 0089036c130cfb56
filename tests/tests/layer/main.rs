//! The layer, in memory: around functions, and in and around axum's router.

mod errors;
mod foreign;
mod support;
