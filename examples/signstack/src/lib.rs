//! SignStack: a small service that has documents signed, and whose errors are declared with
//! `errorbook`.
//!
//! Begin with [`errors`]: the shapes of the error bodies, and every error of every endpoint. The rest
//! is a service that has reason to answer with each of them:
//!
//! - [`routes`]: the endpoints, and the order in which a request is examined
//! - [`access`]: API keys, access tokens, scopes, rate limits
//! - [`body`]: the members of a request body, and in what way they are wrong
//! - [`validate`]: what a request asks for
//! - [`store`]: the workflows so far
//! - [`webhook`]: the receiving side of the events that SignStack sends
//! - [`openapi`]: all of this as an OpenAPI document
//! - [`config`]: what can be set from the command line

pub mod access;
pub mod body;
pub mod config;
pub mod errors;
pub mod openapi;
pub mod routes;
pub mod store;
mod tour;
pub mod validate;
pub mod webhook;

use std::io;

use errorbook::openapi::OpenApi;
use example_service::{PATIENCE, Service, serve};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::config::Config;

/// The service.
#[derive(Clone, Copy, Debug)]
pub struct SignStack;

impl Service for SignStack {
    const NAME: &'static str = "signstack";
    const ABOUT: &'static str = "A demo service that has documents signed";
    const HINT: &'static str = "For a 500 of the webhook, start it with --journal /nowhere/journal, \
                                which cannot be written.";

    type Config = Config;

    async fn serve(
        config: Config,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        serve(listener, routes::router(&config), shutdown, PATIENCE).await
    }

    fn document(version: OpenApi) -> Value {
        openapi::document(version)
    }

    fn requests(base: &str, config: &Config) -> Vec<(&'static str, String)> {
        tour::requests(base, config)
    }
}
