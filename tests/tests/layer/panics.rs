//! Panics, wherever they happen.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{self, Poll};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use tower_layer::Layer;
use tower_service::Service;

use crate::errors::LAYER;
use crate::support::{Answer, Bomb, Handler, answering, get, now, observe, response, seen, whole};

const SECRET: &str = "password=hunter2";

fn internal(id: &str) -> String {
    format!(
        "500\n\
         cache-control: no-store\n\
         content-type: application/json\n\
         x-error-code: INTERNAL\n\
         x-request-id: {id}\n\
         \n\
         {{\"code\":\"INTERNAL\",\"status\":500,\"id\":\"{id}\",\"path\":\"/\"}}"
    )
}

fn told(text: &str) -> [String; 1] {
    let log = format!("500 Internal Server Error: panicked{text}");
    [format!("GET - 500 INTERNAL: {log} < {log}")]
}

/// Panics when it is polled, or dropped, or both.
struct Panics {
    in_poll: bool,
    in_drop: bool,
}

impl Future for Panics {
    type Output = Result<Response<Full<Bytes>>, Infallible>;

    fn poll(self: Pin<&mut Self>, _: &mut task::Context<'_>) -> Poll<Self::Output> {
        assert!(!self.in_poll, "{SECRET}");
        Poll::Ready(Ok(response(200, &[], "fine")))
    }
}

impl Drop for Panics {
    fn drop(&mut self) {
        if self.in_drop && !std::thread::panicking() {
            panic!("in drop");
        }
    }
}

#[test]
fn a_panic_is_answered_and_its_text_is_for_the_observer() {
    observe();
    let request = |id: &str| get("/", &[("x-request-id", id)]);

    let mut at_once = LAYER.layer(Handler(|_: Request<()>| -> Answer { panic!("{SECRET}") }));
    assert_eq!(whole(&mut at_once, request("in-call")), internal("in-call"));
    assert_eq!(seen("in-call"), told(&format!(": {SECRET}")));

    let mut awaited = LAYER.layer(Handler(|_: Request<()>| async {
        std::future::poll_fn(|cx| {
            static WAITED: std::sync::atomic::AtomicBool =
                std::sync::atomic::AtomicBool::new(false);
            cx.waker().wake_by_ref();
            match WAITED.swap(true, std::sync::atomic::Ordering::Relaxed) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            }
        })
        .await;
        if SECRET.is_empty() {
            return Ok(response(200, &[], ""));
        }
        std::panic::panic_any(SECRET.to_owned())
    }));
    assert_eq!(whole(&mut awaited, request("awaited")), internal("awaited"));
    assert_eq!(seen("awaited"), told(&format!(": {SECRET}")));

    for in_drop in [false, true] {
        let id = format!("in-poll-{in_drop}");
        let mut polled = LAYER.layer(Handler(|_: Request<()>| Panics {
            in_poll: true,
            in_drop,
        }));
        assert_eq!(whole(&mut polled, request(&id)), internal(&id));
        assert_eq!(seen(&id), told(&format!(": {SECRET}")));
    }

    let mut no_text = LAYER.layer(Handler(|_: Request<()>| -> Answer {
        std::panic::panic_any(Bomb)
    }));
    assert_eq!(whole(&mut no_text, request("no-text")), internal("no-text"));
    assert_eq!(seen("no-text"), told(""));

    /// Its drop panics with another of its kind.
    struct Chain;
    impl Drop for Chain {
        fn drop(&mut self) {
            std::panic::panic_any(Chain);
        }
    }
    let mut chain = LAYER.layer(Handler(|_: Request<()>| -> Answer {
        std::panic::panic_any(Chain)
    }));
    assert_eq!(whole(&mut chain, request("chain")), internal("chain"));
    assert_eq!(seen("chain"), told(""));
}

#[test]
fn a_panic_in_a_guard_of_the_handler_is_answered() {
    struct Guard;
    impl Drop for Guard {
        fn drop(&mut self) {
            if !std::thread::panicking() {
                panic!("{SECRET}");
            }
        }
    }
    let mut service = LAYER.layer(Handler(|_: Request<()>| async {
        let _guard = Guard;
        Ok::<_, Infallible>(response(200, &[], "fine"))
    }));
    let request = get("/", &[("x-request-id", "guard")]);
    assert_eq!(whole(&mut service, request), internal("guard"));
}

#[test]
fn a_panic_of_what_the_service_configured_is_answered() {
    observe();
    let fine = || answering(|| response(200, &[], "fine"));
    let request = |id: &str| get("/", &[("x-request-id", id)]);

    let context = LAYER.clone().context(|head, context| {
        assert!(!head.headers.contains_key("x-request-id"), "{SECRET}");
        context
    });
    assert_eq!(
        whole(&mut context.layer(fine()), request("context")),
        internal("context")
    );
    assert_eq!(seen("context"), told(&format!(": {SECRET}")));

    let ids = LAYER
        .clone()
        .request_ids(|head| -> &'static str { panic!("{} {SECRET}", head.uri) });
    let response = now(ids.layer(fine()).call(get("/", &[]))).unwrap();
    let id = response.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(id.len(), 26);
    assert_eq!(seen(&id), told(&format!(": / {SECRET}")));
    // The same service answers the next request.
    assert!(whole(&mut ids.layer(fine()), request("given")).ends_with("fine"));
}

#[test]
fn a_panic_of_the_observer_does_not_keep_the_answer_back() {
    observe();
    let mut service = LAYER.layer(answering(|| response(404, &[], "")));
    let text = whole(
        &mut service,
        get("/", &[("x-request-id", "observer-panics-1")]),
    );
    assert!(text.starts_with("404\n"), "{text}");
    assert!(text.ends_with(
        "{\"code\":\"NOT_FOUND\",\"status\":404,\"id\":\"observer-panics-1\",\"path\":\"/\"}"
    ));
    assert_eq!(seen("observer-panics-1").len(), 1);

    let text = whole(
        &mut service,
        get("/", &[("x-request-id", "observer-panics-bomb")]),
    );
    assert!(text.starts_with("404\n"), "{text}");
}

#[test]
fn a_panic_of_the_conversion_is_answered() {
    observe();
    let mut once = LAYER.layer(answering(|| response(418, &[("x-theirs", "1")], "")));
    assert_eq!(
        whole(&mut once, get("/", &[("x-request-id", "once")])),
        internal("once").replace("x-request-id: once\n", "x-request-id: once\nx-theirs: 1\n")
    );
    assert_eq!(seen("once"), told(": no tea for 418 I'm a teapot"));
    let mut twice = LAYER.layer(answering(|| response(508, &[("x-theirs", "1")], "secret")));
    assert_eq!(
        whole(&mut twice, get("/", &[("x-request-id", "twice")])),
        "508\ncache-control: no-store\nx-request-id: twice\n\n"
    );
}

#[test]
fn a_future_that_panics_in_its_drop_after_it_is_done_has_answered() {
    let mut service = LAYER.layer(Handler(|_: Request<()>| Panics {
        in_poll: false,
        in_drop: true,
    }));
    let mut future = Box::pin(service.call(get("/", &[("x-request-id", "done")])));
    let mut cx = task::Context::from_waker(std::task::Waker::noop());
    let Poll::Ready(Ok(response)) = future.as_mut().poll(&mut cx) else {
        panic!("it is ready");
    };
    assert_eq!(response.status(), 200);
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(future))).is_err());
}
