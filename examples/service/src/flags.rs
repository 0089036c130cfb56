//! Values that are set from the command line.

use std::time::Duration;

use clap::{Args, Parser};

/// What holds when the command line says nothing: so the defaults stand in one place, at the flags.
#[must_use]
pub fn defaults<C: Args>() -> C {
    #[derive(Parser)]
    struct Flags<C: Args> {
        #[command(flatten)]
        config: C,
    }

    Flags::parse_from([""]).config
}

/// Some thirty years at most, which every sum of times can take.
///
/// # Errors
/// What is wrong with the text.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "not a number of seconds".to_owned())?;
    if seconds > 1e9 {
        return Err("must be at most 1000000000 seconds".to_owned());
    }
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

/// As [`seconds`], but not 0.
///
/// # Errors
/// What is wrong with the text.
pub fn seconds_above_zero(text: &str) -> Result<Duration, String> {
    match seconds(text)? {
        Duration::ZERO => Err("must be more than 0 seconds".to_owned()),
        duration => Ok(duration),
    }
}
