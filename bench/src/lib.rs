//! What a response costs at run time: the same responses from errorbook, by hand, and in the ways
//! that people use today.

use std::process::ExitCode;
use std::time::Instant;

use subject::Subject;

pub mod by_hand;
pub mod cases;
pub mod declared;
#[cfg(feature = "peers")]
pub mod peers;
pub mod request;
pub mod subject;
pub mod subjects;

/// Repeats the subject that the arguments of the program name by its index, and prints the nanoseconds that it took.
#[must_use]
pub fn repeat(subjects: &[Subject]) -> ExitCode {
    let arguments: Vec<usize> = std::env::args()
        .skip(1)
        .flat_map(|text| text.parse())
        .collect();
    let [index, times] = arguments[..] else {
        eprintln!("usage: repeat <index of the subject> <how often>");
        return ExitCode::FAILURE;
    };
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
