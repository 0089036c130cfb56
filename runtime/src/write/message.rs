//! Public text, part by part, to wherever it is wanted: a string, a formatter, a JSON body.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use super::escape::push_escaped;

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

    /// Adds text that is at hand.
    pub(crate) fn push(&mut self, value: &(impl DirectText + ?Sized)) {
        value.with_text(|direct| match (direct, &mut self.target) {
            (Direct::Text(text), _) => self.push_str(text),
            (Direct::Bare(bytes), Target::Json(out)) => out.extend_from_slice(bytes),
            (Direct::Bare(bytes), Target::Plain(..)) => {
                self.push_str(std::str::from_utf8(bytes).unwrap_or_default());
            }
        });
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

    fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R;
}

/// Text that is at hand.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Direct<'a> {
    Text(&'a str),
    /// A number or a boolean, in ASCII. It is JSON as it stands.
    Bare(&'a [u8]),
}

macro_rules! direct_text_of_strings {
    ($($text:ty),*) => {$(
        impl DirectText for $text {
            fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
                take(Direct::Text(self))
            }
        }
    )*};
}

direct_text_of_strings!(str, String, Cow<'_, str>, Box<str>, Rc<str>, Arc<str>);

impl<T: DirectText + ?Sized> DirectText for &T {
    const KIND: TextKind = T::KIND;

    fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
        (**self).with_text(take)
    }
}

impl DirectText for bool {
    fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
        take(Direct::Bare(if *self { b"true" } else { b"false" }))
    }
}

impl DirectText for char {
    fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
        take(Direct::Text(self.encode_utf8(&mut [0; 4])))
    }
}

macro_rules! direct_text_of_integers {
    ($($unsigned:ty, $signed:ty;)*) => {$(
        impl DirectText for $unsigned {
            const KIND: TextKind = TextKind::Unsigned;

            fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
                take(Direct::Bare(Decimal::new((*self).into(), false).digits()))
            }
        }

        impl DirectText for $signed {
            const KIND: TextKind = TextKind::Integer;

            fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
                take(Direct::Bare(Decimal::new(self.unsigned_abs().into(), *self < 0).digits()))
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

    fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
        (*self as u64).with_text(take)
    }
}

impl DirectText for isize {
    const KIND: TextKind = TextKind::Integer;

    fn with_text<R>(&self, take: impl FnOnce(Direct<'_>) -> R) -> R {
        (*self as i64).with_text(take)
    }
}

/// An integer in decimal.
struct Decimal {
    /// 20 digits and a sign, at the end of the buffer.
    buffer: [u8; 21],
    start: usize,
}

impl Decimal {
    fn new(magnitude: u64, is_negative: bool) -> Self {
        let mut buffer = [b'-'; 21];
        let mut start = buffer.len();
        let mut rest = magnitude;
        // By hundreds, because to divide is what takes long.
        while rest >= 10 {
            let pair = DIGIT_PAIRS[(rest % 100) as usize];
            rest /= 100;
            start -= 2;
            [buffer[start], buffer[start + 1]] = pair;
        }
        if rest > 0 || start == buffer.len() {
            start -= 1;
            [_, buffer[start]] = DIGIT_PAIRS[(rest % 100) as usize];
        }
        // The buffer is full of signs, so the one ahead of the digits is there.
        start -= usize::from(is_negative);
        Decimal { buffer, start }
    }

    fn digits(&self) -> &[u8] {
        &self.buffer[self.start..]
    }
}

/// `00` to `99`.
const DIGIT_PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut index = 1;
    while index < pairs.len() {
        let [tens, units] = pairs[index - 1];
        pairs[index] = if units == b'9' {
            [tens + 1, b'0']
        } else {
            [tens, units + 1]
        };
        index += 1;
    }
    pairs
};

#[cfg(test)]
mod tests {
    use super::MessageWriter;

    #[test]
    fn integers_are_written_as_display_writes_them() {
        macro_rules! check {
            ($($integer:ty)*) => {$(
                let small = 0..=<$integer>::MAX.min(127);
                for number in small.chain([<$integer>::MIN, <$integer>::MIN + 1, <$integer>::MAX]) {
                    let (mut plain, mut json) = (String::new(), Vec::new());
                    MessageWriter::plain(&mut plain).push(&number);
                    MessageWriter::json(&mut json).push(&number);
                    assert_eq!(plain, number.to_string());
                    assert_eq!(json, number.to_string().into_bytes());
                }
            )*};
        }
        check!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
        for number in (0..20).map(|power| 10_u64.pow(power)) {
            for number in [number - 1, number, number + 1] {
                let mut json = Vec::new();
                MessageWriter::json(&mut json).push(&number);
                assert_eq!(json, number.to_string().into_bytes());
            }
        }
    }
}
