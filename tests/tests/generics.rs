//! Generic errors: bounds are inferred from the fields that are rendered, and from no others.

use std::borrow::Cow;
use std::fmt::{Debug, Display};
use std::sync::Arc;

use errorbook::{ApiError, Catalog, Context, ErrorObject, ErrorSet, PublicText, render};
use errorbook_tests::body;
use serde::Serialize;

/// Generic in every way at once.
#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum Store<'a, K, C, const N: usize>
where
    K: PublicText + Clone,
{
    /// Nothing has this key.
    #[api_error(status = 404, message = "{key} not found in {name:?<8}")]
    #[cfg(any())]
    NotBuilt { key: K },

    #[api_error(status = 404, message = "{key:>4} not found in {name}")]
    NotFound { key: K, name: Cow<'a, str> },

    #[api_error(status = 409)]
    Conflict {
        #[api_error(detail)]
        keys: Vec<K>,
        #[api_error(detail)]
        other: Option<K>,
        #[api_error(header = "X-Key")]
        header: Option<K>,
    },

    #[api_error(status = 503)]
    Down {
        #[source]
        cause: C,
        spare: [u8; N],
    },
}

type Concrete<'a> = Store<'a, u16, std::io::Error, 2>;

#[test]
fn type_parameters_lifetimes_constants_and_where_clauses_work() {
    let error: Concrete<'_> = Store::NotFound {
        key: 7,
        name: "claims".into(),
    };
    assert_eq!(error.to_string(), "   7 not found in claims");
    assert_eq!(
        body(&error),
        r#"{"error":{"code":"NOT_FOUND","message":"   7 not found in claims"}}"#
    );
    let error: Concrete<'_> = Store::Conflict {
        keys: vec![1, 2],
        other: None,
        header: Some(3),
    };
    let response = render(&error, &Context::new());
    assert_eq!(response.headers()["x-key"], "3");
    assert_eq!(
        response.body(),
        r#"{"error":{"code":"CONFLICT","message":"Conflict","details":{"keys":[1,2]}}}"#
    );
    let error: Concrete<'_> = Store::Down {
        cause: std::io::Error::other("secret"),
        spare: [0; 2],
    };
    assert!(matches!(error, Store::Down { spare: [0, 0], .. }));
    assert_eq!(
        std::error::Error::source(&error)
            .map(ToString::to_string)
            .as_deref(),
        Some("secret")
    );
}

#[test]
fn parameters_that_are_not_rendered_need_nothing() {
    /// The token cannot be read.
    #[derive(ApiError)]
    #[api_error(status = 400, code = "BAD_TOKEN")]
    struct BadToken<T>(T);

    impl<T> Debug for BadToken<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("BadToken")
        }
    }

    struct Opaque;
    assert_eq!(BadToken(Opaque).to_string(), "The token cannot be read.");
    assert_eq!(BadToken(Opaque).spec().code(), "BAD_TOKEN");
    let BadToken(Opaque) = BadToken(Opaque);
}

#[test]
fn a_wrapper_nests_whatever_error_it_is_given() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 418, code = "TEAPOT")]
    struct Teapot;

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Traced<E> {
        #[api_error(transparent)]
        Inner(E),
        #[api_error(status = 504)]
        TimedOut,
    }

    static CATALOG: Catalog = Catalog::new("Traced", "1.0.0", &[Traced::<Teapot>::ERRORS]);
    let codes: Vec<_> = CATALOG.iter().map(|spec| spec.code().to_string()).collect();
    assert_eq!(codes, ["TIMED_OUT", "TEAPOT"]);
    let message = r#"{"error":{"code":"TEAPOT","message":"I'm a teapot"}}"#;
    assert_eq!(body(&Traced::Inner(Teapot)), message);
    assert_eq!(body(&Traced::Inner(Box::new(Teapot))), message);
    assert_eq!(body(&Traced::Inner(Arc::new(Teapot))), message);
    assert_eq!(
        body(&Traced::<Teapot>::TimedOut),
        r#"{"error":{"code":"TIMED_OUT","message":"Gateway Timeout"}}"#
    );
}

#[test]
fn pointers_to_errors_are_errors_with_the_same_response() {
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 409,
        code = "TAKEN",
        message = "{0} is taken",
        retry(after = "3s")
    )]
    struct Taken(#[api_error(detail = "name")] &'static str);

    let expected = render(&Taken("rosa"), &Context::new());
    let (boxed, counted) = (Box::new(Taken("rosa")), Arc::new(Taken("rosa")));
    for response in [
        render(&&Taken("rosa"), &Context::new()),
        render(&boxed, &Context::new()),
        render(&counted, &Context::new()),
    ] {
        assert_eq!(response.headers(), expected.headers());
        assert_eq!(response.body(), expected.body());
    }
}

