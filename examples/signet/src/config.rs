//! What can be set from the command line.

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use example_service::flags::{defaults, seconds, seconds_above_zero};

/// The times of a service, and where it asks who a token belongs to.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// How far the timestamp of a signed request may be from now, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "300", value_parser = seconds)]
    pub replay_window: Duration,

    /// Where the authentication service is, as in 127.0.0.1:9. Without this it is embedded
    #[arg(long, value_name = "ADDR")]
    pub authentication: Option<SocketAddr>,

    /// How long the authentication service may take to answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds_above_zero)]
    pub authentication_timeout: Duration,
}

impl Default for Config {
    /// What holds when the command line says nothing.
    fn default() -> Self {
        defaults()
    }
}
