//! One thing to measure: a case, made in one way.

use std::hint::black_box;

use errorbook::{Context, scope};

use crate::request;

/// One case, made in one way, ready to be repeated.
pub struct Subject {
    /// The table that it stands in.
    pub table: Table,
    /// What is made.
    pub case: &'static str,
    /// Who makes it.
    pub way: &'static str,
    repeat: Box<dyn Fn(usize, Phase<'_>)>,
}

/// What is made of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Nothing: what the loop around all others costs.
    Loop,
    /// An `http::Response<Bytes>`.
    Http,
    /// The response of axum.
    Axum,
    /// Its facts.
    Facts,
    /// Its report, with the feature `tracing` and without a subscriber.
    Report,
    /// There is none.
    Success,
    /// A request to a service with a layer.
    Layer,
}

/// What a repetition is for.
enum Phase<'a> {
    WarmUp,
    /// It counts: the meter is called with the repetitions, when their inputs are there.
    Counted(&'a mut dyn FnMut(&mut dyn FnMut())),
}

/// How many repetitions go ahead of those that count: they make what is made once, and fill the
/// allocator's free lists.
const WARM_UP: usize = 64;

impl Subject {
    /// A subject that does `run` with inputs that `make` makes beforehand. To drop the input and what
    /// comes of it is part of the cost.
    pub fn new<I: 'static, O: 'static>(
        table: Table,
        case: &'static str,
        way: &'static str,
        make: impl Fn() -> I + 'static,
        run: fn(I) -> O,
    ) -> Self {
        let repeat = move |times, phase: Phase<'_>| {
            let inputs: Vec<I> = (0..times).map(|_| make()).collect();
            match phase {
                Phase::WarmUp => warm_up(inputs, run),
                Phase::Counted(meter) => {
                    let mut inputs = Some(inputs);
                    meter(&mut || counted(inputs.take().unwrap_or_default(), run));
                }
            }
        };
        Subject {
            table,
            case,
            way,
            repeat: Box::new(repeat),
        }
    }

    /// The same inside of requests that have this context.
    #[must_use]
    pub fn within(mut self, context: Context) -> Self {
        let repeat = self.repeat;
        self.repeat = Box::new(move |times, phase| {
            request::finish(scope(context.clone(), async { repeat(times, phase) }));
        });
        self
    }

    /// Does all that is done only once.
    pub fn warm_up(&self) {
        (self.repeat)(WARM_UP, Phase::WarmUp);
    }

    /// Repeats it under a meter, which is called with the repetitions alone.
    pub fn count(&self, times: usize, meter: &mut dyn FnMut(&mut dyn FnMut())) {
        (self.repeat)(times, Phase::Counted(meter));
    }
}

#[inline(never)]
fn warm_up<I, O>(inputs: Vec<I>, run: fn(I) -> O) {
    // Keeps this function from being merged with the other, which would then count it, too.
    black_box(WARM_UP);
    repeat(inputs, run);
}

/// The only function in which instructions are counted: [`COUNTED`] is the pattern that finds it.
#[inline(never)]
fn counted<I, O>(inputs: Vec<I>, run: fn(I) -> O) {
    repeat(inputs, run);
}

/// What callgrind's `--toggle-collect` knows the function by.
pub const COUNTED: &str = "*subject*counted*";

#[inline]
fn repeat<I, O>(inputs: Vec<I>, run: fn(I) -> O) {
    let run = black_box(run);
    for input in inputs {
        drop(black_box(run(black_box(input))));
    }
}
