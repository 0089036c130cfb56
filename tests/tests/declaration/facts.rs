//! The facts: status, code, title, category, examples, and which types have them.

use std::time::Duration;

use errorbook::{
    ApiError, Code, Context, ErrorObject, ErrorSet, FieldErrors, Level, RateLimit, render,
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

    let context = Context::new().with_instance("/v1/claims/7?token=secret");
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
            fields: FieldErrors,
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
fn the_level_in_logs_is_declared_or_comes_from_the_status() {
    #[derive(Debug, ApiError)]
    #[api_error(category = "levels", docs = "/{code}")]
    enum Levels {
        #[api_error(status = 499, title = "Client Closed Request")]
        Client,
        #[api_error(status = 500)]
        Server,
        #[api_error(status = 404, code = 7, title = "None", level = "error")]
        Error,
        #[api_error(status = 422, level = "warn", message = "no {0}")]
        Warn(u8),
        #[api_error(level = "info", status = 503)]
        Info,
        #[api_error(status = 500, shared, level = "debug", retry(after = "1s"))]
        Debug,
        #[api_error(status = 599, title = "Network Timeout", level = "trace")]
        Trace,
        #[api_error(transparent)]
        Inner(Inner),
    }

    #[derive(Debug, ApiError)]
    #[api_error(status = 502, level = "info")]
    struct Inner;

    let errors = [
        Levels::Client,
        Levels::Server,
        Levels::Error,
        Levels::Warn(1),
        Levels::Info,
        Levels::Debug,
        Levels::Trace,
        Levels::Inner(Inner),
    ];
    assert_eq!(
        errors.map(|error| error.spec().level()),
        [
            Level::Debug,
            Level::Error,
            Level::Error,
            Level::Warn,
            Level::Info,
            Level::Debug,
            Level::Trace,
            Level::Info,
        ]
    );
    assert_eq!(Levels::Error.spec().code(), 7);
}
