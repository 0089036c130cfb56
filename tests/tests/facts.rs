//! The facts of errors are read when one of a type is first asked for: by whom and how often makes no
//! difference, and they are what was declared, to the letter.

use std::ptr;
use std::sync::Barrier;
use std::thread;

use errorbook::{ApiError, ErrorSet, ErrorSpec, PublicText};
use errorbook_tests::wire::made::{Making, Message};
use errorbook_tests::{body, respond};

#[test]
fn threads_that_ask_for_errors_at_the_same_time_find_the_same_facts() {
    #[derive(Debug, ApiError)]
    enum ClaimError {
        #[api_error(status = 404)]
        NotFound,
        #[api_error(status = 409, message = "Claim {id} changed meanwhile.")]
        Conflict { id: u32 },
        #[api_error(status = 410)]
        Gone,
    }

    const THREADS: usize = 8;
    let barrier = Barrier::new(THREADS);
    let errors = [
        ClaimError::NotFound,
        ClaimError::Conflict { id: 7 },
        ClaimError::Gone,
    ];
    let found: Vec<Vec<&'static ErrorSpec>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| {
                let (barrier, errors) = (&barrier, &errors);
                scope.spawn(move || {
                    barrier.wait();
                    // Each begins with another one.
                    let order = (0..errors.len()).map(|index| (index + thread) % errors.len());
                    let mut specs: Vec<_> =
                        order.map(|index| (index, errors[index].spec())).collect();
                    specs.sort_by_key(|(index, _)| *index);
                    specs.into_iter().map(|(_, spec)| spec).collect()
                })
            })
            .collect();
        let threads = threads.into_iter();
        threads.map(|thread| thread.join().unwrap()).collect()
    });
    let listed: Vec<_> = ClaimError::ERRORS.iter().collect();
    for specs in found {
        assert!(
            specs
                .iter()
                .zip(&listed)
                .all(|(spec, listed)| ptr::eq(*spec, *listed))
        );
    }
    let codes: Vec<_> = listed.iter().map(|spec| spec.code().to_string()).collect();
    assert_eq!(codes, ["NOT_FOUND", "CONFLICT", "GONE"]);
    assert_eq!(
        respond(&ClaimError::Conflict { id: 7 }),
        "409\n\
         cache-control: no-store\n\
         content-type: application/problem+json\n\
         \n\
         {\"title\":\"Conflict\",\"status\":409,\"detail\":\"Claim 7 changed meanwhile.\",\"code\":\"CONFLICT\"}"
    );
}

#[test]
fn the_facts_of_a_generic_error_are_read_once_for_each_of_its_arguments() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, message = "There is no {key}.")]
    struct Missing<K: PublicText> {
        key: K,
    }

    let (number, text) = (Missing { key: 7_u32 }, Missing { key: "claim" });
    assert!(ptr::eq(number.spec(), Missing { key: 8_u32 }.spec()));
    assert!(ptr::eq(text.spec(), Missing { key: "source" }.spec()));
    assert_eq!(number.message(), "There is no 7.");
    assert_eq!(text.message(), "There is no claim.");
}

#[test]
fn long_texts_of_any_letters_stand_where_they_belong() {
    /// Zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń,
    /// zażółć gęślą jaźń.
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 422,
        code = "A_CODE_OF_MORE_THAN_A_HUNDRED_AND_TWENTY_SEVEN_LETTERS_TAKES_TWO_BYTES_FOR_ITS_LENGTH_AND_SO_DOES_EVERY_OTHER_TEXT_THAT_IS_AS_LONG",
        title = "Ä",
        message = "日本語 {key} 日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語 {key}!"
    )]
    struct Long {
        key: &'static str,
        #[api_error(detail = "größe")]
        size: u8,
    }

    let error = Long { key: "ß", size: 1 };
    let spec = error.spec();
    assert_eq!(
        spec.summary(),
        Some(
            "Zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń, zażółć gęślą jaźń."
        )
    );
    assert_eq!(spec.variant_name(), "Long");
    assert_eq!(
        body(&error),
        "{\"title\":\"Ä\",\"status\":422,\
         \"detail\":\"日本語 ß 日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語 ß!\",\
         \"code\":\"A_CODE_OF_MORE_THAN_A_HUNDRED_AND_TWENTY_SEVEN_LETTERS_TAKES_TWO_BYTES_FOR_ITS_LENGTH_AND_SO_DOES_EVERY_OTHER_TEXT_THAT_IS_AS_LONG\",\
         \"größe\":1}"
    );
}

#[test]
fn a_message_of_a_hundred_thousand_letters_is_whole() {
    let letters = "ä".repeat(100_000);
    let error = Making {
        status: 400,
        code: Ok("LONG".to_owned()),
        title: "Long".to_owned(),
        summary: None,
        message: Message::Parts(vec![Ok(letters.clone()), Err("!".to_owned())]),
        docs: (None, None),
        own_docs: None,
        category: None,
        retryable: false,
        not_applied: false,
        wait: None,
        own_wait: None,
        headers: Vec::new(),
        own_headers: Vec::new(),
        details: Ok(Vec::new()),
    }
    .make();
    assert_eq!(error.message(), letters + "!");
    assert_eq!(error.spec().title(), "Long");
}
