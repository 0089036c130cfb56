//! What takes time: `cargo check`, the edit of one message, a release build. Rounds go through all
//! subjects in turn, so that what else the machine does falls on all of them.

use std::io;

use clap::ValueEnum;

use crate::shape::Shape;
use crate::subject::Subject;
use crate::workspace::{Crate, Workspace};

/// What is done to a crate whose dependencies are built.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Operation {
    /// `cargo check`, incremental compilation off.
    Check,
    /// `cargo check` after one message was changed, incremental compilation on.
    Edit,
    /// `cargo build --release`.
    Release,
}

impl Operation {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Operation::Check => &[
                "check",
                "--target-dir=target/check",
                "--config=profile.dev.incremental=false",
            ],
            Operation::Edit => &[
                "check",
                "--target-dir=target/edit",
                "--config=profile.dev.incremental=true",
            ],
            Operation::Release => &["build", "--release"],
        }
    }
}

/// Measures one operation on all subjects and prints a row per subject: median CPU seconds and the
/// ratio to the floor.
pub(crate) fn measure(
    workspace: &Workspace,
    operation: Operation,
    subjects: &[Subject],
    shape: Shape,
    rounds: usize,
) -> io::Result<()> {
    let subjects: Vec<_> = subjects
        .iter()
        .filter(|subject| subject.has(shape))
        .collect();
    let mut samples = vec![Vec::new(); subjects.len()];
    // Round 0 builds the dependencies and fills the caches.
    for round in 0..=rounds {
        for (subject, samples) in subjects.iter().zip(&mut samples) {
            let one = Crate {
                subject: **subject,
                shape,
            };
            // Every round has a text of its own: an edit is one, and cargo sees that it has to compile.
            workspace.edit(one, round + 1)?;
            let seconds = workspace.cargo(one, operation.arguments())?;
            if round > 0 {
                samples.push(seconds);
            }
        }
    }
    let medians: Vec<_> = samples.into_iter().map(median).collect();
    let floor = subjects
        .iter()
        .position(|subject| **subject == Subject::Floor)
        .map(|floor| medians[floor]);
    for (subject, median) in subjects.iter().zip(&medians) {
        let ratio = floor.map_or_else(|| "-".to_owned(), |floor| format!("{:.2}", median / floor));
        #[allow(clippy::cast_precision_loss, reason = "it is some thousand")]
        let per_error = median * 1e6 / shape.count() as f64;
        println!(
            "| {operation:?} | {shape} | {} | {median:.3} | {ratio} | {per_error:.0} |",
            subject.name()
        );
    }
    Ok(())
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    let middle = samples.len() / 2;
    if samples.len() % 2 == 1 {
        samples[middle]
    } else {
        f64::midpoint(samples[middle - 1], samples[middle])
    }
}
