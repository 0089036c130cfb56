//! Waits, which are times or whole seconds.

use std::time::Duration;

/// A time to wait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a time to wait",
    label = "`#[api_error(retry_after)]` requires a `Duration` or an unsigned integer of whole seconds, or an `Option` of one"
)]
pub trait Wait {
    /// Whether every value is one.
    const ALWAYS: bool;

    /// How long.
    fn wait(&self) -> Option<Duration>;

    /// How long in an example.
    fn example() -> Option<Duration>;
}

#[diagnostic::do_not_recommend]
impl Wait for Duration {
    const ALWAYS: bool = true;

    fn wait(&self) -> Option<Duration> {
        Some(*self)
    }

    fn example() -> Option<Duration> {
        Some(Duration::from_secs(30))
    }
}

macro_rules! wait_in_seconds {
    ($($integer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Wait for $integer {
            const ALWAYS: bool = true;

            fn wait(&self) -> Option<Duration> {
                Some(Duration::from_secs(u64::from(*self)))
            }

            fn example() -> Option<Duration> {
                Some(Duration::from_secs(1))
            }
        }
    )*};
}

wait_in_seconds!(u8, u16, u32, u64);

#[diagnostic::do_not_recommend]
impl Wait for usize {
    const ALWAYS: bool = true;

    fn wait(&self) -> Option<Duration> {
        Some(Duration::from_secs(*self as u64))
    }

    fn example() -> Option<Duration> {
        Some(Duration::from_secs(1))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Wait> Wait for Option<T> {
    const ALWAYS: bool = false;

    fn wait(&self) -> Option<Duration> {
        self.as_ref().and_then(Wait::wait)
    }

    fn example() -> Option<Duration> {
        T::example()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Wait> Wait for &T {
    const ALWAYS: bool = T::ALWAYS;

    fn wait(&self) -> Option<Duration> {
        (**self).wait()
    }

    fn example() -> Option<Duration> {
        T::example()
    }
}
