//! What can be set from the command line.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use example_service::flags::{defaults, seconds, seconds_above_zero};

/// The limits and the times of a service.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// How many requests an API key may send in a window
    #[arg(long, value_name = "REQUESTS", default_value = "100")]
    pub rate_limit: NonZeroU32,

    /// The length of that window, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds_above_zero)]
    pub rate_window: Duration,

    /// How long an access token is valid, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "3600", value_parser = seconds)]
    pub token_lifetime: Duration,

    /// The largest body of a request, in bytes
    #[arg(long, value_name = "BYTES", default_value = "65536")]
    pub max_body_bytes: usize,

    /// Where the receiver of webhooks writes a line for each event that it processes; without it,
    /// nowhere
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
}

impl Default for Config {
    /// What holds when the command line says nothing.
    fn default() -> Self {
        defaults()
    }
}
