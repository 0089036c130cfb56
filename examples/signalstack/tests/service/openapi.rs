//! The OpenAPI document, in each version: whole, true to the declared errors, and given out as it is.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use example_contract::document::{matcher, statuses_are, statuses_of};
use signalstack::SignalStack;
use signalstack::errors::{ClaimError, MediaError, RecordError};
use signalstack::validate::{BASE64, NOT_BLANK};

example_contract::document_tests!(SignalStack, env!("CARGO_BIN_EXE_signalstack"));

#[test]
fn each_operation_has_the_statuses_of_its_errors_and_its_success() {
    statuses_are::<SignalStack, _>([
        ("post /v1/verify/claim", statuses_of::<ClaimError>(200)),
        ("post /v1/verify/media", statuses_of::<MediaError>(200)),
        ("get /v1/verify/{id}", statuses_of::<RecordError>(200)),
    ]);
}

#[test]
fn the_patterns_are_what_the_service_checks() {
    let is_not_blank = matcher(NOT_BLANK);
    for character in '\0'..='\u{ffff}' {
        let text = character.to_string();
        assert_eq!(is_not_blank(&text), !text.trim().is_empty(), "{text:?}");
    }
    assert!(is_not_blank("\n\u{3000}a ") && !is_not_blank(" \n\u{3000}"));

    let is_base64 = matcher(BASE64);
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_= \n";
    for &first in letters {
        for &second in letters {
            let (a, b) = (char::from(first), char::from(second));
            for text in [
                format!("{a}{b}"),
                format!("{a}{b}="),
                format!("{a}{b}=="),
                format!("B{a}{b}="),
                format!("BB{a}{b}"),
                format!("BBBBBB{a}{b}"),
                format!("BBBBB{a}{b}"),
                format!("BB{a}{b}BB=="),
                format!("BB=={a}{b}=="),
            ] {
                let decodes = BASE64_STANDARD.decode(&text).is_ok();
                assert_eq!(is_base64(&text), decodes, "{text:?}");
            }
        }
    }
    assert!(is_base64(""));
}
