//! Where what is prepared for an error is kept. What that is only its user knows.

use std::any::Any;
use std::collections::HashMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{LazyLock, OnceLock, PoisonError, RwLock};

/// A place for one value (with the feature `metrics` for two), which stays for as long as the program runs.
#[doc(hidden)]
#[derive(Default)]
pub struct Cache {
    value: OnceLock<Box<dyn Any + Send + Sync>>,
    /// What counts the responses.
    #[cfg(feature = "metrics")]
    counters: OnceLock<Box<dyn Any + Send + Sync>>,
}

impl Cache {
    /// A cache without a value.
    #[allow(
        clippy::declare_interior_mutable_const,
        reason = "each use in an array is a cache of its own"
    )]
    pub const EMPTY: Cache = Cache {
        value: OnceLock::new(),
        #[cfg(feature = "metrics")]
        counters: OnceLock::new(),
    };

    /// The value, if it was made.
    #[inline]
    pub(crate) fn get<T: Any>(&'static self) -> Option<&'static T> {
        self.value.get()?.downcast_ref()
    }

    /// The value, made if it is not there. Each cache holds values of one type only.
    pub(crate) fn get_or_init<T: Any + Send + Sync>(
        &'static self,
        make: impl FnOnce() -> T,
    ) -> &'static T {
        self.value
            .get_or_init(|| Box::new(make()))
            .downcast_ref()
            .expect("all values of a cache have one type")
    }

    /// What counts the responses, made if it is not there. It has one type, too.
    #[cfg(feature = "metrics")]
    pub(crate) fn counters<T: Any + Send + Sync>(
        &'static self,
        make: impl FnOnce() -> T,
    ) -> &'static T {
        self.counters
            .get_or_init(|| Box::new(make()))
            .downcast_ref()
            .expect("all counters have one type")
    }
}

// A value is made as a whole or not at all, and never changes.
impl UnwindSafe for Cache {}
impl RefUnwindSafe for Cache {}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").finish_non_exhaustive()
    }
}

/// The cache of the row at an address that is in no `static`: one that mentions a type parameter, and so is another row for
/// each type.
#[cold]
pub(super) fn by_address(address: usize) -> &'static Cache {
    static CACHES: LazyLock<RwLock<HashMap<usize, &'static Cache>>> =
        LazyLock::new(RwLock::default);

    let known = CACHES.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(cache) = known.get(&address) {
        return cache;
    }
    drop(known);
    let mut known = CACHES.write().unwrap_or_else(PoisonError::into_inner);
    known
        .entry(address)
        .or_insert_with(|| Box::leak(Box::default()))
}
