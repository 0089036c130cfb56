//! Repeats one subject, under a profiler or to time it, and prints the nanoseconds that it took.

use std::process::ExitCode;

fn main() -> ExitCode {
    errorbook_bench::repeat(&errorbook_bench::subjects::subjects())
}
