//! Since when and why an error is deprecated.

/// Since when and why an error is deprecated, from `#[deprecated(since, note)]` on its variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deprecation {
    since: Option<&'static str>,
    note: Option<&'static str>,
}

impl Deprecation {
    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Deprecation { since, note }
    }

    /// The version since which the error is deprecated.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// What to expect instead.
    #[must_use]
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }
}
