//! `http_server_errors_total`, and what logs and metrics allocate.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use errorbook::{ApiError, Context, FrameworkError, notify, render};
use errorbook_telemetry::{ClaimError, LAYER, run, send, service};
use metrics::{
    Counter, CounterFn, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit,
    with_local_recorder,
};

/// The counters, by name and labels.
#[derive(Clone, Default)]
struct Counters(Arc<Mutex<BTreeMap<String, u64>>>);

struct One(Counters, String);

impl CounterFn for One {
    fn increment(&self, value: u64) {
        *self.0.0.lock().unwrap().entry(self.1.clone()).or_default() += value;
    }

    fn absolute(&self, _: u64) {}
}

impl Recorder for Counters {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        let labels = key
            .labels()
            .map(|label| format!("{}={:?}", label.key(), label.value()));
        let labels: Vec<_> = labels.collect();
        let name = format!("{}{{{}}}", key.name(), labels.join(","));
        Counter::from_arc(Arc::new(One(self.clone(), name)))
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::noop()
    }
}

/// The counters after `act`.
fn counted(act: impl FnOnce()) -> Vec<String> {
    let counters = Counters::default();
    with_local_recorder(&counters, act);
    let counters = counters.0.lock().unwrap();
    counters
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect()
}

#[test]
fn each_error_response_is_counted_once_by_code_and_status() {
    let counters = counted(|| {
        for path in [
            "/claims/7",
            "/claims/8",
            "/store",
            "/numbered",
            "/numbered",
            "/panic",
            "/nowhere",
            "/bare",
            "/fine",
        ] {
            run(send(service().layer(LAYER.clone()), "GET", path));
        }
    });
    assert_eq!(
        counters,
        [
            r#"http_server_errors_total{code="50017",status="500"} 2"#,
            r#"http_server_errors_total{code="NOT_FOUND",status="404"} 2"#,
            r#"http_server_errors_total{code="STORE",status="503"} 1"#,
            r#"http_server_errors_total{code="bad_gateway",status="502"} 1"#,
            r#"http_server_errors_total{code="internal_server_error",status="500"} 1"#,
            r#"http_server_errors_total{code="not_found",status="404"} 1"#,
        ]
    );
}

/// Reports a response.
fn report(error: &ClaimError) {
    let context = Context::new();
    let response = render(error, &context);
    notify(error, &context, &response);
}

#[test]
fn one_error_with_several_statuses_has_a_counter_for_each() {
    let of = |status| ClaimError::from(FrameworkError::new(StatusCode::from_u16(status).unwrap()));
    let code = of(599).spec().code().to_string();
    assert_eq!(of(598).spec().code(), code.as_str());
    let counters = counted(|| [598, 599, 598].map(of).iter().for_each(report));
    assert_eq!(
        counters,
        [
            format!("http_server_errors_total{{code=\"{code}\",status=\"598\"}} 2"),
            format!("http_server_errors_total{{code=\"{code}\",status=\"599\"}} 1"),
        ]
    );
}

#[test]
fn a_recorder_that_comes_later_counts_too() {
    report(&ClaimError::Quiet);
    for _ in 0..2 {
        assert_eq!(
            counted(|| report(&ClaimError::Quiet)),
            [r#"http_server_errors_total{code="QUIET",status="502"} 1"#]
        );
    }
}

/// A recorder that allocates nothing.
struct Free;

impl Recorder for Free {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        assert_eq!(key.labels().count(), 2);
        Counter::noop()
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::noop()
    }
}

/// How often a report of an error allocates, from the second on.
fn allocations(error: &ClaimError) -> u64 {
    let context = Context::new();
    let response = render(error, &context);
    notify(error, &context, &response);
    allocation_counter::measure(|| notify(error, &context, &response)).count_total
}

#[test]
fn no_counter_allocates_again_and_an_event_of_a_numeric_code_allocates_as_often_as_another() {
    let odd = ClaimError::from(FrameworkError::new(StatusCode::from_u16(597).unwrap()));
    for error in [
        ClaimError::Numbered,
        ClaimError::Quiet,
        ClaimError::NotFound(7),
        odd,
    ] {
        let count = with_local_recorder(&Free, || allocations(&error));
        assert_eq!(count, 0, "{error:?}");
    }

    // In one test: a subscriber on another thread would be asked, too.
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(std::io::sink)
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        let numbered = allocations(&ClaimError::Numbered);
        assert!(numbered > 0, "the chain is a text");
        assert_eq!(numbered, allocations(&ClaimError::Quiet));
    });
}
