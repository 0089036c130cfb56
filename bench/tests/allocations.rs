//! How often a response allocates, which no profiler is needed for.
//!
//! With the feature `tower`, which a build of the whole workspace turns on for all of its crates, each response also
//! carries a mark for the layer.

use axum::response::IntoResponse;
use errorbook::{ApiError, Context, render, scope};
use errorbook_bench::cases::{Case, REQUEST_ID};
use errorbook_bench::request::{finish, handle};
use http::Extensions;

/// The allocations of what is done for the second time.
fn allocations<T>(mut work: impl FnMut() -> T) -> u64 {
    drop(work());
    allocation_counter::measure(|| drop(work())).count_total
}

/// The allocations of the mark by which a layer knows a response, if it has one.
fn of_mark(extensions: &Extensions) -> u64 {
    if extensions.is_empty() {
        return 0;
    }
    assert_eq!(extensions.len(), 1);
    allocations(|| {
        let mut extensions = Extensions::new();
        extensions.insert(0_u64);
        extensions
    })
}

#[test]
fn a_response_allocates_as_often_as_one_by_hand() {
    for case in Case::ALL {
        let (by_hand, declared) = (case.by_hand(), case.declared());
        let context = match case.request_id() {
            Some(id) => Context::new().with_request_id(id),
            None => Context::new(),
        };
        let mark = of_mark(render(&declared, &context).extensions());
        assert_eq!(
            allocations(|| render(&declared, &context)),
            allocations(|| by_hand.respond(case.request_id())) + mark,
            "{case:?}"
        );
    }
}

#[test]
fn a_body_is_one_allocation_and_a_static_one_none() {
    // The index and the entries of the header map.
    const HEADERS: u64 = 2;
    // The buffer of the values, and the count of those who share it.
    const VALUES: u64 = 2;

    let of = |case: Case, context: &Context| {
        let error = case.declared();
        let mark = of_mark(render(&error, context).extensions());
        allocations(|| render(&error, context)) - mark
    };
    let alone = Context::new();
    assert_eq!(of(Case::Static, &alone), HEADERS);
    assert_eq!(of(Case::Clean, &alone), HEADERS + 1);
    assert_eq!(of(Case::ToEscape, &alone), HEADERS + 1);
    assert_eq!(of(Case::Fields, &alone), HEADERS + 1);
    let context = Context::new().with_request_id(REQUEST_ID);
    assert_eq!(of(Case::Static, &context), HEADERS + 1);
    assert_eq!(of(Case::RateLimit, &context), HEADERS + VALUES + 1);
}

#[test]
fn axum_boxes_the_body_and_nothing_else_is_added() {
    let error = Case::Static.declared();
    let mark = of_mark(error.into_response().extensions());
    let by_axum = allocations(|| Case::Static.declared().into_response());
    assert_eq!(
        by_axum,
        allocations(|| Case::Static.by_hand().into_axum(None)) + mark
    );
}

#[test]
fn facts_and_successful_requests_allocate_nothing() {
    let error = Case::Static.declared();
    assert_eq!(
        allocations(|| (error.spec().status(), error.spec().code())),
        0
    );
    let context = Context::new().with_request_id(REQUEST_ID);
    let request = || finish(scope(context.clone(), handle()));
    assert_eq!(allocations(request), 0);
}

#[test]
fn a_scope_is_no_larger_than_two_of_its_requests_and_four_pointers() {
    let request = async {
        let held = [0_u8; 1000];
        handle().await;
        held
    };
    let inside = size_of_val(&request);
    let around = size_of_val(&scope(Context::new(), request));
    // An `async fn` keeps what it was given beside the place where it is pinned, and what would be
    // smaller needs `unsafe` or another dependency.
    let limit = 2 * inside + size_of::<usize>() * 4;
    assert!(around <= limit, "{around} bytes around {inside}");
}
