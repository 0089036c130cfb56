//! A panic hook that knows the request.

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};
use std::sync::Once;
use std::thread;

use super::chain::line;
use crate::context::Context;

/// Sets a panic hook that logs the place and the message of a panic together with the id of the request.
///
/// A hook sees the request's context, because it runs where the panic happens: inside [`scope`](crate::scope) and inside
/// the layer. The response that the layer makes of a panic knows the id and the message, but not the place.
///
/// With the feature `tracing`, a panic is an event of level error and target `errorbook`. If no subscriber wants the
/// event, and without the feature, the hook writes one line to stderr:
///
/// ```text
/// panicked at src/verify.rs:44:9, request req_01HV8J2M4T6X9: index out of bounds: the len is 0 but the index is 3
/// ```
///
/// The message is escaped as in [`chain`](crate::chain), so that client input cannot forge log entries. A backtrace
/// follows if `RUST_BACKTRACE` asks for it.
///
/// The hook replaces the one that is set, such as that of the standard library, which would print the message again and
/// unescaped. To keep another hook, such as that of an error tracker, install it after this one: these call the hook
/// that they find. A second call does nothing.
///
/// ```
/// use errorbook::{Context, scope};
///
/// errorbook::install_panic_hook();
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
/// # runtime.block_on(async {
/// let task = tokio::spawn(scope(Context::new().with_request_id("req_1"), async {
///     panic!("no claim"); // panicked at src/main.rs:6:5, request req_1: no claim
/// }));
/// assert!(task.await.unwrap_err().is_panic());
/// # });
/// ```
pub fn install_panic_hook() {
    static INSTALLED: Once = Once::new();

    // The standard library refuses a new hook during a panic.
    if !thread::panicking() {
        INSTALLED.call_once(|| panic::set_hook(Box::new(log)));
    }
}

/// Nothing in here can panic, which would end the process.
fn log(info: &PanicHookInfo<'_>) {
    let context = Context::current();
    let message = line(message(info.payload()));
    let backtrace = Backtrace::capture();
    let backtrace = match backtrace.status() {
        BacktraceStatus::Captured => Some(backtrace.to_string()),
        _ => None,
    };
    #[cfg(feature = "tracing")]
    if super::event::panicked(&context, info.location(), &message, backtrace.as_deref()) {
        return;
    }
    let mut text = String::from("panicked");
    if let Some(location) = info.location() {
        let _ = write!(text, " at {location}");
    }
    if let Some(id) = context.request_id() {
        let _ = write!(text, ", request {}", line(id));
    }
    let _ = writeln!(text, ": {message}");
    if let Some(backtrace) = backtrace {
        let _ = writeln!(text, "{}", backtrace.trim_end());
    }
    let _ = io::stderr().write_all(text.as_bytes());
}

/// The message of a panic, if it has one.
fn message(payload: &dyn Any) -> &str {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "Box<dyn Any>"
    }
}
