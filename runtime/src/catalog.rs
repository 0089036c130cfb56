//! All the errors of a service.

#[cfg(feature = "openapi")]
use {
    crate::context::Context,
    std::time::{Duration, SystemTime},
};

use crate::check::check_catalog;
use crate::facts::Shape;
use crate::facts::{self, ErrorSpec, Errors};

/// All the errors of a service, in one envelope, each code once.
///
/// [`Catalog::new`] checks both. In a `static` or a `const` it does so at compile time: a code that two enums
/// use does not compile, and the message names both enums.
///
/// ```
/// use errorbook::{ApiError, Catalog, ErrorSet};
///
/// #[derive(Debug, ApiError)]
/// enum ClaimError {
///     #[api_error(status = 404)]
///     ClaimNotFound,
/// }
///
/// #[derive(Debug, ApiError)]
/// enum AccessError {
///     #[api_error(status = 403)]
///     Forbidden,
/// }
///
/// static CATALOG: Catalog =
///     Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS, AccessError::ERRORS]);
///
/// assert_eq!(CATALOG.iter().count(), 2);
/// ```
#[derive(Debug)]
pub struct Catalog {
    name: &'static str,
    version: &'static str,
    sets: &'static [&'static Errors],
    #[cfg(feature = "openapi")]
    example_context: fn() -> Context,
}

/// The default context of examples.
#[cfg(feature = "openapi")]
pub(crate) fn example_context() -> Context {
    Context::new()
        .with_request_id("req_0123456789")
        .with_timestamp(example_time())
}

/// When the requests of examples are answered.
#[cfg(feature = "openapi")]
pub(crate) fn example_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

impl Catalog {
    /// The catalog of a service: its name, the version of its API, and its errors.
    ///
    /// # Panics
    ///
    /// If two errors have the same code and are not both `shared`, or if the enums have different envelopes. In a
    /// `static` or a `const`, this is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(
        name: &'static str,
        version: &'static str,
        sets: &'static [&'static Errors],
    ) -> Self {
        check_catalog(sets);
        Catalog {
            name,
            version,
            sets,
            #[cfg(feature = "openapi")]
            example_context,
        }
    }

    /// Sets the context in which examples are rendered. The default has a fixed request id and a
    /// fixed time.
    ///
    /// ```
    /// # #[derive(Debug, errorbook::ApiError)]
    /// # #[api_error(status = 404, envelope = errorbook::ErrorObject)]
    /// # struct NotFound;
    /// use errorbook::openapi::OpenApi;
    /// use errorbook::{Catalog, Context, ErrorSet};
    ///
    /// static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[NotFound::ERRORS])
    ///     .with_example_context(|| Context::new().with_request_id("vrf_a1b2c3d4e5f6"));
    ///
    /// let responses = CATALOG.responses::<NotFound>(OpenApi::V3_1);
    /// let media_type = &responses["404"]["content"]["application/json"];
    /// assert_eq!(
    ///     media_type["examples"]["NOT_FOUND"]["value"]["error"]["request_id"],
    ///     "vrf_a1b2c3d4e5f6"
    /// );
    /// ```
    #[cfg(feature = "openapi")]
    #[must_use]
    pub const fn with_example_context(mut self, context: fn() -> Context) -> Self {
        self.example_context = context;
        self
    }

    #[allow(dead_code, reason = "who asks is behind features")]
    pub(crate) const fn sets(&self) -> &'static [&'static Errors] {
        self.sets
    }

    /// The context in which examples are rendered. See [`Catalog::with_example_context`].
    #[cfg(feature = "openapi")]
    #[must_use]
    pub fn example_context(&self) -> Context {
        (self.example_context)()
    }

    /// The name of the service.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The version of its API.
    #[must_use]
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// The envelope's shape; `None` for a catalog without errors.
    #[must_use]
    pub fn shape(&self) -> Option<&'static Shape> {
        self.sets.first().map(|set| set.shape)
    }

    /// Every error once, in the order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
        facts::iter(self.sets)
    }
}
