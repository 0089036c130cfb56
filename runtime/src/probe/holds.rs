//! What the containers of the standard library hold, and which of its types are not for clients.

use std::backtrace::Backtrace;
use std::cell::{Cell, OnceCell, RefCell};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::error::Error;
use std::fmt::Arguments;
use std::marker::PhantomData;
use std::num::{Saturating, Wrapping};
use std::ops::{Bound, ControlFlow, Range, RangeFrom, RangeInclusive, RangeTo};
use std::panic::{Location, PanicHookInfo};
use std::sync::{Mutex, OnceLock, RwLock};
use std::task::Poll;
use std::{rc, sync};

/// A type of the standard library that shows values of others.
pub trait Holds {
    /// The types of these values, ahead of the rest that is yet to look at. A type that is not for clients counts as
    /// one that shows an error.
    type Held<Rest>;
}

/// A type, and others, that are yet to look at.
pub struct Then<T: ?Sized, Rest>(PhantomData<T>, PhantomData<Rest>);

macro_rules! holds {
    ($([$($generics:tt)*] $type:ty => $($held:ty),*;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Holds for $type {
            type Held<Rest> = holds!(@then $($held),*);
        }
    )*};
    (@then $held:ty $(, $others:ty)*) => { Then<$held, holds!(@then $($others),*)> };
    (@then) => { Rest };
}

holds! {
    [T] Option<T> => T;
    [T] Poll<T> => T;
    [T] Wrapping<T> => T;
    [T] Saturating<T> => T;
    [T] Reverse<T> => T;
    [T] Bound<T> => T;
    [T] Range<T> => T;
    [T] RangeFrom<T> => T;
    [T] RangeInclusive<T> => T;
    [T] RangeTo<T> => T;
    [T: ?Sized] Cell<T> => T;
    [T: ?Sized] RefCell<T> => T;
    [T] OnceCell<T> => T;
    [T] OnceLock<T> => T;
    [T: ?Sized] Mutex<T> => T;
    [T: ?Sized] RwLock<T> => T;
    [T: ?Sized] rc::Weak<T> => T;
    [T: ?Sized] sync::Weak<T> => T;
    [T] [T] => T;
    [T, const N: usize] [T; N] => T;
    [T] Vec<T> => T;
    [T] VecDeque<T> => T;
    [T] LinkedList<T> => T;
    [T] BinaryHeap<T> => T;
    [T] BTreeSet<T> => T;
    [T, S] HashSet<T, S> => T;
    [K, V] BTreeMap<K, V> => K, V;
    [K, V, S] HashMap<K, V, S> => K, V;
    [A] (A,) => A;
    [A, B] (A, B) => A, B;
    [A, B, C] (A, B, C) => A, B, C;
    [A, B, C, D] (A, B, C, D) => A, B, C, D;
    [A, B, C, D, E] (A, B, C, D, E) => A, B, C, D, E;
    [A, B, C, D, E, F] (A, B, C, D, E, F) => A, B, C, D, E, F;
    [A, B, C, D, E, F, G] (A, B, C, D, E, F, G) => A, B, C, D, E, F, G;
    [A, B, C, D, E, F, G, H] (A, B, C, D, E, F, G, H) => A, B, C, D, E, F, G, H;
    [A, B, C, D, E, F, G, H, I] (A, B, C, D, E, F, G, H, I) => A, B, C, D, E, F, G, H, I;
    [A, B, C, D, E, F, G, H, I, J] (A, B, C, D, E, F, G, H, I, J) => A, B, C, D, E, F, G, H, I, J;
    [A, B, C, D, E, F, G, H, I, J, K] (A, B, C, D, E, F, G, H, I, J, K) => A, B, C, D, E, F, G, H, I, J, K;
    [A, B, C, D, E, F, G, H, I, J, K, L] (A, B, C, D, E, F, G, H, I, J, K, L) => A, B, C, D, E, F, G, H, I, J, K, L;
    [A, B, C, D, E, F, G, H, I, J, K, L, M] (A, B, C, D, E, F, G, H, I, J, K, L, M) => A, B, C, D, E, F, G, H, I, J, K, L, M;
    [A, B, C, D, E, F, G, H, I, J, K, L, M, N] (A, B, C, D, E, F, G, H, I, J, K, L, M, N) => A, B, C, D, E, F, G, H, I, J, K, L, M, N;
    [A, B, C, D, E, F, G, H, I, J, K, L, M, N, O] (A, B, C, D, E, F, G, H, I, J, K, L, M, N, O) => A, B, C, D, E, F, G, H, I, J, K, L, M, N, O;
    [A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P] (A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P) => A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P;
    [T, E] Result<T, E> => dyn Error;
    [B, C] ControlFlow<B, C> => dyn Error;
    // Their size is not known, but what they show is.
    [] serde_json::value::RawValue => ;
    [] std::path::Path => ;
    [] std::ffi::OsStr => ;
    [] std::ffi::CStr => ;
    // Text that is made elsewhere.
    ['a] Arguments<'a> => dyn Error;
    // Files, lines and functions of the service.
    [] Backtrace => dyn Error;
    ['a] Location<'a> => dyn Error;
    ['a] PanicHookInfo<'a> => dyn Error;
}
