//! The shape of an error body.

use std::fmt;

use super::occurrence::Occurrence;
use super::template::{BoundHeader, Template};
#[cfg(feature = "openapi")]
use crate::write::FieldStyle;

/// The shape of an API's error responses. [`envelope!`](crate::envelope!) makes a type that implements it.
///
/// If a template cannot express what your API has promised, implement the trait by hand:
///
/// ```
/// use errorbook::{ApiError, Context, Envelope, Occurrence, Shape, render};
///
/// /// Errors as plain lines of text.
/// enum Lines {}
///
/// impl Envelope for Lines {
///     const SHAPE: &'static Shape =
///         &Shape::by_hand(concat!(module_path!(), "::Lines"), "text/plain", write);
/// }
///
/// fn write(error: &Occurrence<'_>) -> Vec<u8> {
///     format!("{}: {}\n", error.code(), error.message()).into_bytes()
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 409, code = "TAKEN", envelope = Lines)]
/// struct Taken;
///
/// assert_eq!(render(&Taken, &Context::new()).body(), "TAKEN: Conflict\n");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an envelope",
    label = "this type does not implement `Envelope`",
    note = "declare one with `errorbook::envelope! {{ pub Name: \"application/json\" {{ \"code\": code, \"message\": message }} }}`"
)]
pub trait Envelope {
    /// What the body and the headers look like.
    const SHAPE: &'static Shape;

    /// The fixed names of members beside `..details`: for each a bit, the hash of the name modulo 64. `envelope!`
    /// knows them, and a check compares two numbers first.
    #[doc(hidden)]
    const BESIDE_DETAILS: u64 = 0;
}

/// What a response looks like: the media type, and the template of the body.
pub struct Shape {
    name: &'static str,
    /// Where it is declared: two functions of a module may each have an envelope of one name.
    place: &'static str,
    media_type: &'static str,
    headers: &'static [BoundHeader],
    body: Body,
}

/// How a body is made.
pub(crate) enum Body {
    Template(Template),
    ByHand(fn(&Occurrence<'_>) -> Vec<u8>),
}

impl Shape {
    /// Called by `envelope!`.
    #[doc(hidden)]
    #[must_use]
    pub const fn template(
        name: &'static str,
        place: &'static str,
        media_type: &'static str,
        headers: &'static [BoundHeader],
        template: Template,
    ) -> Self {
        Shape {
            name,
            place,
            media_type,
            headers,
            body: Body::Template(template),
        }
    }

    /// A body that a function writes.
    ///
    /// The name identifies the shape: module path and type, as in
    /// `concat!(module_path!(), "::Lines")`. A media type that is not a valid header value is not
    /// sent.
    #[must_use]
    pub const fn by_hand(
        name: &'static str,
        media_type: &'static str,
        write: fn(&Occurrence<'_>) -> Vec<u8>,
    ) -> Self {
        Shape {
            name,
            place: "",
            media_type,
            headers: &[],
            body: Body::ByHand(write),
        }
    }

    /// The module path and the name of the envelope's type.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The `Content-Type` of the response.
    #[must_use]
    pub const fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// Whether both have the same template.
    pub(crate) const fn has_template_of(&self, other: &Self) -> bool {
        match (&self.body, &other.body) {
            (Body::Template(this), Body::Template(other)) => this.hash == other.hash,
            _ => false,
        }
    }

    pub(crate) const fn place(&self) -> &'static str {
        self.place
    }

    /// Whether both are the same shape.
    pub(crate) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || self.is_by_hand() && other.is_by_hand() && self.name == other.name
    }

    /// Whether it may be a constant, which has several addresses: then the name decides. `envelope!` makes
    /// statics.
    const fn is_by_hand(&self) -> bool {
        matches!(self.body, Body::ByHand(_))
    }

    pub(crate) const fn headers(&self) -> &'static [BoundHeader] {
        self.headers
    }

    /// How the paths of fields are written.
    #[cfg(feature = "openapi")]
    pub(crate) const fn fields(&self) -> FieldStyle {
        match &self.body {
            Body::Template(template) => template.fields,
            Body::ByHand(_) => FieldStyle::DEFAULT,
        }
    }

    pub(crate) const fn body(&self) -> &Body {
        &self.body
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shape")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .finish_non_exhaustive()
    }
}
