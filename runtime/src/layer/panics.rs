//! What a panic leaves behind.

use std::any::Any;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a panic was called with.
pub(super) type Payload = Box<dyn Any + Send>;

/// What a panic said.
pub(super) fn text(payload: Payload) -> String {
    let message = payload.downcast_ref::<&'static str>().copied();
    let message = message.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let text = match message {
        Some(message) => format!("panicked: {message}"),
        None => "panicked".to_owned(),
    };
    drop(payload);
    text
}

/// Drops a value whose drop may panic.
pub(super) fn drop<T>(value: T) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| mem::drop(value))) {
        // It may be of a type whose drop panics, too, and so on.
        mem::forget(payload);
    }
}
