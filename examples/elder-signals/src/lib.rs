//! Elder Signals: a small service that watches over the accounts of the elderly, and whose errors are
//! declared with `errorbook`.
//!
//! Begin with [`errors`]: the shape of an error body, which has no code in it, and every error of every
//! endpoint. The rest is a service that has reason to answer with each of them:
//!
//! - [`routes`]: the endpoints, and the order in which a request is examined
//! - [`access`]: API keys, tenants, scopes, rate limits
//! - [`body`]: how much of a request body is read, and what it must be
//! - [`validate`]: what a request asks for, and what is wrong with it
//! - [`profiles`]: the people who are watched over
//! - [`signals`]: what may be wrong with their accounts
//! - [`rules`]: when a signal is raised
//! - [`store`]: all of these, by tenant
//! - [`openapi`]: all of this as an OpenAPI document
//! - [`config`]: what can be set from the command line

pub mod access;
pub mod body;
pub mod config;
pub mod errors;
pub mod openapi;
pub mod profiles;
pub mod routes;
pub mod rules;
pub mod signals;
pub mod store;
mod tour;
pub mod validate;

use std::io;

use errorbook::openapi::OpenApi;
use example_service::{PATIENCE, Service, serve};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::config::Config;

/// The service.
#[derive(Clone, Copy, Debug)]
pub struct ElderSignals;

impl Service for ElderSignals {
    const NAME: &'static str = "elder-signals";
    const ABOUT: &'static str = "A demo service that watches over the accounts of the elderly";

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
