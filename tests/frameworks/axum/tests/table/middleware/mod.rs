//! What the middlewares of tower and tower-http answer with.

mod access;
mod body_limits;
mod coding;
mod cors;
mod files;
mod load;
mod timeouts;
