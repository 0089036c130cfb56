//! Where the context of a request is kept while the request is handled.

use std::cell::RefCell;

use super::Context;

/// The context of one request. It is one pointer, as it is moved with a future, and swapped around each poll.
///
/// It is none while it is in place on a thread.
#[derive(Default)]
pub(crate) struct Held(pub(super) Option<Box<Context>>);

/// The most boxes that a thread keeps. It is a bound for threads on which more requests end than begin.
const MOST_SPARE: usize = 64;

thread_local! {
    /// Boxes of contexts that know nothing, so that a request need not allocate one.
    #[expect(clippy::vec_box, reason = "the boxes are what is kept")]
    static SPARE: RefCell<Vec<Box<Context>>> = const { RefCell::new(Vec::new()) };
}

impl Held {
    pub(crate) fn new(context: Context) -> Self {
        let mut held = Held::empty();
        *held.get_mut() = context;
        held
    }

    /// One that knows nothing.
    #[inline]
    pub(super) fn empty() -> Self {
        let spare = SPARE.try_with(|spare| spare.try_borrow_mut().ok()?.pop());
        Held(Some(spare.ok().flatten().unwrap_or_default()))
    }

    /// The context, if it is not in place.
    #[cfg(any(feature = "tower", feature = "testing"))]
    #[inline]
    pub(crate) fn get(&self) -> Option<&Context> {
        self.0.as_deref()
    }

    #[inline]
    pub(crate) fn get_mut(&mut self) -> &mut Context {
        self.0.get_or_insert_default()
    }
}

impl Drop for Held {
    #[inline]
    fn drop(&mut self) {
        let Some(mut context) = self.0.take() else {
            return;
        };
        *context = Context::new();
        let _ = SPARE.try_with(|spare| {
            if let Ok(mut spare) = spare.try_borrow_mut() {
                if spare.len() < MOST_SPARE {
                    spare.push(context);
                }
            }
        });
    }
}
