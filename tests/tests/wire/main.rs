//! Properties of what goes over the wire: they hold for whatever an error holds, in whatever envelope.
//!
//! A failure is kept in `main.proptest-regressions` beside this file, to be committed with the fix, and
//! tried first from then on. `PROPTEST_CASES=5000` tries more, `ENVELOPE_SEED=7` other envelopes.

mod inputs;

use errorbook::openapi::OpenApi;
use errorbook_tests::wire::declared::cases;
use errorbook_tests::wire::{assert_described, assert_rendered, assert_said, shape_count};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource(
            "proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    /// The body byte for byte, all headers, no name twice, nothing of a source.
    #[test]
    fn each_error_is_rendered_as_the_contract_has_it_in_any_envelope(
        input in inputs::input(),
        first in 0..shape_count(),
    ) {
        for (index, case) in cases(&input).iter().enumerate() {
            let shape = (first + index * 7) % shape_count();
            assert_rendered(&*case.error, &case.expected, &input.request, shape);
        }
    }

    #[test]
    fn an_error_of_any_declaration_is_rendered_as_the_contract_has_it(
        making in inputs::making(),
        request in inputs::request(),
        first in 0..shape_count(),
    ) {
        let (error, expected) = (making.make(), making.expected());
        assert_said(&error, &expected, &request);
        for step in 0..8 {
            let shape = (first + step * 17) % shape_count();
            assert_rendered(&error, &expected, &request, shape);
        }
    }

    #[test]
    fn each_error_says_of_itself_what_its_declaration_says(input in inputs::input()) {
        for case in cases(&input) {
            assert_said(&*case.error, &case.expected, &input.request);
        }
    }

    #[test]
    fn each_body_is_valid_by_its_own_schema(
        input in inputs::input(),
        shape in 0..shape_count(),
        version in prop::sample::select(OpenApi::ALL.to_vec()),
    ) {
        for case in cases(&input) {
            assert_described(&case, &input.request, shape, version);
        }
    }
}
