//! What collects reports in tests, and how it reaches the work whose reports it collects.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::mem;
use std::sync::Arc;

/// A collector. Its type is that of `testing`, which imports this module.
pub(crate) type Collector = Arc<dyn Any + Send + Sync>;

thread_local! {
    /// The collectors of the work that this thread is doing.
    static PRESENT: RefCell<Vec<Collector>> = const { RefCell::new(Vec::new()) };
}

/// The collectors that a context takes along to other threads.
#[derive(Clone, Default)]
pub(crate) struct Collectors(Vec<Collector>);

impl Collectors {
    pub(crate) const fn new() -> Self {
        Collectors(Vec::new())
    }

    /// Those of the work that this thread is doing.
    pub(crate) fn present() -> Self {
        let present = PRESENT.try_with(|present| present.borrow().clone());
        Collectors(present.unwrap_or_default())
    }

    /// Each of these and of others once.
    pub(crate) fn with(mut self, others: &Collectors) -> Self {
        let mut all = mem::take(&mut self.0);
        all.extend(others.0.iter().cloned());
        for one in all {
            if !self.0.iter().any(|other| Arc::ptr_eq(other, &one)) {
                self.0.push(one);
            }
        }
        self
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Collector> {
        self.0.iter()
    }

    /// Puts all of them in place on this thread.
    pub(crate) fn enter(&self) -> Vec<Entered> {
        self.0.iter().cloned().map(Entered::new).collect()
    }
}

/// A collector that is in place on this thread until this is dropped, also by a panic.
pub(crate) struct Entered {
    collector: Collector,
    /// It belongs to the thread.
    _not_send: PhantomData<*const ()>,
}

impl Entered {
    pub(crate) fn new(collector: Collector) -> Self {
        let _ = PRESENT.try_with(|present| present.borrow_mut().push(collector.clone()));
        Entered {
            collector,
            _not_send: PhantomData,
        }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        let _ = PRESENT.try_with(|present| {
            let mut present = present.borrow_mut();
            let is_this = |other: &Collector| Arc::ptr_eq(other, &self.collector);
            if let Some(place) = present.iter().rposition(is_this) {
                present.remove(place);
            }
        });
    }
}
