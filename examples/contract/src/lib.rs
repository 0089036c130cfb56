//! The example services as their clients see them: a test starts one on a port of its own, talks HTTP
//! and compares whole responses. Every exchange is held to the service's OpenAPI document.
//!
//! - [`Running`]: a service in the process of the test; [`running_service`] adds the requests of one
//! - [`Answer`]: a whole response, received or expected
//! - [`document`]: what must be true of every document; [`document_tests`] has the tests
//! - [`Program`]: a service in a process of its own, as it is started from a shell

mod answer;
mod contract;
pub mod document;
mod program;
mod running;

use std::time::Duration;

use reqwest::Client;

pub use crate::answer::Answer;
pub use crate::program::{Program, requests_as_printed};
pub use crate::running::Running;

/// Far longer than anything takes, on a loaded machine too.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A client that gives up after [`PATIENCE`].
///
/// # Panics
/// If there is no TLS backend; none is asked for.
#[must_use]
pub fn client() -> Client {
    let client = Client::builder().no_proxy().timeout(PATIENCE);
    client.build().expect("nothing is asked for that may fail")
}
