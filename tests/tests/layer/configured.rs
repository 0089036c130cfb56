//! The options of the layer, and what is said of wrong ones.

use std::convert::Infallible;
use std::future::ready;

use bytes::Bytes;
use errorbook::{ApiError, Catalog, Context, ErrorLayer, ErrorSet, KeepResponse, Replace, render};
use http::{Request, Response};
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full};
use tower_layer::Layer;

use crate::errors::{ClaimError, HttpError, LAYER};
use crate::support::{Handler, answering, get, response, whole};

#[test]
fn a_layer_is_one_pointer_wide_also_with_options() {
    assert_eq!(size_of::<ErrorLayer<HttpError>>(), size_of::<usize>());
    let layer = LAYER
        .clone()
        .expose_headers()
        .map_body(|body: Bytes| Full::new(body));
    assert_eq!(size_of_val(&layer), size_of::<usize>());
    let _copies = [layer.clone(), layer];
    assert_eq!(
        format!(
            "{:?}",
            LAYER
                .clone()
                .request_id_prefix("a_")
                .replace(Replace::Nothing)
        ),
        "ErrorLayer { request_ids: true, request_id_header: \"x-request-id\", request_id_prefix: \"a_\", expose_headers: false, replace: Nothing, .. }"
    );
}

#[test]
fn the_service_adds_what_it_knows_to_the_context_but_another_id() {
    let layer = LAYER.clone().context(|head, context| {
        assert_eq!(context.request_id(), Some("req_1"));
        assert_eq!(context.instance(), Some("/a"));
        assert_eq!(context.method(), Some(&http::Method::GET));
        let tenant = head.headers["x-tenant"].to_str().unwrap().to_owned();
        context
            .with_value("tenant", tenant)
            .with_instance("/other")
            .with_request_id("another")
    });
    let request = get("/a", &[("x-request-id", "req_1"), ("x-tenant", "acme")]);
    let text = whole(
        &mut layer.layer(answering(|| response(404, &[], ""))),
        request,
    );
    assert!(text.contains("x-request-id: req_1\n"), "{text}");
    assert!(
        text.ends_with(
            "{\"code\":\"NOT_FOUND\",\"status\":404,\"id\":\"req_1\",\"path\":\"/other\",\"tenant\":\"acme\"}"
        ),
        "{text}"
    );
    // The handler has the same, and its request is whole.
    let mut service = layer.layer(Handler(|request: Request<()>| {
        assert_eq!(request.headers()["x-tenant"], "acme");
        assert_eq!(request.uri().path(), "/a");
        assert_eq!(Context::current().value("tenant"), Some("acme"));
        ready(Ok(response(200, &[], "")))
    }));
    let request = get("/a", &[("x-request-id", "req_1"), ("x-tenant", "acme")]);
    assert_eq!(whole(&mut service, request), "200\nx-request-id: req_1\n\n");
}

#[test]
fn scripts_of_other_origins_read_the_id_and_what_errors_add() {
    let exposed = |headers: &'static [(&str, &str)], status: u16| {
        let layer = LAYER.clone().expose_headers();
        let mut service = layer.layer(answering(move || response(status, headers, "")));
        let text = whole(&mut service, get("/", &[]));
        let lines: Vec<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix("access-control-expose-headers: "))
            .map(str::to_owned)
            .collect();
        lines
    };
    assert_eq!(exposed(&[], 200), ["x-request-id"]);
    assert_eq!(exposed(&[("x-other", "1")], 200), ["x-request-id"]);
    assert_eq!(exposed(&[], 404), ["x-error-code, x-request-id"]);
    assert_eq!(
        exposed(&[], 429),
        ["retry-after, x-error-code, x-request-id"]
    );
    assert_eq!(
        exposed(
            &[
                ("retry-after", "1"),
                ("x-other", "1"),
                ("set-cookie", "a=b")
            ],
            404
        ),
        ["retry-after, x-error-code, x-request-id"]
    );
    assert_eq!(
        exposed(
            &[("access-control-expose-headers", "X-Request-ID, etag")],
            404
        ),
        ["X-Request-ID, etag, x-error-code"]
    );
    assert_eq!(
        exposed(
            &[
                ("access-control-expose-headers", "a,,b"),
                ("access-control-expose-headers", "c"),
            ],
            200
        ),
        ["a, b, c, x-request-id"]
    );
    assert_eq!(
        exposed(&[("access-control-expose-headers", "*")], 404),
        ["*"]
    );
    assert_eq!(
        exposed(&[("content-type", "image/png"), ("retry-after", "1")], 503),
        ["retry-after, x-request-id"]
    );

    let own = || render(&ClaimError::Taken, &Context::new()).map(Full::new);
    let text = whole(
        &mut LAYER.clone().expose_headers().layer(answering(own)),
        get("/", &[]),
    );
    let line =
        "\naccess-control-expose-headers: retry-after, x-claim, x-error-code, x-request-id\n";
    assert!(text.contains(line), "{text}");

    let layer = LAYER.clone().expose_headers().without_request_ids();
    let text = whole(
        &mut layer.layer(answering(|| response(200, &[], ""))),
        get("/", &[]),
    );
    assert_eq!(text, "200\n\n");
}

