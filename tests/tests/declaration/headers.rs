//! Which lines of which headers are sent: levels that override each other, headers that repeat, values
//! and numbers of lines that cannot be sent.

use errorbook::{ApiError, Context, HeaderSet, HeaderWriter, envelope, render};
use errorbook_tests::respond;

/// The lines of a header, in their order.
fn lines<E: ApiError + errorbook::ErrorSet>(error: &E, name: &str) -> Vec<String> {
    let response = render(error, &Context::new().with_request_id("req_1"));
    let lines = response.headers().get_all(name).iter();
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    lines.map(text).collect()
}

envelope! {
    /// Headers that repeat, some of them known only in a request.
    Linked: "application/json" {
        header "Link" = "<https://example.com>; rel=\"help\"";
        header "Link" = "<https://example.com/{request_id}>; rel=\"log\"";
        header "Link" = "<{docs}>; rel=\"docs\"";
        header "Vary" = "Accept";
        header "Vary" = "Origin";
        header "Warning" = "199 - \"{message}\"";
        header "Warning" = "199 - \"{code}\"";
        "code": code,
    }
}

/// Writes these lines with `append`, in its order.
#[derive(Debug, Default)]
struct Lines(Vec<(&'static str, &'static str)>);

impl HeaderSet for Lines {
    const NAMES: &'static [&'static str] = &["set-cookie", "link", "vary", "warning"];
    const CAN_WAIT: bool = false;

    fn write(&self, headers: &mut HeaderWriter) {
        for (name, value) in &self.0 {
            headers.append(name, value);
        }
    }
}

#[derive(Debug, ApiError)]
#[api_error(
    envelope = Linked,
    header("Set-Cookie" = "type=1"),
    header("Set-Cookie" = "type=2"),
    header("Vary" = "Type"),
    challenge = "Bearer",
    challenge = "Basic realm=\"type\""
)]
enum Repeating {
    #[api_error(status = 400)]
    OfType,
    #[api_error(
        status = 403,
        header("set-cookie" = "variant=1"),
        header("Set-Cookie" = "variant=2"),
        header("SET-COOKIE" = "variant=3"),
        header("Link" = "<https://example.com/variant>")
    )]
    OfVariant,
    #[api_error(status = 409, header("Set-Cookie" = "variant"))]
    OfFields {
        #[api_error(header = "Set-Cookie")]
        first: Option<&'static str>,
        #[api_error(header = "set-cookie")]
        second: Option<String>,
    },
    #[api_error(status = 410, header("Warning" = "299 - \"variant\""))]
    OfSet(#[api_error(headers)] Lines),
    #[api_error(status = 422)]
    OfSetAndField {
        #[api_error(header = "Set-Cookie")]
        field: &'static str,
        #[api_error(headers)]
        set: Lines,
        #[api_error(headers)]
        other: Lines,
    },
    #[api_error(status = 401)]
    Unauthorized,
    #[api_error(status = 407)]
    ProxyUnauthorized,
    #[api_error(status = 407, challenge = "Negotiate", challenge = "Basic")]
    OtherProxy,
    #[api_error(status = 401, header("WWW-Authenticate" = "Digest"))]
    Digest,
}

#[test]
fn a_header_that_may_repeat_has_a_line_for_each_declaration_of_the_lowest_level() {
    use Repeating::*;
    let cookies = |error| lines(&error, "set-cookie");
    assert_eq!(cookies(OfType), ["type=1", "type=2"]);
    assert_eq!(cookies(OfVariant), ["variant=1", "variant=2", "variant=3"]);
    let fields = |first, second: Option<&str>| OfFields {
        first,
        second: second.map(str::to_owned),
    };
    assert_eq!(
        cookies(fields(Some("first"), Some("second"))),
        ["first", "second"]
    );
    assert_eq!(cookies(fields(None, Some("second"))), ["second"]);
    assert_eq!(cookies(fields(Some("first"), None)), ["first"]);
    assert_eq!(cookies(fields(None, None)), ["variant"]);
    // What cannot be sent overrides nothing.
    assert_eq!(cookies(fields(Some("a\nb"), Some("\u{e9}"))), ["variant"]);
    assert_eq!(cookies(fields(Some("a\nb"), Some("second"))), ["second"]);

    let set = |lines: &[_]| OfSet(Lines(lines.to_vec()));
    assert_eq!(
        cookies(set(&[
            ("set-cookie", "a"),
            ("Set-Cookie", "b"),
            ("set-cookie", "c")
        ])),
        ["a", "b", "c"]
    );
    assert_eq!(cookies(set(&[])), ["type=1", "type=2"]);
    assert_eq!(cookies(set(&[("set-cookie", "\0")])), ["type=1", "type=2"]);
    let all = OfSetAndField {
        field: "field",
        set: Lines(vec![("set-cookie", "set"), ("link", "<a>")]),
        other: Lines(vec![("set-cookie", "other"), ("link", "<b>")]),
    };
    assert_eq!(lines(&all, "link"), ["<a>", "<b>"]);
    assert_eq!(cookies(all), ["set", "other", "field"]);
}

