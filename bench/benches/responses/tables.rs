//! The tables of `docs/performance.md`.

use errorbook_bench::subject::Table;
use errorbook_bench::subjects::FLOOR;

use crate::Measured;

pub fn print(measured: &[Measured]) {
    for (table, title) in [
        (Table::Http, "From a value to `http::Response<Bytes>`"),
        (Table::Axum, "From a value to axum's `Response`"),
        (Table::Facts, "Five facts"),
        (Table::Report, "The report of a response, to nobody"),
        (Table::Success, "Without an error"),
    ] {
        println!("\n{title}:\n");
        println!("| case | way | instructions | of the floor | allocations | ns |");
        println!("|---|---|---:|---:|---:|---:|");
        let rows = measured.iter().filter(|one| one.subject.table == table);
        let mut floor = None;
        for one in rows {
            if one.subject.way == FLOOR {
                floor = one.instructions;
            }
            println!(
                "| {} | {} | {} | {} | {} | {} |",
                one.subject.case,
                one.subject.way,
                number(one.instructions, 0),
                number(
                    one.instructions
                        .zip(floor)
                        .map(|(ours, floor)| ours / floor),
                    2
                ),
                one.allocations,
                number(one.nanoseconds, 0),
            );
        }
    }
}

fn number(number: Option<f64>, digits: usize) -> String {
    number.map_or("–".into(), |number| format!("{number:.digits$}"))
}
