//! What can be set from the command line.

use std::num::NonZeroU32;
use std::time::Duration;

use clap::Args;
use example_service::flags::{defaults, seconds_above_zero};

/// The limits of a service.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// How many requests an API key may send in a window
    #[arg(long, value_name = "REQUESTS", default_value = "1000")]
    pub rate_limit: NonZeroU32,

    /// The length of that window, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "3600", value_parser = seconds_above_zero)]
    pub rate_window: Duration,
}

impl Default for Config {
    /// What holds when the command line says nothing.
    fn default() -> Self {
        defaults()
    }
}
