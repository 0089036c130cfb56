//! All that is measured.

use std::hint::black_box;

use axum::response::IntoResponse;
use errorbook::{ApiError, Context, scope};

use crate::cases::{CLEAN, Case, REQUEST_ID};
use crate::subject::{Subject, Table};
use crate::{by_hand, declared, request};

/// The way that the others are compared with.
pub const FLOOR: &str = "by hand";
/// The way that is ours.
pub const OURS: &str = "errorbook";

/// All that is measured. The first subject of a case is its floor, the second is ours.
#[must_use]
pub fn subjects() -> Vec<Subject> {
    let mut subjects = vec![Subject::new(
        Table::Loop,
        "nothing",
        "the loop",
        || &(),
        |input| input,
    )];
    subjects.extend(Case::ALL.into_iter().flat_map(http));
    subjects.extend(generic());
    for case in Case::ALL {
        subjects.extend(axum(case));
        #[cfg(feature = "peers")]
        subjects.extend(crate::peers::subjects(case));
    }
    subjects.extend(status());
    subjects.extend(code());
    subjects.extend(Case::ALL.into_iter().flat_map(report));
    subjects.extend(success());
    subjects
}

/// What is known of the request in which the error of a case happens.
fn context(case: Case) -> Context {
    match case.request_id() {
        Some(id) => Context::new().with_request_id(id),
        None => Context::new(),
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn http(case: Case) -> [Subject; 2] {
    let by_hand = leak(case.by_hand());
    let declared = leak(case.declared());
    let context = leak(context(case));
    [
        Subject::new(
            Table::Http,
            case.name(),
            FLOOR,
            move || (by_hand, case.request_id()),
            |(error, request_id)| error.respond(request_id),
        ),
        Subject::new(
            Table::Http,
            case.name(),
            OURS,
            move || (declared, context),
            |(error, context)| errorbook::render(error, context),
        ),
    ]
}

/// A row that mentions a type parameter is in no static, so what is prepared for it is found by its address.
fn generic() -> [Subject; 2] {
    const CASE: &str = "one text, of a type parameter";
    let by_hand = leak(Case::Clean.by_hand());
    let declared = leak(declared::UnknownSource { name: CLEAN });
    [
        Subject::new(
            Table::Http,
            CASE,
            FLOOR,
            move || by_hand,
            |error| error.respond(None),
        ),
        Subject::new(
            Table::Http,
            CASE,
            OURS,
            move || declared,
            |error| errorbook::render(error, &Context::new()),
        ),
    ]
}

fn axum(case: Case) -> [Subject; 2] {
    [
        Subject::new(
            Table::Axum,
            case.name(),
            FLOOR,
            move || (case.by_hand(), case.request_id()),
            |(error, request_id)| error.into_axum(request_id),
        ),
        Subject::new(
            Table::Axum,
            case.name(),
            OURS,
            move || case.declared(),
            IntoResponse::into_response,
        )
        .within(context(case)),
    ]
}

/// The facts are asked of every case in turn, so that nobody profits from asking for the same one.
fn status() -> [Subject; 2] {
    let by_hand = leak(Case::ALL.map(Case::by_hand));
    let declared = leak(Case::ALL.map(Case::declared));
    [
        Subject::new(
            Table::Facts,
            "status()",
            FLOOR,
            move || by_hand,
            |errors| errors.each_ref().map(by_hand::ClaimError::status),
        ),
        Subject::new(
            Table::Facts,
            "status()",
            OURS,
            move || declared,
            |errors| errors.each_ref().map(|error| error.spec().status()),
        ),
    ]
}

fn code() -> [Subject; 2] {
    let by_hand = leak(Case::ALL.map(Case::by_hand));
    let declared = leak(Case::ALL.map(Case::declared));
    [
        Subject::new(
            Table::Facts,
            "code()",
            FLOOR,
            move || by_hand,
            |errors| errors.each_ref().map(by_hand::ClaimError::code),
        ),
        Subject::new(
            Table::Facts,
            "code()",
            OURS,
            move || declared,
            |errors| errors.each_ref().map(|error| error.spec().code()),
        ),
    ]
}

/// The feature `tracing` is on, and there is no subscriber and no observer.
fn report(case: Case) -> [Subject; 2] {
    let declared = leak(case.declared());
    let context = leak(context(case));
    [
        Subject::new(
            Table::Report,
            case.name(),
            FLOOR,
            move || (declared, context),
            |(error, context)| {
                let response = errorbook::render(error, context);
                black_box((error, context, &response));
                response
            },
        ),
        Subject::new(
            Table::Report,
            case.name(),
            OURS,
            move || (declared, context),
            |(error, context)| {
                let response = errorbook::render(error, context);
                errorbook::notify(error, context, &response);
                response
            },
        ),
    ]
}

fn success() -> [Subject; 2] {
    let context = || {
        Context::new()
            .with_request_id(REQUEST_ID)
            .with_instance("/v1/claims")
    };
    [
        Subject::new(
            Table::Success,
            "a successful request",
            FLOOR,
            context,
            |context| {
                drop(context);
                request::finish(request::handle())
            },
        ),
        Subject::new(
            Table::Success,
            "a successful request",
            OURS,
            context,
            |context| request::finish(scope(context, request::handle())),
        ),
    ]
}
