//! What each key of `#[api_error(..)]` does to the response, to the facts and to `Display`.

#![allow(
    dead_code,
    clippy::enum_variant_names,
    clippy::items_after_statements,
    reason = "the declarations are what is tested, also variants that no test makes"
)]

use std::error::Error;
use std::time::Duration;

use errorbook::{
    ApiError, Code, Context, ErrorObject, ErrorSet, FieldError, HeaderSet, HeaderWriter, RateLimit,
    render,
};
use errorbook_tests::{body, respond, whole};
use serde::Serialize;

#[test]
fn an_error_without_an_envelope_is_a_problem_of_rfc_9457() {
    /// No claim has
    /// this id.
    ///
    /// It may have been deleted.
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 404,
        code = "CLAIM_NOT_FOUND",
        docs = "https://docs.example.com/{code}"
    )]
    struct ClaimNotFound;

    let context = Context::new().instance("/v1/claims/7?token=secret");
    assert_eq!(
        whole(&render(&ClaimNotFound, &context)),
        "404\n\
         cache-control: no-store\n\
         content-type: application/problem+json\n\
         \n\
         {\"type\":\"https://docs.example.com/CLAIM_NOT_FOUND\",\"title\":\"Not Found\",\"status\":404,\
         \"detail\":\"No claim has this id.\",\"instance\":\"/v1/claims/7\",\"code\":\"CLAIM_NOT_FOUND\"}"
    );
    assert_eq!(
        respond(&ClaimNotFound),
        "404\n\
         cache-control: no-store\n\
         content-type: application/problem+json\n\
         \n\
         {\"type\":\"https://docs.example.com/CLAIM_NOT_FOUND\",\"title\":\"Not Found\",\"status\":404,\
         \"detail\":\"No claim has this id.\",\"code\":\"CLAIM_NOT_FOUND\"}"
    );
    let spec = ClaimNotFound.spec();
    assert_eq!(spec.summary(), Some("No claim has this id."));
    assert_eq!(spec.explanation(), Some("It may have been deleted."));
    assert_eq!(ClaimNotFound.to_string(), "No claim has this id.");
}

