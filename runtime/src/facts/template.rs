//! The shape of an error body as data: what `envelope!` makes, what the renderer (and,
//! as a schema, the OpenAPI description) reads.

use crate::write::FieldStyle;

/// The body of a shape, and what checks ask of it first: `envelope!` knows it.
#[derive(Debug)]
pub struct Template {
    /// The body.
    pub root: Node,
    /// How the paths of fields are written.
    pub fields: FieldStyle,
    /// A hash of the whole template and its name.
    pub hash: u64,
    /// Whether the category is somewhere that is not under a `?`.
    pub needs_category: bool,
    /// Whether the text of a slot is the name of a member.
    pub has_slot_as_key: bool,
}

/// A JSON value of the template.
#[derive(Debug)]
pub enum Node {
    /// JSON text that is sent as it is: `false`, `-1`, `null`, `"claims"`.
    Literal(&'static str),
    /// The value of a slot: text as a JSON string, numbers and details as they are.
    Slot(Slot),
    /// A JSON string with slots in it.
    Text(&'static [Piece]),
    /// An object, its members in the order in which they are written.
    Object(&'static [Member]),
    /// An array.
    Array(&'static [Element]),
}

/// A part of a text.
#[derive(Debug)]
pub enum Piece {
    /// Text before escaping.
    Literal(&'static str),
    /// The text of a slot; nothing if the slot is empty.
    Slot(Slot),
}

/// A member of an object.
#[derive(Debug)]
pub enum Member {
    /// `"key": value`, `"key"?: value`, `(slot): value`.
    Entry {
        /// The member's name.
        key: Key,
        /// Whether the member is omitted if a slot in its value, not itself under a `?`, is empty.
        optional: bool,
        /// The member's value.
        value: Node,
    },
    /// `..details`: the members of the details object.
    SpreadDetails,
}

/// The name of a member.
#[derive(Debug)]
pub enum Key {
    /// A fixed name, before escaping.
    Name(&'static str),
    /// The text of a slot.
    Slot(Slot),
}

/// An element of an array.
#[derive(Debug)]
pub struct Element {
    /// Whether the element is omitted if a slot in it, not itself under a `?`, is empty.
    pub optional: bool,
    /// The element.
    pub value: Node,
}

/// A response header that every error of the API has.
#[derive(Debug)]
pub struct BoundHeader {
    /// The header's name in lower case.
    pub name: &'static str,
    /// Its value. The header is omitted if a slot in it is empty.
    pub value: &'static [Piece],
}

/// A placeholder of the template, filled for each error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The HTTP status, a number.
    Status,
    /// The stable machine code, a string or an integer.
    Code,
    /// The short text that is the same for every occurrence.
    Title,
    /// The first paragraph of the doc comment.
    Summary,
    /// The public text of this occurrence.
    Message,
    /// The machine-readable details, an object or an array.
    Details,
    /// The declared docs link, which is the same for every occurrence.
    Type,
    /// The docs link: the occurrence's own, the declared one, or that of the request's endpoint.
    Docs,
    /// The group of errors that this one belongs to.
    Category,
    /// The id of the request, from the context.
    RequestId,
    /// The path of the request without its query, from the context.
    Instance,
    /// Whether the same request may succeed later, a boolean.
    Retryable,
    /// The seconds to wait before the next attempt, a number.
    RetryAfter,
    /// The time of the response (RFC 3339).
    Timestamp,
    /// A value of the service's own by its name, from the context.
    Context(&'static str),
}
