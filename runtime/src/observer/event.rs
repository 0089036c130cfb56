//! Feature `tracing`: one event for each error response. The names of the fields are OpenTelemetry's.

use std::fmt::{self, Write};
use std::panic::Location;

use http::Method;
use tracing::{Level, Span};

use super::chain::{chain, line};
use super::report::Report;
use crate::context::Context;
use crate::facts::{self, ErrorSpec};
use crate::write::Omitted;

/// Emits the event of an error response, and records the code on the current span if the span declares it.
///
/// Fields are made only for a subscriber that wants them.
pub(super) fn emit(report: &Report<'_>) {
    let spec = report.error.spec();
    let context = report.context;
    // The level of an event is static metadata, so each level has an event of its own.
    macro_rules! emit {
        ($level:ident) => {
            tracing::event!(
                target: "errorbook",
                Level::$level,
                error.type = spec.code_text(),
                http.response.status_code = report.status.as_u16(),
                http.request.method = context.method().map(Method::as_str),
                http.route = context.route(),
                request_id = context.request_id(),
                exception.type = %Name(spec),
                exception.message = chain(report.error).as_str(),
                omitted = omitted(report.omitted).as_deref(),
                "{} {}",
                report.status.as_u16(),
                spec.code_text(),
            )
        };
    }
    match spec.level() {
        facts::Level::Error => emit!(ERROR),
        facts::Level::Warn => emit!(WARN),
        facts::Level::Info => emit!(INFO),
        facts::Level::Debug => emit!(DEBUG),
        facts::Level::Trace => emit!(TRACE),
    }
    // A server's span has no error if the client made the mistake.
    if report.status.is_server_error() {
        Span::current().record("error.type", spec.code_text());
    }
}

/// Emits the event of a panic. Returns whether a subscriber wants it.
pub(super) fn panicked(
    context: &Context,
    location: Option<&Location<'_>>,
    message: &str,
    stacktrace: Option<&str>,
) -> bool {
    // Also `false` inside of a subscriber, which must not be called from there.
    if !tracing::event_enabled!(target: "errorbook", Level::ERROR) {
        return false;
    }
    tracing::event!(
        target: "errorbook",
        Level::ERROR,
        http.request.method = context.method().map(Method::as_str),
        http.route = context.route(),
        request_id = context.request_id(),
        code.file.path = location.map(Location::file),
        code.line.number = location.map(Location::line),
        code.column.number = location.map(Location::column),
        exception.type = "panic",
        exception.message = message,
        exception.stacktrace = stacktrace,
        "panicked",
    );
    true
}

/// The name of an error's type and variant: `ClaimError::NotFound`.
struct Name(&'static ErrorSpec);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, variant) = (self.0.type_name(), self.0.variant_name());
        f.write_str(name)?;
        // The only variant of a struct is the struct.
        if variant != name {
            write!(f, "::{variant}")?;
        }
        Ok(())
    }
}

/// What a response omits, as one line.
fn omitted(omitted: &[Omitted]) -> Option<String> {
    let (first, others) = omitted.split_first()?;
    let mut text = first.to_string();
    for other in others {
        let _ = write!(text, "; {other}");
    }
    Some(line(&text))
}
