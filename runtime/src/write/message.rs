//! Public text, part by part, to wherever it is wanted: a string, a formatter, a JSON body.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use crate::render::push_escaped;
use crate::row::Part;
use crate::spec::ErrorSpec;

/// Takes public text.
pub struct MessageWriter<'a> {
    target: Target<'a>,
}

enum Target<'a> {
    /// Text as it is, and what became of writing it.
    Plain(&'a mut dyn fmt::Write, fmt::Result),
    /// The inside of a JSON string.
    Json(&'a mut Vec<u8>),
}

impl<'a> MessageWriter<'a> {
    pub(crate) fn plain(text: &'a mut dyn fmt::Write) -> Self {
        MessageWriter {
            target: Target::Plain(text, Ok(())),
        }
    }

    pub(crate) fn json(body: &'a mut Vec<u8>) -> Self {
        MessageWriter {
            target: Target::Json(body),
        }
    }

    /// What became of writing.
    pub(crate) fn finish(self) -> fmt::Result {
        match self.target {
            Target::Plain(_, result) => result,
            Target::Json(_) => Ok(()),
        }
    }

    /// Adds text.
    pub fn push_str(&mut self, text: &str) {
        match &mut self.target {
            Target::Json(out) => push_escaped(out, text),
            Target::Plain(out, result) => {
                if result.is_ok() {
                    *result = out.write_str(text);
                }
            }
        }
    }

    /// Writes the whole message of an error; `fill` writes what belongs into a hole.
    pub(crate) fn parts(&mut self, spec: &ErrorSpec, mut fill: impl FnMut(usize, &mut Self)) {
        if let Some(message) = spec.fixed_message() {
            self.push_str(message);
        }
        let mut hole = 0;
        for part in spec.message_parts() {
            match part {
                Part::Text(text) => self.push_str(text),
                Part::Hole(..) => {
                    fill(hole, self);
                    hole += 1;
                }
            }
        }
    }
}

impl fmt::Write for MessageWriter<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

/// What is known of a text from the type that it comes of.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Nothing: it may be one that HTTP forbids in a header.
    Text,
    /// An integer.
    Integer,
    /// An integer that is not below 0.
    Unsigned,
}

/// Types whose text is at hand without `core::fmt`, which costs more than a whole body.
///
/// Sealed: the text has to be that of `Display`.
#[doc(hidden)]
pub trait DirectText {
    const KIND: TextKind = TextKind::Text;

    fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R;
}

macro_rules! direct_text_of_strings {
    ($($text:ty),*) => {$(
        impl DirectText for $text {
            fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
                take(self)
            }
        }
    )*};
}

direct_text_of_strings!(str, String, Cow<'_, str>, Box<str>, Rc<str>, Arc<str>);

impl<T: DirectText + ?Sized> DirectText for &T {
    const KIND: TextKind = T::KIND;

    fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        (**self).with_text(take)
    }
}

impl DirectText for bool {
    fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(if *self { "true" } else { "false" })
    }
}

impl DirectText for char {
    fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(self.encode_utf8(&mut [0; 4]))
    }
}

macro_rules! direct_text_of_integers {
    ($($unsigned:ty, $signed:ty;)*) => {$(
        impl DirectText for $unsigned {
            const KIND: TextKind = TextKind::Unsigned;

            fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
                with_digits((*self).into(), false, take)
            }
        }

        impl DirectText for $signed {
            const KIND: TextKind = TextKind::Integer;

            fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
                with_digits(self.unsigned_abs().into(), *self < 0, take)
            }
        }
    )*};
}

direct_text_of_integers! {
    u8, i8;
    u16, i16;
    u32, i32;
    u64, i64;
}

impl DirectText for usize {
    const KIND: TextKind = TextKind::Unsigned;

    fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        with_digits(*self as u64, false, take)
    }
}

impl DirectText for isize {
    const KIND: TextKind = TextKind::Integer;

    fn with_text<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        with_digits(self.unsigned_abs() as u64, *self < 0, take)
    }
}

/// Calls `take` with a number in decimal.
fn with_digits<R>(magnitude: u64, negative: bool, take: impl FnOnce(&str) -> R) -> R {
    // 20 digits and a sign.
    let mut digits = [b'-'; 21];
    let mut start = digits.len();
    let mut rest = magnitude;
    loop {
        start -= 1;
        digits[start] = b"0123456789"[(rest % 10) as usize];
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    // The buffer is full of signs, so the one ahead of the digits is there.
    start -= usize::from(negative);
    take(std::str::from_utf8(&digits[start..]).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::DirectText;

    #[test]
    fn integers_are_written_as_display_writes_them() {
        macro_rules! check {
            ($($integer:ty)*) => {$(
                for number in [<$integer>::MIN, <$integer>::MAX, 0, 1, 9, 10, 99, 100] {
                    number.with_text(|text| assert_eq!(text, number.to_string()));
                }
            )*};
        }
        check!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
    }
}
