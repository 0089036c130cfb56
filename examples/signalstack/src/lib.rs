//! SignalStack: a small service that verifies claims and media, and whose errors are declared with
//! `errorbook`.
//!
//! Begin with [`errors`]: the shape of an error body, and every error of every endpoint. The rest is
//! a service that has reason to answer with each of them:
//!
//! - [`routes`]: the endpoints, and the order in which a request is examined
//! - [`access`]: API keys, plans, rate limits, credits
//! - [`body`]: how much of a request body is read, and what it must be
//! - [`validate`]: what a request asks for, and which of its fields are wrong
//! - [`idempotency`]: requests that are sent again
//! - [`sources`]: the HTTP services that a verification draws on
//! - [`store`]: the verifications so far
//! - [`openapi`]: all of this as an OpenAPI document
//! - [`config`]: what can be set from the command line

pub mod access;
pub mod body;
pub mod config;
pub mod errors;
pub mod idempotency;
pub mod openapi;
pub mod routes;
pub mod sources;
pub mod store;
mod tour;
pub mod validate;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use errorbook::openapi::OpenApi;
use example_service::{Service, serve};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::config::Config;
use crate::sources::Sources;

/// The service.
#[derive(Clone, Copy, Debug)]
pub struct SignalStack;

impl Service for SignalStack {
    const NAME: &'static str = "signalstack";
    const ABOUT: &'static str = "A demo service that verifies claims and media";
    const HINT: &'static str = "For a 502, start it with --source gdelt=127.0.0.1:9, where nobody answers, \
                                and ask for\n\"sources\":[\"gdelt\"].";

    type Config = Config;

    /// Serves until `shutdown` completes, and for the time of [`Config::drain`] more.
    ///
    /// In that time requests under way go on and new ones are answered with 503. What is still under
    /// way after it may finish for as long as its sources may take, and then the service stops.
    async fn serve(
        config: Config,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        let sources = Sources::start(&config).await?;
        let shared = Arc::new(routes::Shared::new(&config, sources));
        let router = routes::router(Arc::clone(&shared));

        let stop = async move {
            shutdown.await;
            shared.drain();
            sleep(config.drain).await;
        };
        let patience = config.source_timeout + Duration::from_secs(1);
        serve(listener, router, stop, patience).await
    }

    fn document(version: OpenApi) -> Value {
        openapi::document(version)
    }

    fn requests(base: &str, config: &Config) -> Vec<(&'static str, String)> {
        tour::requests(base, config)
    }
}