#[test]
fn the_lines_of_an_envelope_are_sent_together_until_a_declaration_has_one() {
    use Repeating::*;
    assert_eq!(
        lines(&OfType, "link"),
        [
            "<https://example.com>; rel=\"help\"",
            "<https://example.com/req_1>; rel=\"log\""
        ]
    );
    assert_eq!(lines(&OfVariant, "link"), ["<https://example.com/variant>"]);
    assert_eq!(lines(&OfType, "vary"), ["Type"]);
    assert_eq!(
        lines(&OfType, "warning"),
        ["199 - \"Bad Request\"", "199 - \"OF_TYPE\""]
    );
    let set = |lines: &[_]| OfSet(Lines(lines.to_vec()));
    assert_eq!(lines(&set(&[]), "warning"), ["299 - \"variant\""]);
    assert_eq!(
        lines(
            &set(&[("warning", "1"), ("link", "2"), ("warning", "3")]),
            "warning"
        ),
        ["1", "3"]
    );
    assert_eq!(lines(&set(&[("link", "2")]), "link"), ["2"]);

    #[derive(Debug, ApiError)]
    #[api_error(status = 404, envelope = Linked)]
    struct Plain;
    assert_eq!(lines(&Plain, "vary"), ["Accept", "Origin"]);
}

#[test]
fn several_challenges_are_several_lines_of_the_header_that_the_status_asks_for() {
    use Repeating::*;
    let both = |error: &Repeating| {
        (
            lines(error, "www-authenticate"),
            lines(error, "proxy-authenticate"),
        )
    };
    let none = Vec::<String>::new;
    let of_type = || vec!["Bearer".to_owned(), "Basic realm=\"type\"".to_owned()];
    assert_eq!(both(&Unauthorized), (of_type(), none()));
    assert_eq!(both(&ProxyUnauthorized), (none(), of_type()));
    assert_eq!(
        both(&OtherProxy),
        (none(), vec!["Negotiate".to_owned(), "Basic".to_owned()])
    );
    assert_eq!(both(&Digest), (vec!["Digest".to_owned()], none()));
    assert_eq!(both(&OfType), (none(), none()));
}

#[test]
fn set_overrides_the_lines_before_it_and_append_adds_one_where_a_header_may_repeat() {
    #[derive(Debug, Default)]
    struct Mixed;
    impl HeaderSet for Mixed {
        const NAMES: &'static [&'static str] = &["link", "x-line", "location", "x-0"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.append("link", "<1>");
            headers.append("link", "<2>");
            headers.set("link", "<3>");
            headers.append("Link", "<4>");
            headers.set("x-line", 1);
            headers.append("x-line", 2);
            // This header has a single line, also where one is appended.
            headers.append("location", "/1");
            headers.append("location", "/2");
            headers.append("Location", "\n");
            headers.append("etag", "\"1\"");
            headers.append("ETag", "\"2\"");
            // These are not among the names, or not for errors to set.
            headers.append("x-other", 1);
            headers.append("x-other", 2);
            headers.append("x-other", 3);
            headers.append("x-gone", 1);
            headers.append("x-gone", 2);
            headers.set("x-gone", 3);
            headers.append("content-type", "text/html");
            headers.append("content-length", 1);
            headers.append("retry-after", 1);
            headers.append("no name", 1);
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = "MIXED")]
    struct NotThere(#[api_error(headers)] Mixed);

    assert_eq!(
        respond(&NotThere(Mixed)).split_once("\n\n").unwrap().0,
        "404\ncache-control: no-store\ncontent-type: application/problem+json\netag: \"2\"\n\
         link: <3>\nlink: <4>\nlocation: /2\nx-gone: 3\nx-line: 1\nx-line: 2\n\
         x-other: 1\nx-other: 2\nx-other: 3"
    );
}

