//! What a failed assertion says, and where.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static PLACE: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
}

/// The message of a panic, and the file and the line that it names.
pub fn failure(work: impl FnOnce()) -> (String, (String, u32)) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            let place = panic.location().unwrap();
            PLACE.set(Some((place.file().to_owned(), place.line())));
            before(panic);
        }));
    });
    let payload = catch_unwind(AssertUnwindSafe(work)).expect_err("a failed assertion");
    let message = payload.downcast_ref::<String>().expect("a text").clone();
    (message, PLACE.take().expect("a place"))
}

/// The message of a failed assertion.
pub fn message(work: impl FnOnce()) -> String {
    failure(work).0
}
