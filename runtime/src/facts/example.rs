//! Sample occurrences, for documents.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use super::error::ApiError;
use super::parts::Part;
use super::spec::ErrorSpec;
use crate::write::{DetailsWriter, HeaderWriter, MessageWriter};

/// A sample occurrence of an error, made of its fields' examples.
///
/// [`ErrorSpec::example`] makes it. It renders like the error itself.
pub struct Example {
    spec: &'static ErrorSpec,
}

impl Example {
    pub(crate) const fn new(spec: &'static ErrorSpec) -> Self {
        Example { spec }
    }
}

impl ErrorSpec {
    /// A sample occurrence, made of the fields' examples. It renders like any other error.
    ///
    /// ```
    /// use errorbook::{ApiError, Context, Problem, render_as};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 400, code = "MISSING", message = "The '{field}' field is required")]
    /// struct Missing {
    ///     #[api_error(example = "claim")]
    ///     field: &'static str,
    /// }
    ///
    /// let example = Missing { field: "url" }.spec().example();
    /// assert_eq!(example.message(), "The 'claim' field is required");
    /// assert_eq!(render_as::<Problem>(&example, &Context::new()).status(), 400);
    /// ```
    #[must_use]
    pub const fn example(&'static self) -> Example {
        Example::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl ApiError for Example {
    fn spec(&self) -> &'static ErrorSpec {
        self.spec
    }

    fn retry_after(&self) -> Option<Duration> {
        self.spec
            .own_wait()
            .and_then(|example| example())
            .or_else(|| self.spec.retry_after())
    }

    fn docs(&self) -> Option<Cow<'_, str>> {
        self.spec
            .own_docs()
            .and_then(|example| example())
            .or_else(|| self.spec.docs())
    }

    fn write_hole(&self, hole: usize, writer: &mut MessageWriter<'_>) {
        let mut examples = self.spec.message_parts().filter_map(|part| match part {
            Part::Hole(field, example) => Some((field, example)),
            Part::Text(_) => None,
        });
        if let Some((field, example)) = examples.nth(hole) {
            example(field, writer);
        }
    }

    fn write_details(&self, writer: &mut DetailsWriter<'_>) {
        for detail in self.spec.details() {
            detail.write_example(writer);
        }
    }

    fn write_headers(&self, writer: &mut HeaderWriter) {
        for headers in self.spec.written_headers() {
            (headers.example)(writer);
        }
    }
}

impl Error for Example {}

impl fmt::Display for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl fmt::Debug for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Example").field(self.spec).finish()
    }
}
