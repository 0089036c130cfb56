//! What can be set from the command line.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use clap::Args;
use example_service::flags::{defaults, seconds, seconds_above_zero};

use crate::sources::Source;

/// The limits, the times and the sources of a service.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// How many requests an API key may send in a window
    #[arg(long, value_name = "REQUESTS", default_value = "1000")]
    pub rate_limit: NonZeroU32,

    /// The length of that window, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "3600", value_parser = seconds_above_zero)]
    pub rate_window: Duration,

    /// How many verifications an account may have in a month
    #[arg(long, value_name = "CREDITS", default_value = "1000")]
    pub credits: u64,

    /// The largest body of a request to verify a claim, in bytes
    #[arg(long, value_name = "BYTES", default_value = "65536")]
    pub max_claim_bytes: usize,

    /// The largest body of a request to verify media, in bytes
    #[arg(long, value_name = "BYTES", default_value = "50000000")]
    pub max_media_bytes: usize,

    /// How long an Idempotency-Key is remembered, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "86400", value_parser = seconds)]
    pub idempotency_window: Duration,

    /// How long a source may take to answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds_above_zero)]
    pub source_timeout: Duration,

    /// How long requests are answered with 503 before the service stops, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds)]
    pub drain: Duration,

    /// Where a source is, as in gdelt=127.0.0.1:9; may repeat. Sources that are not named are
    /// embedded
    #[arg(long = "source", value_name = "NAME=ADDR", value_parser = source)]
    pub sources: Vec<(Source, SocketAddr)>,
}

impl Config {
    /// The addresses of the sources that are not embedded; of several for one source the last.
    pub(crate) fn addresses(&self) -> BTreeMap<Source, SocketAddr> {
        self.sources.iter().copied().collect()
    }
}

impl Default for Config {
    /// What holds when the command line says nothing.
    fn default() -> Self {
        defaults()
    }
}

fn source(text: &str) -> Result<(Source, SocketAddr), String> {
    let (name, address) = text.split_once('=').ok_or("not of the form NAME=ADDR")?;
    let source = name
        .parse()
        .map_err(|()| format!("no source is named '{name}'; there are {}", Source::names()))?;
    let address = address
        .parse()
        .map_err(|_| format!("'{address}' is no address such as 127.0.0.1:9"))?;
    Ok((source, address))
}
