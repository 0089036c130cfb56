//! How the costs are found out.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use errorbook_bench::subject::{COUNTED, Subject};

/// How often a subject is repeated while instructions and allocations are counted: often enough for a
/// mean, as an allocator does not do the same each time.
const REPETITIONS: u32 = 200;

/// The allocations of one repetition.
pub fn allocations(subject: &Subject) -> i64 {
    subject.warm_up();
    let mut count = 0;
    subject.count(REPETITIONS as usize, &mut |repetitions| {
        count = allocation_counter::measure(repetitions).count_total;
    });
    assert_eq!(
        count % u64::from(REPETITIONS),
        0,
        "every repetition allocates as often"
    );
    i64::try_from(count / u64::from(REPETITIONS)).expect("they are few")
}

/// Counts instructions with callgrind.
pub struct Instructions {
    /// The program that repeats one subject. It is another than this one, whose allocator counts.
    repeat: &'static str,
    profile: PathBuf,
}

impl Instructions {
    /// A meter, where there is valgrind.
    pub fn meter(repeat: &'static str) -> Option<Self> {
        let found = Command::new("valgrind")
            .arg("--version")
            .stdout(Stdio::null())
            .status();
        found
            .is_ok_and(|status| status.success())
            .then(|| Instructions {
                repeat,
                profile: PathBuf::from(format!("{repeat}.callgrind")),
            })
    }

    /// The instructions of one repetition of the subject with this index.
    pub fn count(&self, index: usize) -> f64 {
        let mut out_file = std::ffi::OsString::from("--callgrind-out-file=");
        out_file.push(&self.profile);
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--collect-atstart=no"])
            .arg(format!("--toggle-collect={COUNTED}"))
            .arg(out_file)
            .args([self.repeat, &index.to_string(), &REPETITIONS.to_string()])
            .output()
            .expect("valgrind starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "callgrind fails: {said}");
        let profile = std::fs::read_to_string(&self.profile).expect("callgrind writes a profile");
        let total: u32 = profile
            .lines()
            .find_map(|line| {
                line.strip_prefix("summary: ")
                    .or(line.strip_prefix("totals: "))
            })
            .and_then(|total| total.trim().parse().ok())
            .expect("the profile has a total");
        assert!(total > 0, "callgrind does not find `{COUNTED}`");
        f64::from(total) / f64::from(REPETITIONS)
    }
}

/// The time of one repetition of each subject: the median of several runs, which take turns, so that
/// what else the machine does hits all alike.
#[allow(
    dead_code,
    reason = "the benchmark of the layer counts instructions only"
)]
pub fn nanoseconds(repeat: &str, subjects: usize) -> Vec<f64> {
    const RUNS: usize = 25;
    const REPETITIONS: u32 = 2_000;

    let mut times = vec![Vec::new(); subjects];
    for _ in 0..RUNS {
        for (index, times) in times.iter_mut().enumerate() {
            let output = Command::new(repeat)
                .args([index.to_string(), REPETITIONS.to_string()])
                .output()
                .expect("the program runs");
            let nanoseconds: u32 = String::from_utf8_lossy(&output.stdout)
                .trim()
                .parse()
                .expect("the program prints a number");
            times.push(nanoseconds);
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort_unstable();
            f64::from(times[RUNS / 2]) / f64::from(REPETITIONS)
        })
        .collect()
}
