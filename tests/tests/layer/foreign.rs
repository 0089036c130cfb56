//! Which responses are replaced, and what is left of them.

use std::convert::Infallible;
use std::future::ready;
use std::pin::Pin;
use std::task::{self, Poll};

use bytes::Bytes;
use errorbook::{ApiError, Context, ErrorSpec, KeepResponse, Rendered, Replace, render};
use http::{Method, Request, Response};
use http_body::{Body, Frame, SizeHint};
use http_body_util::Full;
use tower_layer::Layer;
use tower_service::Service;

use crate::errors::{ClaimError, LAYER};
use crate::support::{Handler, answering, get, now, observe, response, seen, whole};

#[test]
fn a_response_without_content_type_is_replaced_and_its_headers_stay() {
    observe();
    let allowed = || response(405, &[("allow", "GET,HEAD"), ("content-length", "0")], "");
    let mut service = LAYER.layer(answering(allowed));
    let request = get("/claims?token=1", &[("x-request-id", "req_405")]);
    assert_eq!(
        whole(&mut service, request),
        "405\n\
         allow: GET,HEAD\n\
         cache-control: no-store\n\
         content-type: application/json\n\
         x-error-code: METHOD_NOT_ALLOWED\n\
         x-request-id: req_405\n\
         \n\
         {\"code\":\"METHOD_NOT_ALLOWED\",\"status\":405,\"id\":\"req_405\",\"path\":\"/claims\"}"
    );
    assert_eq!(
        seen("req_405"),
        ["GET - 405 METHOD_NOT_ALLOWED: 405 Method Not Allowed"]
    );
}

#[test]
fn what_describes_the_old_body_goes_and_all_else_wins() {
    let theirs = || {
        response(
            429,
            &[
                ("content-type", "text/html; charset=utf-8"),
                ("content-length", "1000"),
                ("content-language", "de"),
                ("content-disposition", "attachment"),
                ("content-location", "/x"),
                ("etag", "\"1\""),
                ("last-modified", "Tue, 15 Nov 1994 12:45:26 GMT"),
                ("accept-ranges", "bytes"),
                ("transfer-encoding", "chunked"),
                ("cache-control", "public"),
                ("retry-after", "120"),
                ("x-error-code", "THEIRS"),
                ("vary", "origin"),
                ("set-cookie", "a=1"),
                ("set-cookie", "b=2"),
                ("x-content-type-options", "nosniff"),
                ("access-control-allow-origin", "*"),
            ],
            "<p>slow down</p>",
        )
    };
    let request = get("/", &[("x-request-id", "req_429")]);
    assert_eq!(
        whole(&mut LAYER.layer(answering(theirs)), request),
        "429\n\
         access-control-allow-origin: *\n\
         cache-control: no-store\n\
         content-type: application/json\n\
         retry-after: 120\n\
         set-cookie: a=1\n\
         set-cookie: b=2\n\
         vary: origin\n\
         x-content-type-options: nosniff\n\
         x-error-code: THEIRS\n\
         x-request-id: req_429\n\
         \n\
         {\"code\":\"BUSY\",\"status\":429,\"id\":\"req_429\",\"path\":\"/\"}"
    );
}

#[test]
fn other_content_types_stay_unless_all_are_replaced() {
    let body_of = |content_type: Option<&str>, replace| {
        let headers: Vec<_> = content_type
            .iter()
            .map(|one| ("content-type", *one))
            .collect();
        let old = response(503, &headers, "theirs");
        let make = move || old.clone();
        let text = whole(
            &mut LAYER.clone().replace(replace).layer(answering(make)),
            get("/", &[]),
        );
        text.ends_with("\n\ntheirs")
    };
    for kept in [
        "application/json",
        "application/problem+json",
        "application/grpc",
        "application/octet-stream",
        "text/event-stream",
        "text/plainer",
        "image/png",
        "x",
    ] {
        assert!(body_of(Some(kept), Replace::TextOnly), "{kept}");
        assert!(!body_of(Some(kept), Replace::All), "{kept}");
        assert!(body_of(Some(kept), Replace::Nothing), "{kept}");
    }
    for replaced in [
        "",
        "text/plain",
        "Text/HTML",
        "text/plain;charset=utf-8",
        "text/html ; x",
    ] {
        assert!(!body_of(Some(replaced), Replace::TextOnly), "{replaced}");
        assert!(!body_of(Some(replaced), Replace::All), "{replaced}");
        assert!(body_of(Some(replaced), Replace::Nothing), "{replaced}");
    }
    assert!(!body_of(None, Replace::TextOnly));
    assert!(!body_of(None, Replace::default()));
    assert!(body_of(None, Replace::Nothing));
}

