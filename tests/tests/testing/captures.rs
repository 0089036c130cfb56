//! Captures in one thread and across threads.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use axum::response::IntoResponse;
use errorbook::testing::{Capture, Captured, capture, capture_async};
use errorbook::{ApiError, Context, on_error, render, scope};
use http::StatusCode;
use tokio::task::{JoinSet, yield_now};

#[derive(Debug, ApiError)]
enum StoreError {
    #[api_error(status = 404, code = 20404, message = "no row {0}")]
    NoRow(u32),
    #[api_error(status = 503, display = "the store failed")]
    Down {
        #[api_error(header = "X-Store")]
        store: &'static str,
        source: Cause,
    },
}

#[derive(Debug)]
struct Cause(Option<Box<Cause>>, &'static str);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }
}

impl std::error::Error for Cause {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.as_deref().map(|cause| cause as _)
    }
}

/// Makes an error response, as a handler does.
fn answer(row: u32) {
    let _ = StoreError::NoRow(row).into_response();
}

fn texts(reports: &[Captured]) -> Vec<&str> {
    reports.iter().map(Captured::text).collect()
}

#[test]
fn a_capture_has_the_value_and_all_that_the_observer_is_told() {
    let cause = Cause(Some(Box::new(Cause(None, "timeout"))), "connection lost");
    let context = Context::new()
        .with_request_id("req_1")
        .with_instance("/rows/7");
    let error = StoreError::Down {
        store: "db\n7",
        source: cause,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let respond = scope(context, async { error.into_response().status() });
    let (status, reports) = capture(|| runtime.block_on(respond));
    assert_eq!(status, 503);
    let [report] = &reports[..] else {
        panic!("{reports:?}");
    };
    assert_eq!(report.code(), "DOWN");
    assert_eq!(report.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(report.type_name(), "StoreError");
    assert_eq!(report.variant_name(), "Down");
    assert_eq!(report.spec().title(), "Service Unavailable");
    assert_eq!(report.text(), "the store failed");
    assert_eq!(report.sources(), ["connection lost", "timeout"]);
    assert_eq!(report.context().request_id(), Some("req_1"));
    assert_eq!(report.context().instance(), Some("/rows/7"));
    assert_eq!(report.omitted().len(), 1);
    let line = "DOWN 503: the store failed: connection lost: timeout; omitted ";
    assert_eq!(report.to_string(), format!("{line}{}", report.omitted()[0]));
    assert_eq!(
        format!("{report:#?}")
            .lines()
            .take(10)
            .collect::<Vec<_>>()
            .join("\n"),
        "\
Captured {
    error: StoreError::Down,
    code: DOWN,
    status: 503,
    text: \"the store failed\",
    sources: [
        \"connection lost\",
        \"timeout\",
    ],
    context: Context {"
    );
}

#[test]
fn the_observer_is_still_told() {
    static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());
    on_error(|report| TOLD.lock().unwrap().push(report.error().to_string()));
    let ((), reports) = capture(|| answer(4711));
    assert_eq!(texts(&reports), ["no row 4711"]);
    let told = TOLD.lock().unwrap();
    assert_eq!(told.iter().filter(|text| *text == "no row 4711").count(), 1);
}

#[test]
fn errors_outside_of_the_capture_and_rendered_ones_are_not_seen() {
    answer(1);
    let (_, reports) = capture(|| render(&StoreError::NoRow(2), &Context::new()));
    answer(3);
    assert_eq!(texts(&reports), [""; 0]);
}

#[test]
fn a_capture_inside_a_capture_is_seen_by_both() {
    let (inner, outer) = capture(|| {
        answer(1);
        let ((), inner) = capture(|| answer(2));
        answer(3);
        inner
    });
    assert_eq!(texts(&inner), ["no row 2"]);
    assert_eq!(texts(&outer), ["no row 1", "no row 2", "no row 3"]);
}

#[test]
fn a_capture_that_is_entered_twice_has_each_report_once() {
    let capture = Capture::new();
    let first = capture.enter();
    let second = capture.enter();
    answer(1);
    drop(first);
    answer(2);
    drop(second);
    answer(3);
    assert_eq!(texts(&capture.reports()), ["no row 1", "no row 2"]);
}

#[test]
fn guards_can_end_in_any_order() {
    let (one, two) = (Capture::new(), Capture::new());
    let first = one.enter();
    let second = two.enter();
    answer(1);
    drop(first);
    answer(2);
    drop(second);
    answer(3);
    assert_eq!(texts(&one.reports()), ["no row 1"]);
    assert_eq!(texts(&two.take()), ["no row 1", "no row 2"]);
    assert_eq!(texts(&two.take()), [""; 0]);
}

#[test]
fn a_panic_ends_a_capture_and_loses_no_report_of_another() {
    let ((), reports) = capture(|| {
        let inner = AssertUnwindSafe(|| {
            capture(|| {
                answer(1);
                panic!("inside of a capture");
            })
        });
        assert!(catch_unwind(inner).is_err());
        answer(2);
    });
    assert_eq!(texts(&reports), ["no row 1", "no row 2"]);
    answer(3);
    let ((), reports) = capture(|| ());
    assert_eq!(texts(&reports), [""; 0]);
}

#[test]
fn an_error_whose_display_panics_is_answered_all_the_same() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, display = "{0}")]
    struct Panics(Shown);

    #[derive(Debug)]
    struct Shown;

    impl fmt::Display for Shown {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            panic!("a text that cannot be shown");
        }
    }

    let (status, reports) = capture(|| Panics(Shown).into_response().status());
    assert_eq!(status, 409);
    assert_eq!(reports.len(), 0);
}

