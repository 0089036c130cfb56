//! What an occurrence adds: details, headers, a wait.

use std::time::Duration;

use errorbook::{
    ApiError, Context, ErrorObject, FieldError, FieldErrors, FieldPath, HeaderSet, HeaderWriter,
    RateLimit, render,
};
use errorbook_tests::{body, respond};
use serde::Serialize;

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
        Whole(#[api_error(details, example = vec![1, 2])] Vec<u8>),
        #[api_error(status = 413)]
        Struct {
            #[api_error(details, example = Limits { zebra: 1, apple: vec!["a"] })]
            limits: Limits,
        },
        #[api_error(status = 409)]
        Fields(#[api_error(detail = "fields")] FieldErrors),
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
            Detailed::Fields(
                FieldError::new(FieldPath::new("a").index(0), "no \"quotes\"")
                    .with_code("quotes")
                    .into(),
            ),
            r#","details":{"fields":[{"field":"a[0]","message":"no \"quotes\"","code":"quotes"}]}"#,
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
fn whether_a_request_was_carried_out_comes_from_status_and_declaration() {
    #[derive(Debug, ApiError)]
    enum Refused {
        #[api_error(status = 429)]
        Limited,
        #[api_error(status = 425)]
        Early,
        #[api_error(status = 429, not_applied = false)]
        Late,
        #[api_error(status = 503, not_applied)]
        Draining,
        #[api_error(status = 503, not_applied = true, retryable = false)]
        Closed,
        #[api_error(status = 502)]
        Unknown,
        #[api_error(status = 409, not_applied = false)]
        Conflict,
        #[api_error(transparent)]
        Inner(Inner),
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 500, not_applied)]
    struct Inner;

    for (error, not_applied, retryable) in [
        (Refused::Limited, true, true),
        (Refused::Early, true, true),
        (Refused::Late, false, true),
        (Refused::Draining, true, true),
        (Refused::Closed, true, false),
        (Refused::Unknown, false, true),
        (Refused::Conflict, false, false),
        (Refused::Inner(Inner), true, true),
    ] {
        let spec = error.spec();
        let found = (spec.not_applied(), spec.retryable());
        assert_eq!(found, (not_applied, retryable), "{error:?}");
    }
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
