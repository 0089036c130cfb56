//! What errorbook costs at compile time. The tables that it makes stand in `docs/performance.md`.
//!
//! ```console
//! $ cargo run -p errorbook-compile-time -- time     # beside the peers, CPU seconds
//! $ cargo run -p errorbook-compile-time -- count    # code and crates, which are deterministic
//! $ cargo run -p errorbook-compile-time -- guard    # fails if a count is above its limit
//! ```

mod counted;
mod cpu;
mod shape;
mod subject;
mod timed;
mod workspace;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use shape::Shape;
use subject::Subject;
use timed::Operation;
use workspace::{Crate, Workspace};

/// What errorbook costs at compile time.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Measures CPU seconds beside thiserror and the peers. Only prints.
    Time {
        /// The shapes: `service-40x8` for 40 enums of 8 errors each, `common-40x8` for such without uncommon types,
        /// `one-500` for one enum.
        #[arg(long, value_delimiter = ',', default_values_t = [Shape::SERVICE, Shape::COMMON])]
        shapes: Vec<Shape>,
        /// What is measured.
        #[arg(long, value_delimiter = ',', default_values = ["check", "edit", "release"])]
        operations: Vec<Operation>,
        /// How often; the median counts.
        #[arg(long, default_value_t = 7)]
        rounds: usize,
        /// Names of what is compared, such as `thiserror,errorbook`. All without it.
        #[arg(long, value_delimiter = ',')]
        subjects: Vec<String>,
    },
    /// Counts the items and bytes of expanded code, the bytes of machine code, and the crates.
    Count,
    /// Fails if a count is above what was reached.
    Guard,
}

fn main() -> ExitCode {
    let result = match std::env::var(cpu::RECORD) {
        Ok(record) => cpu::wrap(std::env::args().skip(1), &record).map(|code| {
            if code == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }),
        Err(_) => run(Arguments::parse().command),
    };
    result.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}

fn run(action: Action) -> io::Result<ExitCode> {
    let errorbook = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    match action {
        Action::Time {
            shapes,
            operations,
            rounds,
            subjects,
        } => {
            let subjects: Vec<_> = Subject::TIMED
                .into_iter()
                .filter(|one| subjects.is_empty() || subjects.iter().any(|name| name == one.name()))
                .collect();
            let crates = crates(&subjects, &shapes);
            let workspace = Workspace::write(folder("time")?, &errorbook, &crates)?;
            println!("| operation | shape | crate | CPU s | ratio | µs an error |");
            println!("|---|---|---|---|---|---|");
            for operation in operations {
                for shape in &shapes {
                    timed::measure(&workspace, operation, &subjects, *shape, rounds)?;
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        Action::Count => {
            counted::count(&counted_workspace(&errorbook)?, &errorbook)?;
            Ok(ExitCode::SUCCESS)
        }
        Action::Guard => counted::guard(&counted_workspace(&errorbook)?, &errorbook),
    }
}

fn counted_workspace(errorbook: &Path) -> io::Result<Workspace> {
    let crates = crates(&Subject::COUNTED, &[Shape::SERVICE]);
    Workspace::write(folder("count")?, errorbook, &crates)
}

fn crates(subjects: &[Subject], shapes: &[Shape]) -> Vec<Crate> {
    shapes
        .iter()
        .flat_map(|shape| {
            subjects.iter().map(|subject| Crate {
                subject: *subject,
                shape: *shape,
            })
        })
        .collect()
}

/// A folder beside what cargo made of this program: `target/compile-time/..`.
fn folder(name: &str) -> io::Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).unwrap_or(&program);
    Ok(target.join("compile-time").join(name))
}