#[test]
fn a_value_that_a_constant_cannot_have_is_omitted_wherever_it_comes_from() {
    envelope! {
        /// Everything that may hold a letter beyond ASCII.
        Told: "application/json" {
            header "X-Message" = message;
            header "X-Title" = "about {title}";
            header "X-Category" = category;
            header "X-Request-Id" = request_id;
            header "X-Docs" = docs;
            header "X-Code" = code;
            "code": code,
        }
    }
    #[derive(Debug, Default)]
    struct City(String);
    impl HeaderSet for City {
        const NAMES: &'static [&'static str] = &["x-set"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-set", &self.0);
            headers.append("x-set", &self.0);
            headers.set("x-beyond", &self.0);
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Told)]
    enum Placed {
        #[api_error(
            status = 400,
            code = "PLACED",
            message = "in {city}",
            title = "Z\u{fc}rich",
            category = "a\nb"
        )]
        In {
            #[api_error(header = "X-City")]
            city: String,
            #[api_error(header = "X-Letter")]
            letter: char,
            #[api_error(header = "X-Formatted")]
            formatted: Box<std::borrow::Cow<'static, str>>,
            #[api_error(headers)]
            set: City,
            #[api_error(docs)]
            page: String,
        },
        #[api_error(
            status = 400,
            code = "\u{e9}",
            message = "two\nlines",
            title = "a\u{7f}b",
            category = "\t~ "
        )]
        Constant,
    }
    let head = |error: &Placed, id: &str| {
        let response = render(error, &Context::new().with_request_id(id.to_owned()));
        let text = errorbook_tests::whole(&response);
        let head = text.split_once("\n\n").unwrap().0;
        let kept = head.lines().filter(|line| line.starts_with("x-"));
        kept.map(str::to_owned).collect::<Vec<_>>()
    };
    let placed = |text: &str, letter| Placed::In {
        city: text.to_owned(),
        letter,
        formatted: Box::new(text.to_owned().into()),
        set: City(text.to_owned()),
        // A tab is not a part of a link.
        page: format!("/{}", text.replace('\t', "")),
    };
    for text in [
        "Z\u{fc}rich",
        "a\u{80}",
        "\u{1f600}",
        "\u{7f}",
        "a\rb",
        "\u{a0}",
    ] {
        let letter = text.chars().last().filter(|letter| !letter.is_ascii());
        assert_eq!(
            head(&placed(text, letter.unwrap_or('\n')), text),
            ["x-code: PLACED"],
            "{text:?}"
        );
    }
    assert_eq!(
        head(&placed("a\t~!", 'z'), "req_1"),
        [
            "x-beyond: a\t~!",
            "x-city: a\t~!",
            "x-code: PLACED",
            "x-docs: /a~!",
            "x-formatted: a\t~!",
            "x-letter: z",
            "x-message: in a\t~!",
            "x-request-id: req_1",
            "x-set: a\t~!",
            "x-set: a\t~!",
        ]
    );
    assert_eq!(
        head(&Placed::Constant, "req_1"),
        ["x-category: \t~ ", "x-request-id: req_1"]
    );
}

#[test]
fn headers_beyond_what_a_response_can_hold_are_omitted_and_the_others_are_sent() {
    #[derive(Debug, Default)]
    struct Many {
        names: usize,
        lines: usize,
    }
    impl HeaderSet for Many {
        const NAMES: &'static [&'static str] = &["x-0", "link"];

        fn write(&self, headers: &mut HeaderWriter) {
            for index in 0..self.names {
                headers.set(&format!("x-{index}"), index);
            }
            for index in 0..self.lines {
                headers.append("link", format_args!("<{index}>"));
                headers.append("x-line", index);
            }
            headers.set("x-0", "last");
        }

        fn retry_after(&self) -> Option<std::time::Duration> {
            Some(std::time::Duration::from_secs(7))
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, code = "MANY", header("X-Constant" = "kept"))]
    struct TooMany(#[api_error(headers)] Many);

    for (names, lines) in [(30_000, 0), (0, 40_000), (100_000, 5), (10_000, 10_000)] {
        let mut response = render(&TooMany(Many { names, lines }), &Context::new());
        let headers = response.headers_mut();
        assert_eq!(headers["x-constant"], "kept");
        assert_eq!(headers["x-0"], "last");
        assert_eq!(headers["retry-after"], "7");
        assert!(
            (23_000..24_577).contains(&headers.len()),
            "{}",
            headers.len()
        );
        // Middleware has room for its own.
        for index in 0..500 {
            let name = http::HeaderName::from_bytes(format!("y-{index}").as_bytes()).unwrap();
            headers.insert(name, index.into());
        }
    }
    let few = render(&TooMany(Many { names: 2, lines: 1 }), &Context::new());
    assert_eq!(few.headers().len(), 8);
    // A name that is longer than any can be.
    #[derive(Debug, Default)]
    struct Long;
    impl HeaderSet for Long {
        const NAMES: &'static [&'static str] = &[];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set(&"x".repeat(1 << 16), 1);
            headers.append(&"x".repeat(1 << 17), 1);
            headers.set("", 1);
            headers.set("x-long", "y".repeat(1 << 20));
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, code = "LONG")]
    struct TooLong(#[api_error(headers)] Long);
    let response = render(&TooLong(Long), &Context::new());
    assert_eq!(response.headers()["x-long"].len(), 1 << 20);
    assert_eq!(response.headers().len(), 3);
}
