//! Repeats one subject, under a profiler or to time it, and prints the nanoseconds that it took.

use std::process::ExitCode;
use std::time::Instant;

use errorbook_bench::subjects::subjects;

fn main() -> ExitCode {
    let arguments: Vec<usize> = std::env::args()
        .skip(1)
        .flat_map(|text| text.parse())
        .collect();
    let [index, times] = arguments[..] else {
        eprintln!("usage: repeat <index of the subject> <how often>");
        return ExitCode::FAILURE;
    };
    let subjects = subjects();
    let Some(subject) = subjects.get(index) else {
        eprintln!("there are {} subjects", subjects.len());
        return ExitCode::FAILURE;
    };
    subject.warm_up();
    subject.count(times, &mut |repetitions| {
        let start = Instant::now();
        repetitions();
        println!("{}", start.elapsed().as_nanos());
    });
    ExitCode::SUCCESS
}
