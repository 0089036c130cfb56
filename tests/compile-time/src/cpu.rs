//! The CPU time of one compiler. Cargo calls this program in place of the compiler
//! (`RUSTC_WORKSPACE_WRAPPER`), which calls the compiler and writes down what it took.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::process::Command;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// The environment variable with the path of the file for what was measured.
pub(crate) const RECORD: &str = "ERRORBOOK_COMPILE_TIME_RECORD";

/// Runs a compiler with its arguments, and records crate name and CPU seconds (user and system).
/// Returns the compiler's exit code.
pub(crate) fn wrap(mut arguments: impl Iterator<Item = String>, record: &str) -> io::Result<i32> {
    let compiler = arguments
        .next()
        .ok_or_else(|| io::Error::other("cargo gives the path of the compiler"))?;
    let arguments: Vec<_> = arguments.collect();
    let mut command = Command::new(compiler);
    command.args(&arguments);
    if arguments.iter().any(|argument| argument.starts_with("-Z")) {
        // Here and not for cargo: build scripts of dependencies look at it.
        command.env("RUSTC_BOOTSTRAP", "1");
    }
    let status = command.status()?;
    let name = arguments
        .iter()
        .position(|argument| argument == "--crate-name")
        .and_then(|position| arguments.get(position + 1));
    if let Some(name) = name {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
        let microseconds =
            usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        let mut record = OpenOptions::new().create(true).append(true).open(record)?;
        #[allow(
            clippy::cast_precision_loss,
            reason = "a compiler does not run for years"
        )]
        writeln!(record, "{name} {}", microseconds as f64 / 1e6)?;
    }
    Ok(status.code().unwrap_or(1))
}