#[test]
fn a_displayed_and_a_serialized_parameter_get_the_bounds_they_need() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 422, message = "{shown} is no {kind}")]
    struct Wrong<S, D>
    where
        S: PublicText,
        D: PublicText,
    {
        shown: S,
        kind: &'static str,
        #[api_error(detail)]
        value: D,
    }

    fn needs<S: PublicText + Display + Debug, D: PublicText + Serialize + Debug>(
        shown: S,
        value: D,
    ) -> String {
        body(&Wrong {
            shown,
            kind: "claim",
            value,
        })
    }
    assert_eq!(
        needs("this", vec![1, 2]),
        r#"{"title":"Unprocessable Entity","status":422,"detail":"this is no claim","code":"WRONG","value":[1,2]}"#
    );
}

#[test]
fn sets_of_headers_with_parameters_lifetimes_and_constants_work() {
    use errorbook::{HeaderSet, HeaderWriter};

    #[derive(Debug)]
    struct Tagged<'a, const N: usize>(&'a str);

    impl<const N: usize> HeaderSet for Tagged<'_, N> {
        const NAMES: &'static [&'static str] = &["x-tag", "allow"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-tag", format_args!("{}-{N}", self.0));
            headers.set("allow", "GET");
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(status = 405, code = "NOT_ALLOWED", message = "{what}")]
    struct NotAllowed<'a, T: PublicText, const N: usize> {
        what: T,
        #[api_error(headers, example = Tagged::<'static, N>("tag"))]
        tag: Tagged<'a, N>,
    }

    let error = NotAllowed::<_, 7> {
        what: "no",
        tag: Tagged("x"),
    };
    let response = render(&error, &Context::new());
    assert_eq!(response.headers()["x-tag"], "x-7");
    assert_eq!(response.headers()["allow"], "GET");
}

#[test]
fn lifetimes_alone_work_in_every_kind_of_field() {
    use errorbook::{HeaderSet, HeaderWriter};

    #[derive(Debug, Default)]
    struct Tag<'a>(&'a str);

    impl HeaderSet for Tag<'_> {
        const NAMES: &'static [&'static str] = &["x-tag"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-tag", self.0);
        }
    }

    /// Everything borrows.
    #[derive(Debug, ApiError)]
    #[api_error(status = 503, code = "BORROWED", envelope = ErrorObject, message = "{text}")]
    struct Borrowed<'a> {
        text: &'a str,
        #[api_error(detail)]
        list: Vec<&'a str>,
        #[api_error(headers)]
        tag: Tag<'a>,
        #[api_error(header = "X-Own")]
        own: Cow<'a, str>,
        #[api_error(retry_after)]
        wait: u32,
        #[api_error(docs)]
        link: Option<&'a str>,
    }

    let error = Borrowed {
        text: "t",
        list: vec!["l"],
        tag: Tag("g"),
        own: "o".into(),
        wait: 3,
        link: Some("d"),
    };
    let response = render(&error, &Context::new());
    let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(
        ["x-tag", "x-own", "retry-after"].map(header),
        ["g", "o", "3"]
    );
    assert_eq!(
        response.body(),
        r#"{"error":{"code":"BORROWED","message":"t","details":{"list":["l"]},"docs":"d"}}"#
    );
}

#[test]
fn rows_that_mention_no_parameter_are_the_same_for_all_arguments() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Queue<T> {
        #[api_error(status = 503, display = "no place for {rejected}")]
        Full { rejected: T },
    }

    let numbers = Queue::Full { rejected: 7 };
    let texts = Queue::Full { rejected: "x" };
    assert!(std::ptr::eq(numbers.spec(), texts.spec()));
    assert_eq!(
        body(&numbers),
        r#"{"error":{"code":"FULL","message":"Service Unavailable"}}"#
    );
    assert_eq!(body(&texts), body(&numbers));
}

#[test]
fn rows_that_mention_a_parameter_are_prepared_for_each_argument() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = "MISSING", envelope = ErrorObject, message = "{key} is missing")]
    struct Missing<T: PublicText> {
        key: T,
    }

    // Twice, as what is prepared by the first is used by the second.
    for _ in 0..2 {
        assert_eq!(
            body(&Missing { key: 7 }),
            r#"{"error":{"code":"MISSING","message":"7 is missing"}}"#
        );
        assert_eq!(
            body(&Missing { key: "the claim" }),
            r#"{"error":{"code":"MISSING","message":"the claim is missing"}}"#
        );
    }
    // `PublicText` knows an example of a number.
    assert_eq!(
        Missing { key: 7 }.spec().example().message(),
        "1 is missing"
    );
    assert_eq!(
        Missing { key: "x" }.spec().example().message(),
        "key is missing"
    );
}
