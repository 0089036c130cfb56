//! Signet: a small service that tells its partners whom they deal with, and whose errors are declared
//! with `errorbook`.
//!
//! Begin with [`errors`]: the shape of an error body, and every error of every operation. The rest is
//! a service that has reason to answer with each of them:
//!
//! - [`routes`]: the operations, and the order in which a request is examined
//! - [`access`]: tokens, the service that knows them, roles
//! - [`signature`]: requests that are signed instead
//! - [`body`]: what a request body must be, by the schema that the document has of it
//! - [`credentials`]: what is verified, and what issuers say of it later
//! - [`records`]: users, profiles, flags, reports, as they come and go
//! - [`store`]: where they are kept
//! - [`openapi`]: all of this as an OpenAPI document
//! - [`config`]: what can be set from the command line

pub mod access;
pub mod body;
pub mod config;
pub mod credentials;
pub mod errors;
pub mod openapi;
pub mod records;
pub mod routes;
pub mod signature;
pub mod store;
mod tour;

use std::io;
use std::sync::Arc;

use errorbook::openapi::OpenApi;
use example_service::{PATIENCE, Service, serve};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::access::Authentication;
use crate::config::Config;

/// The service.
#[derive(Clone, Copy, Debug)]
pub struct Signet;

impl Service for Signet {
    const NAME: &'static str = "signet";
    const ABOUT: &'static str = "A demo service that tells partners whom they deal with";
    const HINT: &'static str = "For a 503, start it with --authentication 127.0.0.1:9, where nobody answers, \
                                and send any token.";

    type Config = Config;

    async fn serve(
        config: Config,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        let authentication = Authentication::start(&config).await?;
        let shared = Arc::new(routes::Shared::new(&config, authentication));
        serve(listener, routes::router(shared), shutdown, PATIENCE).await
    }

    fn document(version: OpenApi) -> Value {
        openapi::document(version)
    }

    fn requests(base: &str, _: &Config) -> Vec<(&'static str, String)> {
        tour::requests(base)
    }
}
