//! Prints what the layer costs, or checks that it costs no more than it may.
//!
//! `cargo bench -p errorbook-layer-bench` prints the table; `-- check` compares it with the limits.

#[path = "../../benches/responses/meter.rs"]
mod meter;

use std::process::ExitCode;

use errorbook_layer_bench::{AROUND, GIVEN, INSIDE, MADE, ROUTER, UNKNOWN, WITHOUT, subjects};
use meter::Instructions;

/// The most that each may add to the router alone: instructions and allocations. It is what was reached, and 2 %.
const LIMITS: [(&str, &str, f64, i64); 8] = [
    (WITHOUT, AROUND, 597.0, 0),
    (GIVEN, AROUND, 1585.0, 1),
    (MADE, AROUND, 2250.0, 3),
    (UNKNOWN, AROUND, 7415.0, 14),
    (WITHOUT, INSIDE, 1950.0, 4),
    (GIVEN, INSIDE, 2925.0, 5),
    (MADE, INSIDE, 3593.0, 7),
    (UNKNOWN, INSIDE, 8322.0, 16),
];

fn main() -> ExitCode {
    let is_check = std::env::args().any(|argument| argument == "check");
    let meter = Instructions::meter(env!("CARGO_BIN_EXE_repeat-layer"));
    if meter.is_none() {
        eprintln!("valgrind is absent: instructions are NOT counted, allocations are");
    }
    let mut is_worse = false;
    let mut alone = (None, 0);
    println!("| case | way | instructions | allocations |");
    println!("|---|---|---:|---:|");
    for (index, subject) in subjects().into_iter().enumerate().skip(1) {
        if is_check && ![ROUTER, AROUND, INSIDE].contains(&subject.way) {
            continue;
        }
        let instructions = meter.as_ref().map(|meter| meter.count(index));
        let allocations = meter::allocations(&subject);
        if subject.way == ROUTER {
            alone = (instructions, allocations);
            let instructions = instructions.unwrap_or_default();
            println!(
                "| {} | {} | {instructions:.0} | {allocations} |",
                subject.case, subject.way
            );
            continue;
        }
        let added = instructions.zip(alone.0).map(|(all, alone)| all - alone);
        let allocated = allocations - alone.1;
        let limit = LIMITS
            .iter()
            .find(|limit| (limit.0, limit.1) == (subject.case, subject.way));
        let verdict = match limit {
            Some((_, _, most, most_allocations))
                if added.is_some_and(|added| added > *most) || allocated > *most_allocations =>
            {
                is_worse = true;
                " WORSE"
            }
            _ => "",
        };
        println!(
            "| {} | {} | {:+.0} | {allocated:+} |{verdict}",
            subject.case,
            subject.way,
            added.unwrap_or_default(),
        );
    }
    if is_check && is_worse {
        eprintln!("the layer costs more than it may");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
