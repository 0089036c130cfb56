//! The shapes of crates that are compiled.

use std::fmt;
use std::str::FromStr;

/// How many enums there are, and what their errors look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) enums: usize,
    /// The errors of each enum.
    pub(crate) errors: usize,
    pub(crate) kind: Kind,
}

/// What the errors look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What services have: in each enum a `From`, field errors, a detail of a user's own type, and a wait; an outer
    /// enum that nests all enums, and a catalog.
    Service,
    /// As `Service`, with no fields but `String` and `u64`.
    Common,
    /// One enum that nothing nests.
    One,
}

impl Shape {
    pub(crate) const SERVICE: Shape = Shape {
        enums: 40,
        errors: 8,
        kind: Kind::Service,
    };

    pub(crate) const COMMON: Shape = Shape {
        kind: Kind::Common,
        ..Shape::SERVICE
    };

    /// All errors.
    pub(crate) fn count(self) -> usize {
        self.enums * self.errors
    }

    /// What field an error has, by its position in its enum.
    pub(crate) fn field(self, index: usize) -> Field {
        let fields: &[Field] = match self.kind {
            Kind::Service => &[
                Field::None,
                Field::Text,
                Field::From,
                Field::Errors,
                Field::Own,
                Field::Wait,
                Field::None,
                Field::Number,
            ],
            Kind::Common | Kind::One => &[Field::None, Field::None, Field::Text, Field::Number],
        };
        let field = fields[index % fields.len()];
        // An enum has one `From` of a type.
        if index >= fields.len() && field == Field::From {
            return Field::None;
        }
        field
    }
}

/// What an error carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    None,
    /// A `String` in the message.
    Text,
    /// A `u64` among the details.
    Number,
    /// The error behind it.
    From,
    /// A list of field errors among the details.
    Errors,
    /// A type of the crate's own among the details.
    Own,
    /// The wait before the next attempt.
    Wait,
}

/// `service-40x8`, `common-40x8`, `one-500`.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shape {
            enums,
            errors,
            kind,
        } = self;
        match kind {
            Kind::Service => write!(f, "service-{enums}x{errors}"),
            Kind::Common => write!(f, "common-{enums}x{errors}"),
            Kind::One => write!(f, "one-{errors}"),
        }
    }
}

impl FromStr for Shape {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("`{text}` is not a shape: write `service-40x8`, `common-40x8` or `one-500`");
        let number = |text: &str| text.parse::<usize>().map_err(|_| wrong());
        let (kind, size) = text.split_once('-').ok_or_else(wrong)?;
        let kind = match kind {
            "service" => Kind::Service,
            "common" => Kind::Common,
            "one" => {
                return Ok(Shape {
                    enums: 1,
                    errors: number(size)?,
                    kind: Kind::One,
                });
            }
            _ => return Err(wrong()),
        };
        let (enums, errors) = size.split_once('x').ok_or_else(wrong)?;
        Ok(Shape {
            enums: number(enums)?,
            errors: number(errors)?,
            kind,
        })
    }
}
