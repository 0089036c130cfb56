//! Values that write several response headers.

use std::time::Duration;

use super::headers::HeaderWriter;

/// A value that writes several response headers, for a field marked `#[api_error(headers)]`.
///
/// ```
/// use errorbook::{ApiError, Context, HeaderSet, HeaderWriter, render};
///
/// #[derive(Debug, Default)]
/// struct Quota {
///     used: u32,
///     plan: &'static str,
/// }
///
/// impl HeaderSet for Quota {
///     const NAMES: &'static [&'static str] = &["x-quota-used", "x-plan"];
///     // For the OpenAPI description, where it can say more than that the headers may be there:
///     const ALWAYS: &'static [&'static str] = &["x-quota-used"];
///     const CAN_WAIT: bool = false;
///
///     fn write(&self, headers: &mut HeaderWriter) {
///         headers.set("x-quota-used", self.used);
///         headers.set("x-plan", self.plan);
///     }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 402, code = "QUOTA_SPENT")]
/// struct QuotaSpent(#[api_error(headers)] Quota);
///
/// let response = render(&QuotaSpent(Quota { used: 7, plan: "free" }), &Context::new());
/// assert_eq!(response.headers()["x-quota-used"], "7");
/// assert_eq!(response.headers()["x-plan"], "free");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of headers",
    label = "`#[api_error(headers)]` requires a type that implements `HeaderSet`",
    note = "use `errorbook::RateLimit`, implement `errorbook::HeaderSet`, or write `#[api_error(header = \"Name\")]` for a single header"
)]
pub trait HeaderSet {
    /// The names of all headers that a value can write, in lower case.
    const NAMES: &'static [&'static str];

    /// The names of the headers that every value writes. They are required in the OpenAPI description. A value that
    /// HTTP forbids is omitted, so list a header only if its value is always valid.
    ///
    /// List `retry-after` if [`retry_after`](Self::retry_after) is never `None`.
    ///
    /// ```
    /// use errorbook::{ApiError, HeaderSet, HeaderWriter};
    ///
    /// #[derive(Debug, Default)]
    /// struct Region {
    ///     id: u16,
    ///     nearest: Option<u16>,
    /// }
    ///
    /// impl HeaderSet for Region {
    ///     const NAMES: &'static [&'static str] = &["x-region", "x-nearest-region"];
    ///     const ALWAYS: &'static [&'static str] = &["x-region"];
    ///     const CAN_WAIT: bool = false;
    ///
    ///     fn write(&self, headers: &mut HeaderWriter) {
    ///         headers.set("x-region", self.id);
    ///         if let Some(nearest) = self.nearest {
    ///             headers.set("x-nearest-region", nearest);
    ///         }
    ///     }
    /// }
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 421, code = "MISDIRECTED")]
    /// struct Misdirected(#[api_error(headers)] Region);
    ///
    /// # #[cfg(feature = "openapi")] {
    /// use errorbook::openapi::{OpenApi, responses};
    /// use serde_json::json;
    ///
    /// assert_eq!(
    ///     responses::<Misdirected>(OpenApi::V3_1)["421"]["headers"],
    ///     json!({
    ///         "x-region": {"required": true, "schema": {"type": "string"}},
    ///         "x-nearest-region": {"schema": {"type": "string"}},
    ///     }),
    /// );
    /// # }
    /// ```
    const ALWAYS: &'static [&'static str] = &[];

    /// Whether a value can have a wait. `false` promises that [`retry_after`](Self::retry_after) is
    /// `None` for every value. The OpenAPI description then has no `Retry-After`.
    const CAN_WAIT: bool = true;

    /// Whether there can be no value at all, as in an `Option`.
    #[doc(hidden)]
    const IS_OPTIONAL: bool = false;

    /// Writes the headers of this value. A header that it does not set is omitted.
    fn write(&self, headers: &mut HeaderWriter);

    /// The wait for the header `Retry-After` and the slot `retry_after`. Return it here instead of writing it
    /// in [`write`](Self::write), so that header and body agree.
    fn retry_after(&self) -> Option<Duration> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderSet> HeaderSet for Option<T> {
    const NAMES: &'static [&'static str] = T::NAMES;
    const CAN_WAIT: bool = T::CAN_WAIT;
    const IS_OPTIONAL: bool = true;

    fn write(&self, headers: &mut HeaderWriter) {
        if let Some(set) = self {
            set.write(headers);
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        self.as_ref().and_then(HeaderSet::retry_after)
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderSet> HeaderSet for &T {
    const NAMES: &'static [&'static str] = T::NAMES;
    const ALWAYS: &'static [&'static str] = T::ALWAYS;
    const CAN_WAIT: bool = T::CAN_WAIT;
    const IS_OPTIONAL: bool = T::IS_OPTIONAL;

    fn write(&self, headers: &mut HeaderWriter) {
        (**self).write(headers);
    }

    fn retry_after(&self) -> Option<Duration> {
        (**self).retry_after()
    }
}
