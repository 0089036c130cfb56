//! How an envelope writes the paths of fields.

use std::borrow::Cow;
use std::cell::Cell;

/// How an envelope writes the paths of fields.
#[derive(Clone, Copy, Debug)]
pub struct FieldStyle {
    /// How the steps are joined.
    pub notation: FieldNotation,
    /// What the name of a struct's field becomes.
    pub names: FieldNames,
}

/// What the Rust name of a struct's field becomes.
pub type FieldNames = fn(&str) -> Cow<'_, str>;

/// What a function in `field_names` can return.
#[diagnostic::on_unimplemented(
    message = "a function for the names of fields cannot return `{Self}`",
    label = "this function does not return a text",
    note = "write it as in `fn wire_name(name: &str) -> String`"
)]
pub trait WireName<'a> {
    /// The name.
    fn into_name(self) -> Cow<'a, str>;
}

impl<'a> WireName<'a> for Cow<'a, str> {
    fn into_name(self) -> Cow<'a, str> {
        self
    }
}

impl<'a> WireName<'a> for &'a str {
    fn into_name(self) -> Cow<'a, str> {
        self.into()
    }
}

impl<'a> WireName<'a> for String {
    fn into_name(self) -> Cow<'a, str> {
        self.into()
    }
}

/// How the steps of a path are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldNotation {
    /// `items[0].name`
    #[default]
    Bracketed,
    /// `items.0.name`
    Dotted,
    /// `/items/0/name` (RFC 6901)
    Pointer,
}

impl From<FieldNotation> for FieldStyle {
    fn from(notation: FieldNotation) -> Self {
        FieldStyle {
            notation,
            ..FieldStyle::DEFAULT
        }
    }
}

thread_local! {
    /// The style of the envelope whose details are being written on this thread.
    static CURRENT: Cell<FieldStyle> = const { Cell::new(FieldStyle::DEFAULT) };
}

impl FieldStyle {
    /// With brackets, names as they are.
    pub const DEFAULT: FieldStyle = FieldStyle {
        notation: FieldNotation::Bracketed,
        names: names::rust,
    };

    /// The style of the envelope whose details are being written.
    pub(crate) fn current() -> Self {
        CURRENT.get()
    }

    /// Lets what serializes from now on write paths in this style, until the guard is dropped.
    pub(crate) fn enter(self) -> InStyle {
        InStyle {
            before: CURRENT.replace(self),
        }
    }
}

/// While it lives, paths are written in a style.
pub(crate) struct InStyle {
    before: FieldStyle,
}

impl Drop for InStyle {
    fn drop(&mut self) {
        CURRENT.set(self.before);
    }
}

/// The rules of serde's `rename_all` for fields, which it takes to be in `snake_case`.
pub mod names {
    use std::borrow::Cow;

    /// `lowercase`, `snake_case`, or no rule.
    #[must_use]
    pub fn rust(name: &str) -> Cow<'_, str> {
        Cow::Borrowed(name)
    }

    /// `UPPERCASE`, `SCREAMING_SNAKE_CASE`
    #[must_use]
    pub fn upper(name: &str) -> Cow<'_, str> {
        name.to_ascii_uppercase().into()
    }

    /// `PascalCase`
    #[must_use]
    pub fn pascal(name: &str) -> Cow<'_, str> {
        let mut pascal = String::with_capacity(name.len());
        let mut capital = true;
        for letter in name.chars() {
            if letter == '_' {
                capital = true;
            } else if capital {
                pascal.push(letter.to_ascii_uppercase());
                capital = false;
            } else {
                pascal.push(letter);
            }
        }
        pascal.into()
    }

    /// `camelCase`
    #[must_use]
    pub fn camel(name: &str) -> Cow<'_, str> {
        let pascal = pascal(name);
        let mut letters = pascal.chars();
        match letters.next() {
            Some(first) => {
                let mut camel = first.to_ascii_lowercase().to_string();
                camel.push_str(letters.as_str());
                camel.into()
            }
            None => Cow::Borrowed(""),
        }
    }

    /// `kebab-case`
    #[must_use]
    pub fn kebab(name: &str) -> Cow<'_, str> {
        name.replace('_', "-").into()
    }

    /// `SCREAMING-KEBAB-CASE`
    #[must_use]
    pub fn screaming_kebab(name: &str) -> Cow<'_, str> {
        kebab(&upper(name)).into_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::names::{camel, kebab, pascal, rust, screaming_kebab, upper};

    #[test]
    fn names_are_renamed_as_serde_renames_fields() {
        for (name, expected) in [
            (
                "unit_price",
                [
                    "unit_price",
                    "UNIT_PRICE",
                    "UnitPrice",
                    "unitPrice",
                    "unit-price",
                    "UNIT-PRICE",
                ],
            ),
            ("id", ["id", "ID", "Id", "id", "id", "ID"]),
            ("_id", ["_id", "_ID", "Id", "id", "-id", "-ID"]),
            (
                "line_2",
                ["line_2", "LINE_2", "Line2", "line2", "line-2", "LINE-2"],
            ),
            ("", ["", "", "", "", "", ""]),
        ] {
            let rules = [rust, upper, pascal, camel, kebab, screaming_kebab];
            assert_eq!(rules.map(|rule| rule(name).into_owned()), expected);
        }
    }
}