#[test]
fn a_response_that_is_not_an_error_has_only_the_id_added() {
    for status in [100, 101, 200, 204, 206, 301, 304, 600, 999] {
        let old = response(
            status,
            &[("content-type", "text/plain"), ("etag", "\"1\"")],
            "ok",
        );
        let request = get("/", &[("x-request-id", "req_ok")]);
        assert_eq!(
            whole(&mut LAYER.layer(answering(move || old.clone())), request),
            format!("{status}\ncontent-type: text/plain\netag: \"1\"\nx-request-id: req_ok\n\nok")
        );
    }
}

#[test]
fn a_response_of_errorbook_stays_also_with_another_status() {
    let ours = |status: u16| {
        move || {
            let mut response = render(&ClaimError::Taken, &Context::current()).map(Full::new);
            *response.status_mut() = status.try_into().unwrap();
            response
        }
    };
    for status in [409, 418, 500] {
        let request = get("/claims", &[("x-request-id", "req_taken")]);
        assert_eq!(
            whole(&mut LAYER.layer(answering(ours(status))), request),
            format!(
                "{status}\n\
                 cache-control: no-store\n\
                 content-type: application/json\n\
                 retry-after: 5\n\
                 x-claim: taken\n\
                 x-error-code: TAKEN\n\
                 x-request-id: req_taken\n\
                 \n\
                 {{\"code\":\"TAKEN\",\"status\":409,\"id\":\"req_taken\",\"path\":\"/claims\"}}"
            )
        );
    }
}

#[test]
fn a_response_has_the_facts_of_its_error_in_its_extensions() {
    let spec_of = |mut service: Layered| -> Option<&'static ErrorSpec> {
        let response = now(service.call(get("/", &[]))).unwrap();
        response.extensions().get::<Rendered>().map(Rendered::spec)
    };
    let spec = spec_of(boxed(|| response(404, &[], ""))).unwrap();
    assert_eq!(
        (spec.code(), spec.type_name()),
        (errorbook::Code::Text("NOT_FOUND"), "HttpError")
    );
    let own = || render(&ClaimError::Taken, &Context::new()).map(Full::new);
    assert!(std::ptr::eq(
        spec_of(boxed(own)).unwrap(),
        ClaimError::Taken.spec()
    ));
    assert!(spec_of(boxed(|| response(200, &[], ""))).is_none());
    let kept = || response(404, &[("content-type", "image/png")], "");
    assert!(spec_of(boxed(kept)).is_none());
}

type Layered = errorbook::ErrorService<
    Handler<Box<dyn Fn(Request<()>) -> crate::support::Answer>>,
    crate::errors::HttpError,
>;

fn boxed(make: impl Fn() -> Response<Full<Bytes>> + 'static) -> Layered {
    LAYER.layer(Handler(Box::new(move |_| ready(Ok(make())))))
}

#[test]
fn a_handler_keeps_its_own_response() {
    let kept = || {
        let mut response = response(503, &[("content-type", "text/plain")], "draining");
        response.extensions_mut().insert(KeepResponse);
        response
    };
    for layer in [LAYER.clone(), LAYER.clone().replace(Replace::All)] {
        assert_eq!(
            whole(
                &mut layer.layer(answering(kept)),
                get("/", &[("x-request-id", "a")])
            ),
            "503\ncontent-type: text/plain\nx-request-id: a\n\ndraining"
        );
    }
}

#[test]
fn a_header_that_the_status_requires_and_nobody_wrote_is_told_to_the_observer() {
    observe();
    for (status, code, name) in [
        (401, "UNAUTHORIZED", "www-authenticate"),
        (405, "METHOD_NOT_ALLOWED", "allow"),
        (407, "PROXY_UNAUTHORIZED", "proxy-authenticate"),
        (426, "UPGRADE", "upgrade"),
    ] {
        let id = format!("missing-{status}");
        let request = || get("/", &[("x-request-id", &id)]);
        let without = whole(
            &mut LAYER.layer(answering(move || response(status, &[], ""))),
            request(),
        );
        assert!(!without.contains(name), "{without}");
        let with = move || response(status, &[(name, "theirs")], "");
        let with = whole(&mut LAYER.layer(answering(with)), request());
        assert!(with.contains(&format!("\n{name}: theirs\n")), "{with}");
        let seen = seen(&id);
        let told = format!(
            " (omitted: header `{name}`: the status requires it, and the response that was replaced does not have it)"
        );
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert!(
            seen[0].starts_with(&format!("GET - {status} {code}: ")),
            "{seen:?}"
        );
        assert!(seen[0].ends_with(&told), "{seen:?}");
        assert!(!seen[1].contains("omitted"), "{seen:?}");
    }
}

