//! The guard: nothing costs more than what was reached once.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::ExitCode;

use errorbook_bench::subject::Table;
use errorbook_bench::subjects::{FLOOR, OURS};

use crate::Measured;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/reached.txt");

/// Another processor has another `memcpy`, another compiler other code.
const MARGIN: f64 = 1.02;

/// How many instructions a report may cost that nobody wants, with the feature `tracing`.
const REPORT: f64 = 50.0;

/// What one of our subjects costs.
struct Cost {
    name: String,
    /// The instructions: how many times those of the floor, where there is a floor to speak of, else
    /// how many more.
    instructions: Option<f64>,
    /// How many more than the floor's.
    allocations: i64,
}

fn costs(measured: &[Measured]) -> Vec<Cost> {
    let ours = measured.iter().filter(|one| one.subject.way == OURS);
    ours.map(|ours| {
        let subject = &ours.subject;
        let floor = measured
            .iter()
            .find(|one| {
                one.subject.table == subject.table
                    && one.subject.case == subject.case
                    && one.subject.way == FLOOR
            })
            .expect("every subject of ours has a floor");
        let instructions = ours.instructions.zip(floor.instructions);
        Cost {
            name: format!("{:?}, {}", subject.table, subject.case),
            instructions: instructions.map(|(ours, floor)| {
                if matches!(subject.table, Table::Report | Table::Success) {
                    ours - floor
                } else {
                    ours / floor
                }
            }),
            allocations: ours.allocations - floor.allocations,
        }
    })
    .collect()
}

/// Compares with what is written down.
pub fn check(measured: &[Measured]) -> ExitCode {
    let text = std::fs::read_to_string(PATH).expect("`save` has written what was reached");
    let reached: BTreeMap<&str, (f64, i64)> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut columns = line.split('\t');
            let mut next = || columns.next().expect("a line has three columns");
            let (name, instructions, allocations) = (next(), next(), next());
            let instructions = instructions.parse().expect("instructions are a number");
            (
                name,
                (
                    instructions,
                    allocations.parse().expect("allocations are a number"),
                ),
            )
        })
        .collect();
    let mut is_worse = false;
    for cost in costs(measured) {
        let of_reports = format!("{:?}, ", Table::Report);
        if cost.name.starts_with(&of_reports) && cost.instructions > Some(REPORT) {
            println!("{}: more than {REPORT} instructions: WORSE", cost.name);
            is_worse = true;
        }
        let Some((instructions, allocations)) = reached.get(cost.name.as_str()) else {
            eprintln!("{}: not in `bench/reached.txt`", cost.name);
            is_worse = true;
            continue;
        };
        if let Some(now) = cost.instructions {
            let verdict = if now > instructions * MARGIN {
                "WORSE"
            } else {
                "fine"
            };
            println!(
                "{}: instructions {now:.3}, reached {instructions:.3}: {verdict}",
                cost.name
            );
            is_worse |= verdict == "WORSE";
        }
        if cost.allocations > *allocations {
            println!(
                "{}: allocations {:+}, reached {allocations:+}: WORSE",
                cost.name, cost.allocations
            );
            is_worse = true;
        }
    }
    if is_worse {
        eprintln!(
            "a response costs more than it did; if that is meant, run with `save` and say why"
        );
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Writes down what is reached now.
pub fn save(measured: &[Measured]) -> ExitCode {
    let mut text = String::from(
        "# Written by `cargo bench -p errorbook-bench -- save`: case, instructions as a multiple of the\n\
         # floor's (of a report and a successful request: how many more), allocations beyond the floor's.\n",
    );
    for cost in costs(measured) {
        let Some(instructions) = cost.instructions else {
            eprintln!("without valgrind there is nothing to save");
            return ExitCode::FAILURE;
        };
        let _ = writeln!(
            text,
            "{}\t{instructions:.3}\t{}",
            cost.name, cost.allocations
        );
    }
    std::fs::write(PATH, text).expect("`bench/reached.txt` can be written");
    ExitCode::SUCCESS
}
