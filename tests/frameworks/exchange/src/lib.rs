//! Raw requests and responses over loopback, and what the observer was told. Knows no framework.
//!
//! A test runs on one thread, server and client included: what the observer is told on that thread belongs to the test.

mod answer;
mod request;
mod server;
mod told;

pub use answer::Answer;
pub use request::{Request, get, head, post, request};
pub use server::Server;
pub use told::{told, watch};
