//! Samples for documents.

use std::borrow::Cow;
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use crate::write::{FieldError, FieldErrors, RateLimit};

/// Types that have a sample which says more than their `Default`.
#[doc(hidden)]
pub trait HasExample {
    /// The sample for a field of this name.
    fn example(field: &'static str) -> Self;
}

macro_rules! examples {
    ($($type:ty: $field:pat => $example:expr;)*) => {$(
        impl HasExample for $type {
            fn example($field: &'static str) -> Self {
                $example
            }
        }
    )*};
}

examples! {
    &str: field => field;
    String: field => field.into();
    Cow<'_, str>: field => field.into();
    Box<str>: field => field.into();
    Rc<str>: field => field.into();
    Arc<str>: field => field.into();
    char: _ => 'x';
    Duration: _ => Duration::from_secs(30);
    FieldError: _ => FieldError::new("name", "The field is required");
    FieldErrors: field => FieldErrors::from(FieldError::example(field));
    RateLimit: _ => RateLimit::new()
        .limit(1000)
        .remaining(0)
        .reset(1_700_000_000)
        .retry_after(Duration::from_secs(30));
}

macro_rules! examples_of_numbers {
    ($($integer:ty, $non_zero:ty;)*) => {
        examples! {
            $($integer: _ => 1;)*
            $($non_zero: _ => <$non_zero>::new(1).unwrap_or(<$non_zero>::MAX);)*
        }
    };
}

examples_of_numbers! {
    u8, NonZeroU8;
    u16, NonZeroU16;
    u32, NonZeroU32;
    u64, NonZeroU64;
    u128, NonZeroU128;
    usize, NonZeroUsize;
    i8, NonZeroI8;
    i16, NonZeroI16;
    i32, NonZeroI32;
    i64, NonZeroI64;
    i128, NonZeroI128;
    isize, NonZeroIsize;
}

impl<T: HasExample> HasExample for Option<T> {
    fn example(field: &'static str) -> Self {
        Some(T::example(field))
    }
}

impl<T: HasExample> HasExample for Vec<T> {
    fn example(field: &'static str) -> Self {
        vec![T::example(field)]
    }
}

impl<T: HasExample> HasExample for Box<T> {
    fn example(field: &'static str) -> Self {
        Box::new(T::example(field))
    }
}

/// An example as a user wrote it. In a macro of its own, so that words which are no expression leave
/// the rest of what the derive makes as it is.
#[doc(hidden)]
#[macro_export]
macro_rules! __example_expression {
    ($value:expr) => {
        $value
    };
    ($($tokens:tt)*) => {{
        ::core::compile_error!(
            "an example must be one expression: write it as in `example = \"claim\"`, `example = 7` or `example = Range::new(1, 2)`"
        );
        // Of any type, so that nothing else is reported.
        $crate::__private::any_value()
    }};
}