#[test]
fn codes_come_from_names_by_every_rule_and_may_be_integers() {
    macro_rules! code_by {
        ($rule:literal) => {{
            #[derive(Debug, ApiError)]
            #[api_error(rename_all = $rule)]
            enum Case {
                #[api_error(status = 400)]
                TooManyRows,
            }
            Case::TooManyRows.spec().code()
        }};
    }
    assert_eq!(code_by!("lowercase"), "toomanyrows");
    assert_eq!(code_by!("UPPERCASE"), "TOOMANYROWS");
    assert_eq!(code_by!("PascalCase"), "TooManyRows");
    assert_eq!(code_by!("camelCase"), "tooManyRows");
    assert_eq!(code_by!("snake_case"), "too_many_rows");
    assert_eq!(code_by!("SCREAMING_SNAKE_CASE"), "TOO_MANY_ROWS");
    assert_eq!(code_by!("kebab-case"), "too-many-rows");
    assert_eq!(code_by!("SCREAMING-KEBAB-CASE"), "TOO-MANY-ROWS");

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Numbered {
        #[api_error(status = 404, code = 20404)]
        NotFound,
        #[api_error(status = 400, code = -32600)]
        InvalidRequest,
        #[api_error(status = 409)]
        r#Dyn,
    }
    assert_eq!(Numbered::NotFound.spec().code(), Code::Number(20404));
    assert_eq!(
        body(&Numbered::InvalidRequest),
        r#"{"error":{"code":-32600,"message":"Bad Request"}}"#
    );
    assert_eq!(Numbered::r#Dyn.spec().code(), "DYN");
    assert_eq!(Numbered::r#Dyn.spec().variant_name(), "Dyn");
}

#[test]
fn statuses_are_numbers_or_names_and_give_the_title() {
    #[derive(Debug, ApiError)]
    enum Statuses {
        #[api_error(status = CONFLICT)]
        ByName,
        #[api_error(status = 499, title = "Client Closed Request")]
        Unregistered,
        #[api_error(status = 422, title = "Not today")]
        Titled,
    }
    for (error, status, title) in [
        (Statuses::ByName, 409, "Conflict"),
        (Statuses::Unregistered, 499, "Client Closed Request"),
        (Statuses::Titled, 422, "Not today"),
    ] {
        assert_eq!(error.spec().status(), status);
        assert_eq!(error.spec().title(), title);
        assert_eq!(error.message(), title);
    }
}

#[test]
fn the_message_is_the_declared_one_or_the_summary_of_4xx_or_the_title() {
    #[derive(Debug, ApiError)]
    enum Messages {
        /// Said by the doc comment, braces {included}.
        #[api_error(status = 400)]
        Documented,
        #[api_error(status = 403)]
        Bare,
        /// Which database it was is nobody's business.
        #[api_error(status = 500)]
        Internal,
        /// Overruled.
        #[api_error(status = 404, message = "{{{0}}} is one of {1:>4}, {0} and '{2}'")]
        Declared(&'static str, u8, char),
        #[api_error(status = 410, message = "{type} and {mixed:.2}")]
        Named { r#type: String, mixed: f64 },
    }
    assert_eq!(
        Messages::Documented.message(),
        "Said by the doc comment, braces {included}."
    );
    assert_eq!(Messages::Bare.message(), "Forbidden");
    assert_eq!(Messages::Internal.message(), "Internal Server Error");
    let declared = Messages::Declared("a", 7, 'x');
    assert_eq!(declared.message(), "{a} is one of    7, a and 'x'");
    assert_eq!(declared.to_string(), declared.message());
    let named = Messages::Named {
        r#type: "claim".into(),
        mixed: 1.239,
    };
    assert_eq!(named.message(), "claim and 1.24");
    assert_eq!(
        body(&named),
        r#"{"title":"Gone","status":410,"detail":"claim and 1.24","code":"NAMED"}"#
    );
}

#[test]
fn display_says_more_than_the_message_and_never_reaches_the_body() {
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 503,
        code = "STORE",
        message = "Store {name} is down",
        display = "store {name} at {address:?} is down: {source} {{}}"
    )]
    struct StoreDown {
        name: &'static str,
        address: Option<&'static str>,
        source: std::io::Error,
    }
    let error = StoreDown {
        name: "claims",
        address: Some("10.0.0.7"),
        source: std::io::Error::other("password expired"),
    };
    assert_eq!(
        error.to_string(),
        "store claims at Some(\"10.0.0.7\") is down: password expired {}"
    );
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("password expired")
    );
    assert_eq!(
        body(&error),
        r#"{"title":"Service Unavailable","status":503,"detail":"Store claims is down","code":"STORE"}"#
    );
}

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
fn details_are_members_in_order_or_one_whole_value() {
    #[derive(Debug, Serialize)]
    struct Limits {
        zebra: u8,
        apple: Vec<&'static str>,
    }

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Detailed {
        #[api_error(status = 422)]
        Members {
            #[api_error(detail)]
            field: &'static str,
            hidden: &'static str,
            #[api_error(detail = "max")]
            maximum: Option<u32>,
        },
        #[api_error(status = 400)]
        Whole(#[api_error(details, example = [1, 2])] Vec<u8>),
        #[api_error(status = 413)]
        Struct {
            #[api_error(details, example = Limits { zebra: 1, apple: vec!["a"] })]
            limits: Limits,
        },
        #[api_error(status = 409)]
        Fields(#[api_error(detail = "fields")] Vec<FieldError>),
        #[api_error(status = 404)]
        Maybe(#[api_error(details)] Option<FieldError>),
    }
    let members = |maximum| Detailed::Members {
        field: "claim",
        hidden: "secret",
        maximum,
    };
    for (error, details) in [
        (
            members(Some(2000)),
            r#","details":{"field":"claim","max":2000}"#,
        ),
        (members(None), r#","details":{"field":"claim"}"#),
        (Detailed::Whole(vec![3, 4]), r#","details":[3,4]"#),
        (
            Detailed::Struct {
                limits: Limits {
                    zebra: 9,
                    apple: vec!["b"],
                },
            },
            r#","details":{"zebra":9,"apple":["b"]}"#,
        ),
        (
            Detailed::Fields(vec![FieldError::new("a.0", "no \"quotes\"").code("quotes")]),
            r#","details":{"fields":[{"field":"a.0","message":"no \"quotes\"","code":"quotes"}]}"#,
        ),
        (Detailed::Maybe(None), ""),
        (
            Detailed::Maybe(Some(FieldError::new("a", "b"))),
            r#","details":{"field":"a","message":"b"}"#,
        ),
    ] {
        let (code, title) = (error.spec().code(), error.spec().title());
        assert_eq!(
            body(&error),
            format!(r#"{{"error":{{"code":"{code}","message":"{title}"{details}}}}}"#)
        );
    }
}

#[test]
fn headers_come_from_type_variant_and_field_and_the_nearer_wins() {
    #[derive(Debug, Default)]
    struct Quota(u32);

    impl HeaderSet for Quota {
        const NAMES: &'static [&'static str] = &["x-quota", "x-team"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-quota", self.0);
            headers.set("X-Team", "set");
            headers.set("content-type", "text/html");
            headers.set("no name", "at all");
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(header("X-Team" = "claims"), header("X-Api" = "v1"), header("Cache-Control" = "private"))]
    enum Headed {
        #[api_error(status = 400)]
        OfType,
        #[api_error(status = 409, header("X-Team" = "media"), header("Link" = "<https://example.com>"))]
        OfVariant,
        #[api_error(status = 410, header("X-Team" = "media"))]
        OfField {
            #[api_error(header = "X-Team")]
            team: Option<String>,
            #[api_error(header = "X-Count")]
            count: u64,
        },
        #[api_error(status = 402)]
        OfSet(#[api_error(headers)] Quota),
        #[api_error(status = 405, header("Allow" = "GET, POST"))]
        NotAllowed,
        #[api_error(status = 426)]
        Upgrade(#[api_error(header = "Upgrade")] &'static str),
    }
    let head = |error: &Headed| {
        let text = respond(error);
        text.split_once("\n\n").map(|(head, _)| head.to_owned())
    };
    let with = |status: u16, headers: &str| {
        Some(format!(
            "{status}\ncache-control: private\ncontent-type: application/problem+json\n{headers}"
        ))
    };
    assert_eq!(
        head(&Headed::OfType),
        with(400, "x-api: v1\nx-team: claims")
    );
    assert_eq!(
        head(&Headed::OfVariant),
        Some(
            "409\ncache-control: private\ncontent-type: application/problem+json\n\
             link: <https://example.com>\nx-api: v1\nx-team: media"
                .to_owned()
        )
    );
    let of_field = |team: Option<&str>| Headed::OfField {
        team: team.map(str::to_owned),
        count: u64::MAX,
    };
    assert_eq!(
        head(&of_field(Some("ours"))),
        with(
            410,
            "x-api: v1\nx-count: 18446744073709551615\nx-team: ours"
        )
    );
    assert_eq!(
        head(&of_field(None)),
        with(
            410,
            "x-api: v1\nx-count: 18446744073709551615\nx-team: media"
        )
    );
    assert_eq!(
        head(&Headed::OfSet(Quota(3))),
        with(402, "x-api: v1\nx-quota: 3\nx-team: set")
    );
    assert_eq!(
        head(&Headed::NotAllowed),
        Some(
            "405\nallow: GET, POST\ncache-control: private\n\
             content-type: application/problem+json\nx-api: v1\nx-team: claims"
                .to_owned()
        )
    );
    assert_eq!(
        head(&Headed::Upgrade("HTTP/2.0")),
        Some(
            "426\ncache-control: private\ncontent-type: application/problem+json\n\
             upgrade: HTTP/2.0\nx-api: v1\nx-team: claims"
                .to_owned()
        )
    );
}

#[test]
fn the_challenge_is_for_401_only_and_a_variant_replaces_its_type() {
    #[derive(Debug, ApiError)]
    #[api_error(challenge = "Bearer realm=\"claims\"")]
    enum Access {
        #[api_error(status = 401)]
        Missing,
        #[api_error(status = 401, challenge = "Basic")]
        Basic,
        #[api_error(status = 403)]
        Forbidden,
    }
    let challenge = |error: &Access| {
        let response = render(error, &Context::new());
        let values: Vec<_> = response
            .headers()
            .get_all("www-authenticate")
            .iter()
            .cloned()
            .collect();
        values
    };
    assert_eq!(challenge(&Access::Missing), ["Bearer realm=\"claims\""]);
    assert_eq!(challenge(&Access::Basic), ["Basic"]);
    assert_eq!(challenge(&Access::Forbidden), [""; 0]);
}

#[test]
fn whether_and_when_to_retry_comes_from_status_declaration_and_occurrence() {
    #[derive(Debug, ApiError)]
    enum Retries {
        #[api_error(status = 503)]
        ByStatus,
        #[api_error(status = 500, retryable = false)]
        Never,
        #[api_error(status = 409, retryable)]
        Conflict,
        #[api_error(status = 409, retry(after = "2m", max = 3))]
        Declared,
        #[api_error(status = 502, retry(max = 5))]
        Counted,
        #[api_error(status = 429, retry(after = "1h"))]
        Limited(#[api_error(headers)] RateLimit),
        #[api_error(status = 425)]
        Seconds(#[api_error(retry_after)] u8),
        #[api_error(status = 408, retry(after = "7s"))]
        Optional {
            #[api_error(retry_after)]
            wait: Option<Duration>,
        },
    }
    let wait = |wait| Retries::Optional { wait };
    for (error, retryable, attempts, header) in [
        (Retries::ByStatus, true, None, None),
        (Retries::Never, false, None, None),
        (Retries::Conflict, true, None, None),
        (Retries::Declared, true, Some(3), Some("120")),
        (Retries::Counted, true, Some(5), None),
        (Retries::Limited(RateLimit::new()), true, None, Some("3600")),
        (
            Retries::Limited(RateLimit::new().retry_after(Duration::from_millis(1001))),
            true,
            None,
            Some("2"),
        ),
        (Retries::Seconds(9), true, None, Some("9")),
        (wait(None), true, None, Some("7")),
        (wait(Some(Duration::from_nanos(1))), true, None, Some("1")),
        (wait(Some(Duration::ZERO)), true, None, Some("0")),
        (
            wait(Some(Duration::MAX)),
            true,
            None,
            Some("18446744073709551615"),
        ),
    ] {
        let spec = error.spec();
        assert_eq!(spec.retryable(), retryable, "{error:?}");
        assert_eq!(spec.max_attempts(), attempts, "{error:?}");
        let response = render(&error, &Context::new());
        let retry_after = response.headers().get("retry-after");
        assert_eq!(
            retry_after.map(|value| value.to_str().unwrap()),
            header,
            "{error:?}"
        );
    }
}

#[test]
fn docs_links_come_from_occurrence_variant_type_and_endpoint_in_that_order() {
    #[derive(Debug, ApiError)]
    #[api_error(docs = "https://docs.example.com/errors#{code}", envelope = ErrorObject)]
    enum Linked {
        #[api_error(status = 400)]
        OfType,
        #[api_error(status = 404, docs = "https://docs.example.com/{code}/gone")]
        OfVariant,
        #[api_error(status = 409)]
        OfOccurrence(#[api_error(docs)] Option<String>),
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 410, envelope = ErrorObject)]
    struct Unlinked;

    let link = |error: &dyn ApiError| error.docs().map(std::borrow::Cow::into_owned);
    let some = |link: &str| Some(link.to_owned());
    assert_eq!(
        link(&Linked::OfType),
        some("https://docs.example.com/errors#OF_TYPE")
    );
    assert_eq!(
        link(&Linked::OfVariant),
        some("https://docs.example.com/OF_VARIANT/gone")
    );
    assert_eq!(
        link(&Linked::OfOccurrence(None)),
        some("https://docs.example.com/errors#OF_OCCURRENCE")
    );
    assert_eq!(
        link(&Linked::OfOccurrence(some("https://x.example"))),
        some("https://x.example")
    );
    assert_eq!(link(&Unlinked), None);

    let context = Context::new().docs("https://docs.example.com/verify");
    let body =
        |error: &Linked| String::from_utf8_lossy(render(error, &context).body()).into_owned();
    assert_eq!(
        body(&Linked::OfType),
        r#"{"error":{"code":"OF_TYPE","message":"Bad Request","docs":"https://docs.example.com/errors#OF_TYPE"}}"#
    );
    assert_eq!(
        body(&Linked::OfOccurrence(some("https://x.example"))),
        r#"{"error":{"code":"OF_OCCURRENCE","message":"Conflict","docs":"https://x.example"}}"#
    );
    assert_eq!(
        render(&Unlinked, &context).body(),
        r#"{"error":{"code":"UNLINKED","message":"Gone","docs":"https://docs.example.com/verify"}}"#
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

#[test]
fn the_category_is_the_variants_or_the_types_and_deprecation_is_kept() {
    #[derive(Debug, ApiError)]
    #[api_error(category = "claims")]
    enum Grouped {
        #[api_error(status = 400)]
        OfType,
        #[api_error(status = 404, category = "media")]
        #[deprecated(since = "1.2.0", note = "use CLAIM_GONE")]
        OfVariant,
        #[api_error(status = 410)]
        #[deprecated]
        Bare,
    }
    let facts: Vec<_> = Grouped::ERRORS
        .iter()
        .map(|spec| {
            let deprecation = spec
                .deprecation()
                .map(|found| (found.since(), found.note()));
            (spec.category(), deprecation)
        })
        .collect();
    assert_eq!(
        facts,
        [
            (Some("claims"), None),
            (Some("media"), Some((Some("1.2.0"), Some("use CLAIM_GONE")))),
            (Some("claims"), Some((None, None))),
        ]
    );
}

#[test]
fn what_stands_behind_internal_in_a_doc_comment_stays_inside() {
    /// The store did not answer.
    ///
    /// # Fix
    /// Try again.
    ///
    /// # Internal
    /// The store is db-7.
    #[derive(Debug, ApiError)]
    #[api_error(status = 404)]
    struct Gone;

    assert_eq!(Gone.spec().summary(), Some("The store did not answer."));
    assert_eq!(Gone.spec().explanation(), Some("# Fix\nTry again."));
}

#[test]
fn every_error_has_an_example_from_its_fields() {
    #[derive(Debug, Default, Serialize)]
    struct Range {
        low: u8,
        high: u8,
    }

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Shown {
        #[api_error(status = 400, message = "{text}|{owned}|{count:>3}|{time:?<1$}")]
        #[cfg(any())]
        Never,
        #[api_error(status = 400, message = "{text}|{owned}|{count:>3}|{given}")]
        Texts {
            text: &'static str,
            owned: String,
            count: u16,
            #[api_error(example = "sources".to_uppercase())]
            given: String,
        },
        #[api_error(status = 422)]
        Details {
            #[api_error(detail)]
            range: Range,
            #[api_error(detail)]
            fields: Vec<FieldError>,
            #[api_error(detail)]
            optional: Option<Range>,
            #[api_error(detail, example = Vec::<(u8, u8)>::from([(1, 2)]))]
            pairs: Vec<(u8, u8)>,
        },
        #[api_error(status = 429)]
        Limited(#[api_error(headers)] RateLimit),
        #[api_error(status = 503)]
        Waiting {
            #[api_error(retry_after)]
            wait: Duration,
            #[api_error(docs, example = "https://status.example.com")]
            page: String,
            #[api_error(header = "X-Node")]
            node: u8,
        },
    }
    let examples: Vec<_> = Shown::ERRORS
        .iter()
        .map(|spec| {
            whole(&errorbook::render_as::<ErrorObject>(
                &spec.example(),
                &Context::new(),
            ))
        })
        .collect();
    let head = "cache-control: no-store\ncontent-type: application/json\n";
    assert_eq!(
        examples,
        [
            format!(
                "400\n{head}\n{}",
                r#"{"error":{"code":"TEXTS","message":"text|owned|  1|SOURCES"}}"#
            ),
            format!(
                "422\n{head}\n{}",
                r#"{"error":{"code":"DETAILS","message":"Unprocessable Entity","details":{"range":{"low":0,"high":0},"fields":[{"field":"name","message":"The field is required"}],"optional":{"low":0,"high":0},"pairs":[[1,2]]}}}"#
            ),
            format!(
                "429\n{head}retry-after: 30\nx-ratelimit-limit: 1000\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1700000000\n\n{}",
                r#"{"error":{"code":"LIMITED","message":"Too Many Requests"}}"#
            ),
            format!(
                "503\n{head}retry-after: 30\nx-node: 1\n\n{}",
                r#"{"error":{"code":"WAITING","message":"Service Unavailable","docs":"https://status.example.com"}}"#
            ),
        ]
    );
}

#[test]
fn structs_take_the_keys_of_types_and_of_variants() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject, status = 413, code = "TOO_LARGE", header("X-Max" = "64"))]
    #[api_error(message = "{0} bytes are too many", category = "body")]
    struct TooLarge(#[api_error(detail = "size")] u64);

    assert_eq!(
        respond(&TooLarge(65)),
        "413\ncache-control: no-store\ncontent-type: application/json\nx-max: 64\n\n\
         {\"error\":{\"code\":\"TOO_LARGE\",\"message\":\"65 bytes are too many\",\"details\":{\"size\":65}}}"
    );
    assert_eq!(TooLarge::ERRORS.iter().count(), 1);
    assert_eq!(TooLarge(1).spec().category(), Some("body"));
}

#[test]
fn an_enum_without_variants_is_an_error_that_cannot_happen() {
    #[derive(Debug, ApiError)]
    enum Never {}

    assert_eq!(Never::ERRORS.iter().count(), 0);
    let never: Result<(), Never> = Ok(());
    assert!(never.is_ok());
}

#[test]
fn a_code_is_percent_encoded_where_it_stands_in_a_link() {
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 404,
        code = "NOT FOUND/é",
        docs = "https://docs.example.com/{code}#{code}"
    )]
    struct NotFound;

    assert_eq!(
        NotFound.spec().docs().as_deref(),
        Some("https://docs.example.com/NOT%20FOUND%2F%C3%A9#NOT%20FOUND%2F%C3%A9")
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
fn a_set_of_headers_says_retry_after_in_one_way_and_any_of_several_sets_may_hold_the_required_one()
{
    #[derive(Debug, Default)]
    struct Dated;

    impl HeaderSet for Dated {
        const NAMES: &'static [&'static str] = &["x-a"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT");
            headers.set("x-a", 1);
        }

        fn retry_after(&self) -> Option<Duration> {
            Some(Duration::from_secs(5))
        }
    }

    #[derive(Debug, Default)]
    struct Challenge;

    impl HeaderSet for Challenge {
        const NAMES: &'static [&'static str] = &["www-authenticate"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("WWW-Authenticate", "Bearer");
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(status = 401, code = "LATER")]
    struct Later {
        #[api_error(headers)]
        dated: Dated,
        #[api_error(headers)]
        challenge: Challenge,
    }

    let error = Later {
        dated: Dated,
        challenge: Challenge,
    };
    assert_eq!(
        respond(&error),
        "401\ncache-control: no-store\ncontent-type: application/problem+json\nretry-after: 5\n\
         www-authenticate: Bearer\nx-a: 1\n\n\
         {\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Unauthorized\",\"code\":\"LATER\"}"
    );
}
