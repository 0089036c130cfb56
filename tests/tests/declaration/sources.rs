//! Sources, and errors that speak as an inner one.

use std::error::Error;

use errorbook::{ApiError, ErrorObject, ErrorSet};
use errorbook_tests::{body, respond};

#[test]
fn sources_are_found_by_attribute_by_name_and_behind_pointers() {
    type Boxed = Box<dyn Error + Send + Sync>;

    #[derive(Debug, ApiError)]
    enum Sources {
        #[api_error(status = 500)]
        From(#[from] std::fmt::Error),
        #[api_error(status = 500)]
        Marked {
            id: u8,
            #[source]
            cause: Boxed,
        },
        #[api_error(status = 500)]
        ByName { source: anyhow::Error },
        #[api_error(status = 500)]
        Optional { source: Option<Boxed> },
        #[api_error(status = 422)]
        NotOne {
            #[api_error(detail)]
            source: &'static str,
        },
    }
    let text = |error: &Sources| error.source().map(ToString::to_string);
    assert_eq!(
        text(&std::fmt::Error.into()).as_deref(),
        Some("an error occurred when formatting an argument")
    );
    assert_eq!(
        text(&Sources::Marked {
            id: 1,
            cause: "boxed".into()
        })
        .as_deref(),
        Some("boxed")
    );
    assert_eq!(
        text(&Sources::ByName {
            source: anyhow::anyhow!("any")
        })
        .as_deref(),
        Some("any")
    );
    assert_eq!(
        text(&Sources::Optional {
            source: Some("there".into())
        })
        .as_deref(),
        Some("there")
    );
    assert_eq!(text(&Sources::Optional { source: None }), None);
    let public = Sources::NotOne { source: "web" };
    assert_eq!(text(&public), None);
    assert_eq!(
        body(&public),
        r#"{"title":"Unprocessable Entity","status":422,"detail":"Unprocessable Entity","code":"NOT_ONE","source":"web"}"#
    );
}

#[test]
fn an_optional_source_is_made_from_one_that_is_there() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 500, code = "STORE")]
    struct StoreError(#[from] Option<std::io::Error>);

    let error = StoreError::from(std::io::Error::other("down"));
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("down")
    );
}

#[test]
fn a_transparent_variant_speaks_as_the_inner_error_in_the_outer_envelope() {
    #[derive(Debug, ApiError)]
    enum Inner {
        #[api_error(
            status = 402,
            message = "{left} credits left",
            display = "account {account}",
            retry(after = "5s")
        )]
        NoCredits {
            #[api_error(detail)]
            left: u32,
            account: u64,
            #[api_error(header = "X-Left")]
            header: u32,
            source: std::fmt::Error,
        },
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Outer {
        #[api_error(transparent)]
        Inner(#[from] Inner),
        #[api_error(transparent)]
        Boxed { inner: Box<Inner> },
        #[api_error(status = 404)]
        Own,
    }
    let inner = || Inner::NoCredits {
        left: 0,
        account: 9,
        header: 1,
        source: std::fmt::Error,
    };
    for error in [
        Outer::from(inner()),
        Outer::Boxed {
            inner: Box::new(inner()),
        },
    ] {
        assert_eq!(
            respond(&error),
            "402\ncache-control: no-store\ncontent-type: application/json\nretry-after: 5\nx-left: 1\n\n\
             {\"error\":{\"code\":\"NO_CREDITS\",\"message\":\"0 credits left\",\"details\":{\"left\":0}}}"
        );
        assert_eq!(error.to_string(), "account 9");
        assert!(
            error
                .source()
                .is_some_and(<dyn Error>::is::<std::fmt::Error>)
        );
    }
    assert_eq!(
        body(&inner()),
        r#"{"title":"Payment Required","status":402,"detail":"0 credits left","code":"NO_CREDITS","left":0}"#
    );
    let codes: Vec<_> = Outer::ERRORS
        .iter()
        .map(|spec| spec.code().to_string())
        .collect();
    assert_eq!(codes, ["OWN", "NO_CREDITS"]);
}
