//! Prints what every subject costs, or checks that it costs no more than what was reached.
//!
//! `cargo bench -p errorbook-bench [--features peers]` prints the tables, with times.
//! `cargo bench -p errorbook-bench -- check` compares with `bench/reached.txt`; `save` writes it.

mod meter;
mod reached;
mod tables;

use std::process::ExitCode;

use errorbook_bench::subject::{Subject, Table};
use errorbook_bench::subjects::subjects;
use meter::Instructions;

/// The program that repeats one subject.
const REPEAT: &str = env!("CARGO_BIN_EXE_repeat");

/// A subject and what one repetition of it costs.
struct Measured {
    subject: Subject,
    allocations: i64,
    /// Without valgrind they are not known.
    instructions: Option<f64>,
    /// Only measured to be printed.
    nanoseconds: Option<f64>,
}

fn main() -> ExitCode {
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let is_printed = wanted.is_none();
    let mut measured = measure(subjects(), is_printed);
    // What the loop costs belongs to nobody.
    let around = measured.remove(0);
    debug_assert_eq!(around.subject.table, Table::Loop);
    for one in &mut measured {
        one.instructions = one
            .instructions
            .zip(around.instructions)
            .map(|(all, around)| all - around);
    }
    match wanted.as_deref() {
        None => {
            tables::print(&measured);
            ExitCode::SUCCESS
        }
        Some("check") => reached::check(&measured),
        Some("save") => reached::save(&measured),
        Some(other) => {
            eprintln!("there is `check` and there is `save`, but no `{other}`");
            ExitCode::FAILURE
        }
    }
}

fn measure(subjects: Vec<Subject>, with_times: bool) -> Vec<Measured> {
    let meter = Instructions::meter(REPEAT);
    if meter.is_none() {
        eprintln!("valgrind is absent: instructions are NOT counted, allocations are");
    }
    let times = with_times.then(|| meter::nanoseconds(REPEAT, subjects.len()));
    subjects
        .into_iter()
        .enumerate()
        .map(|(index, subject)| Measured {
            allocations: meter::allocations(&subject),
            instructions: meter.as_ref().map(|meter| meter.count(index)),
            nanoseconds: times.as_ref().map(|times| times[index]),
            subject,
        })
        .collect()
}