#[test]
fn a_body_that_is_not_made_from_bytes_is_made_by_a_function() {
    type Boxed = BoxBody<Bytes, Infallible>;
    let layer = LAYER
        .clone()
        .map_body(|body: Bytes| Full::new(body).boxed());
    let mut service = layer.layer(Handler(|request: Request<()>| {
        let kept = request.uri().path() == "/kept";
        let body: Boxed = Full::from("theirs").boxed();
        let mut response = Response::new(body);
        *response.status_mut() = http::StatusCode::NOT_FOUND;
        if kept {
            response.extensions_mut().insert(KeepResponse);
        }
        ready(Ok::<_, Infallible>(response))
    }));
    let text = whole(&mut service, get("/", &[("x-request-id", "a")]));
    assert!(text.ends_with("{\"code\":\"NOT_FOUND\",\"status\":404,\"id\":\"a\",\"path\":\"/\"}"));
    assert!(whole(&mut service, get("/kept", &[])).ends_with("\n\ntheirs"));
}

/// What a panic says.
fn said<T>(work: impl FnOnce() -> T) -> String {
    let work = std::panic::AssertUnwindSafe(|| {
        drop(work());
    });
    let payload = std::panic::catch_unwind(work).expect_err("it panics");
    match payload.downcast_ref::<String>() {
        Some(text) => text.clone(),
        None => (*payload.downcast_ref::<&'static str>().unwrap()).to_owned(),
    }
}

#[test]
fn a_wrong_option_panics_where_it_is_written_and_says_what_to_write() {
    let layer = || LAYER.clone();
    for name in ["", "x request id", "x-réquest", "a:b", "x\n"] {
        assert_eq!(
            said(|| layer().request_id_header(name)),
            format!(
                "{name:?} is not the name of a header: write one of letters, digits and `-`, as in `\"x-request-id\"`"
            )
        );
    }
    for name in [
        "Content-Length",
        "set-cookie",
        "host",
        "Access-Control-Allow-Origin",
    ] {
        assert_eq!(
            said(|| layer().request_id_header(name)),
            format!(
                "the header `{}` has a meaning of its own: write another for the request id, as in `\"x-request-id\"`",
                name.to_lowercase()
            )
        );
    }
    for prefix in ["a b", "é_", "<", "\"", "a\n"] {
        assert_eq!(
            said(|| layer().request_id_prefix(prefix)),
            format!(
                "{prefix:?} cannot be the prefix of request ids: write visible ASCII without spaces, quotes, `<`, `>`, `&` and `\\`, as in `\"req_\"`"
            )
        );
    }
    let long: &'static str = "x".repeat(65).leak();
    assert_eq!(
        said(|| layer().request_id_prefix(long)),
        "the prefix of request ids has 65 bytes: write at most 64"
    );
}

#[test]
fn a_layer_whose_errors_are_not_in_the_catalog_panics_when_it_is_built() {
    static PART: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS]);
    assert_eq!(
        said(|| PART.layer::<HttpError>()),
        "the layer answers with errors of `HttpError`, which are not in the catalog: add `HttpError::ERRORS` to the sets of `Catalog::new`"
    );

    /// Has no errors of its own.
    #[derive(Debug, ApiError)]
    #[api_error(envelope = crate::errors::Body)]
    enum Both {
        #[api_error(transparent)]
        Http(#[from] HttpError),
        #[api_error(transparent)]
        Claim(#[from] ClaimError),
    }
    impl From<errorbook::FrameworkError> for Both {
        fn from(error: errorbook::FrameworkError) -> Self {
            Both::Http(error.into())
        }
    }
    // What it nests counts, on both sides.
    static ALL: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS, HttpError::ERRORS]);
    static NESTED: Catalog = Catalog::new("Claims", "1.0.0", &[Both::ERRORS]);
    const LAYERS: [ErrorLayer<Both>; 2] = [ALL.layer(), NESTED.layer()];
    let _ = (LAYERS, NESTED.layer::<HttpError>());
    assert_eq!(
        said(|| PART.layer::<Both>()),
        "the layer answers with errors of `HttpError`, which are not in the catalog: add `Both::ERRORS` to the sets of `Catalog::new`"
    );
}