#[test]
fn tests_that_run_at_the_same_time_do_not_see_each_other() {
    thread::scope(|threads| {
        for test in 0..16 {
            threads.spawn(move || {
                let ((), reports) = capture(|| {
                    for number in 0..100 {
                        answer(test * 1000 + number);
                        thread::yield_now();
                    }
                });
                let expected: Vec<_> = (0..100)
                    .map(|number| format!("no row {}", test * 1000 + number))
                    .collect();
                assert_eq!(texts(&reports), expected);
            });
        }
    });
}

#[tokio::test]
async fn futures_that_take_turns_on_one_thread_do_not_see_each_other() {
    let one = capture_async(async {
        for number in 0..10 {
            answer(number);
            yield_now().await;
        }
    });
    let two = capture_async(async {
        for number in 100..105 {
            yield_now().await;
            answer(number);
        }
    });
    let rest = async {
        for _ in 0..10 {
            answer(1000);
            yield_now().await;
        }
    };
    let (((), one), ((), two), ()) = tokio::join!(one, two, rest);
    let expected = |numbers: std::ops::Range<u32>| {
        numbers
            .map(|number| format!("no row {number}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(&one), expected(0..10));
    assert_eq!(texts(&two), expected(100..105));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn work_that_takes_its_context_along_is_seen_on_other_threads() {
    let (threads, reports) = capture_async(async {
        let mut tasks = JoinSet::new();
        for number in 0..64 {
            tasks.spawn(scope(Context::current(), async move {
                tokio::time::sleep(Duration::from_millis(1)).await;
                answer(number);
                // It goes on to whatever that work spawns in turn.
                let further = scope(Context::current(), async move { answer(number + 100) });
                tokio::spawn(further).await.unwrap();
                thread::current().id()
            }));
        }
        tasks.join_all().await
    })
    .await;
    assert!(threads.iter().any(|id| *id != thread::current().id()));
    let mut texts = texts(&reports);
    texts.sort_unstable();
    let mut expected: Vec<_> = (0..64)
        .chain(100..164)
        .map(|number| format!("no row {number}"))
        .collect();
    expected.sort_unstable();
    assert_eq!(texts, expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn work_without_its_context_is_not_seen() {
    let ((), reports) = capture_async(async {
        tokio::spawn(async { answer(1) }).await.unwrap();
        tokio::spawn(scope(Context::new(), async { answer(2) }))
            .await
            .unwrap();
    })
    .await;
    assert_eq!(texts(&reports), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_context_in_the_scope_of_the_capture_hides_nothing() {
    let ((), reports) = capture_async(async {
        let context = Context::new().with_request_id("req_2");
        scope(context, async {
            answer(1);
            let work = scope(Context::current(), async { answer(2) });
            tokio::spawn(work).await.unwrap();
        })
        .await;
    })
    .await;
    assert_eq!(texts(&reports), ["no row 1", "no row 2"]);
    assert_eq!(reports[1].context().request_id(), Some("req_2"));
}

#[test]
fn a_capture_is_entered_on_other_threads_by_hand() {
    let capture = Capture::new();
    thread::scope(|threads| {
        for number in 0..4 {
            let capture = &capture;
            threads.spawn(move || {
                let _entered = capture.enter();
                answer(number);
            });
        }
        threads.spawn(|| answer(99));
    });
    let reports = capture.take();
    let mut texts = texts(&reports);
    texts.sort_unstable();
    assert_eq!(texts, ["no row 0", "no row 1", "no row 2", "no row 3"]);
}
