//! The mistakes of one declaration, gathered so that a user sees all of them in one compile.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};

/// The mistakes found so far.
///
/// Every stage pushes into one of these and goes on. Whoever makes one has to look into it with
/// [`finish`](Self::finish): dropping it unread panics, so that no mistake can be lost.
#[derive(Default)]
pub(crate) struct Diagnostics {
    found: RefCell<Option<Vec<syn::Error>>>,
}

impl Diagnostics {
    pub(crate) fn new() -> Self {
        Diagnostics {
            found: RefCell::new(Some(Vec::new())),
        }
    }

    /// Records a mistake at `span`. The message says what is wrong and what to write instead.
    pub(crate) fn error(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Records a mistake that syn found.
    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(found) = self.found.borrow_mut().as_mut() {
            found.push(error);
        }
    }

    /// Whether no mistake was found so far.
    pub(crate) fn is_clean(&self) -> bool {
        self.count() == 0
    }

    /// The number of mistakes found so far.
    pub(crate) fn count(&self) -> usize {
        self.found.borrow().as_ref().map_or(0, Vec::len)
    }

    /// Every mistake as a `compile_error!` at its own place; nothing if there was none.
    pub(crate) fn finish(self) -> TokenStream {
        let found = self.found.borrow_mut().take().unwrap_or_default();
        found.iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(
                self.found.borrow().is_none(),
                "diagnostics were dropped without being reported"
            );
        }
    }
}
