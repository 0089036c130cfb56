//! What the example services do alike, so that each of them shows its errors and its own logic:
//!
//! - [`Service`] and [`run`]: a program that serves on a port or prints its OpenAPI document
//! - [`serve`]: a service from its start to its end
//! - [`request`]: the id of a request, the context in which its errors are rendered, and the type of its
//!   body
//! - [`bearer`]: the token of an `Authorization` header, and all tokens that there are
//! - [`rate`]: how often somebody may come
//! - [`document`]: an OpenAPI document around a catalog of errors
//! - [`curl`]: requests to try, for a shell
//! - [`flags`]: values that are set from the command line

pub mod bearer;
pub mod curl;
pub mod document;
pub mod flags;
mod lingering;
mod program;
pub mod rate;
pub mod request;
mod serving;

use std::io;

use clap::Args;
use errorbook::openapi::OpenApi;
use serde_json::Value;
use tokio::net::TcpListener;

pub use crate::program::run;
pub use crate::serving::{PATIENCE, serve};

/// A service that [`run`] makes a program of.
pub trait Service: 'static {
    /// The name of the program.
    const NAME: &'static str;
    /// What the service does, in a line of `--help`.
    const ABOUT: &'static str;

    /// What can be set from the command line.
    type Config: Args + Clone + Send + Sync + 'static;

    /// Serves on `listener` until `shutdown` completes and the requests under way are answered.
    ///
    /// # Errors
    /// What keeps the service from starting.
    fn serve(
        config: Self::Config,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> impl Future<Output = io::Result<()>> + Send;

    /// The API as an OpenAPI document.
    fn document(version: OpenApi) -> Value;

    /// Requests to try on a service with this configuration: for each a comment that begins with the
    /// status of its response, and a line for a shell.
    fn requests(base: &str, config: &Self::Config) -> Vec<(&'static str, String)>;

    /// What else to try, if anything.
    const HINT: &'static str = "";
}
