//! The layer, in memory: around functions, and in and around axum's router.

#![allow(
    clippy::items_after_statements,
    clippy::manual_assert,
    clippy::match_bool,
    reason = "what a test needs is beside the line that needs it, and panics are what is tested"
)]

mod axums;
mod configured;
mod errors;
mod foreign;
mod ids;
mod panics;
mod streams;
mod support;