#[test]
fn the_answer_to_head_has_the_length_of_that_to_get_and_no_body() {
    let mut service = LAYER.layer(answering(|| response(404, &[], "nothing")));
    let mut request = get("/nowhere", &[("x-request-id", "req_head")]);
    let body = whole(&mut service, request.clone());
    let body = body.split("\n\n").nth(1).unwrap();
    *request.method_mut() = Method::HEAD;
    assert_eq!(
        whole(&mut service, request),
        format!(
            "404\n\
             cache-control: no-store\n\
             content-length: {}\n\
             content-type: application/json\n\
             x-error-code: NOT_FOUND\n\
             x-request-id: req_head\n\
             \n",
            body.len()
        )
    );
}

/// A body that gives what is ready, then does what its end says.
struct Frames(Vec<Bytes>, End);

#[derive(Clone, Copy)]
enum End {
    Stalls,
    Fails,
    Panics,
    PanicsInDrop,
    PanicsTwice,
    NeverEnds,
}

impl Body for Frames {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, &'static str>>> {
        if !self.0.is_empty() {
            let first = self.0.remove(0);
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        match self.1 {
            End::Stalls => Poll::Pending,
            End::Fails => Poll::Ready(Some(Err("broken"))),
            End::Panics | End::PanicsTwice => panic!("body-secret"),
            End::NeverEnds => Poll::Ready(Some(Ok(Frame::data(Bytes::new())))),
            End::PanicsInDrop => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        match self.1 {
            End::PanicsInDrop if !std::thread::panicking() => panic!("drop-secret"),
            // The process ends if this happens while the first panic unwinds.
            End::PanicsTwice => panic!("drop-secret"),
            _ => {}
        }
    }
}

impl From<Bytes> for Frames {
    fn from(body: Bytes) -> Self {
        Frames(vec![body], End::Fails)
    }
}

#[test]
fn a_text_that_stalls_fails_panics_or_never_ends_does_not_hold_up_the_answer() {
    observe();
    for (end, id, log) in [
        (End::Stalls, "stalls", "db-7 password=hunter2"),
        (End::Fails, "fails", "db-7 password=hunter2"),
        (End::Panics, "body-panics", "panicked: body-secret"),
        (End::PanicsInDrop, "drop-panics", "panicked: drop-secret"),
        (End::PanicsTwice, "panics-twice", "panicked: drop-secret"),
        (End::NeverEnds, "never-ends", "db-7 password=hunter2"),
    ] {
        let mut service = LAYER.layer(Handler(move |_: Request<()>| {
            let texts = ["db-7 ", "password=hunter2"].map(Bytes::from);
            let mut response = Response::new(Frames(texts.into(), end));
            *response.status_mut() = http::StatusCode::BAD_GATEWAY;
            ready(Ok::<_, Infallible>(response))
        }));
        let response = now(service.call(get("/", &[("x-request-id", id)]))).unwrap();
        assert_eq!(response.status(), 500);
        let body = std::str::from_utf8(&response.body().0[0])
            .unwrap()
            .to_owned();
        assert_eq!(
            body,
            format!("{{\"code\":\"INTERNAL\",\"status\":500,\"id\":\"{id}\",\"path\":\"/\"}}")
        );
        std::mem::forget(response);
        assert_eq!(
            seen(id),
            [format!(
                "GET - 500 INTERNAL: 502 Bad Gateway: {log} < 502 Bad Gateway: {log}"
            )]
        );
    }
}

#[test]
fn at_most_four_kibibytes_of_a_text_are_for_logs() {
    observe();
    let text = "é".repeat(4000);
    let old = response(503, &[("content-type", "text/plain")], &format!("x{text}"));
    whole(
        &mut LAYER.layer(answering(move || old.clone())),
        get("/", &[("x-request-id", "long")]),
    );
    let seen = seen("long");
    let log = seen[0]
        .strip_prefix("GET - 503 UNAVAILABLE: 503 Service Unavailable: ")
        .unwrap();
    assert_eq!(log, format!("x{}…", "é".repeat(2047)));
    // Bytes that are not text are not read as one.
    let zipped = || response(503, &[("content-encoding", "gzip")], "zipped");
    whole(
        &mut LAYER.layer(answering(zipped)),
        get("/", &[("x-request-id", "zipped")]),
    );
    assert_eq!(
        crate::support::seen("zipped"),
        ["GET - 503 UNAVAILABLE: 503 Service Unavailable"]
    );
}
