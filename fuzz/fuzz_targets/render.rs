//! Whatever an occurrence holds, in whatever envelope, the response is what the contract says.

#![no_main]

use errorbook_tests::wire::declared::{SECRET, cases};
use errorbook_tests::wire::input::Input;
use errorbook_tests::wire::{assert_rendered, assert_said, shape_count};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: (u16, Input)| -> Corpus {
    let (first, input) = input;
    if format!("{input:?}").contains(SECRET) {
        // What comparisons taught the fuzzer is no leak.
        return Corpus::Reject;
    }
    for (index, case) in cases(&input).iter().enumerate() {
        assert_said(&*case.error, &case.expected, &input.request);
        let shape = (usize::from(first) + index) % shape_count();
        assert_rendered(&*case.error, &case.expected, &input.request, shape);
    }
    Corpus::Keep
});
