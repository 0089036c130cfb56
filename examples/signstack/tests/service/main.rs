//! The service as its clients see it: every test starts one on a port of its own and talks HTTP.

mod access;
mod binary;
mod bodies;
mod catalog;
mod codes;
mod openapi;
mod support;
mod validation;
mod webhook;
