//! The service as its clients see it: every test starts one on a port of its own and talks HTTP.

mod binary;
mod bodies;
mod catalog;
mod codes;
mod idempotency;
mod openapi;
mod request_ids;
mod sources;
mod stopping;
mod support;
mod validation;
