//! JSON from a `Serialize` that may do anything: what is written is one whole JSON value, or it is an error.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Value;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, Serializer};

/// What was written so far of a value.
///
/// `serde_json` trusts a `Serialize`: it writes a key without a value, or half of an array whose element failed, if the
/// `Serialize` swallows the failure and goes on. So the order in which the parts are written is checked. A failure
/// leaves a part without its end, and is found even if it was swallowed.
pub(crate) struct Order {
    next: Next,
    /// How many arrays and objects have no end yet.
    open: usize,
}

impl Order {
    /// Nothing was written.
    pub(crate) fn new() -> Self {
        Order {
            next: Next::Value,
            open: 0,
        }
    }

    /// Appends a value as JSON. Whether it is, [`finish`](Self::finish) knows.
    pub(crate) fn push<T: Serialize + ?Sized>(
        &mut self,
        body: &mut Vec<u8>,
        value: &T,
    ) -> serde_json::Result<()> {
        guarded(&mut || value.serialize(&mut Serializer::with_formatter(&mut *body, Ordered(self))))
    }

    /// Whether one whole value was written; else why it was not.
    pub(crate) fn finish(&self, result: serde_json::Result<()>) -> Result<(), String> {
        match result {
            Err(error) if !error.is_io() => Err(error.to_string()),
            Ok(()) if self.next == Next::End && self.open == 0 => Ok(()),
            _ => Err("its `Serialize` did not write one whole JSON value".to_owned()),
        }
    }
}

/// A `Serialize` that panics fails. `serde_json` panics itself where a `Display` that it writes as text fails.
#[inline(never)]
fn guarded(write: &mut dyn FnMut() -> serde_json::Result<()>) -> serde_json::Result<()> {
    catch_unwind(AssertUnwindSafe(write))
        .unwrap_or_else(|_| Err(serde_json::Error::custom("its `Serialize` panicked")))
}

/// What is to be written next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A value, or a key.
    Value,
    /// The rest of a string.
    Rest,
    /// The end of what the last value is a part of.
    End,
    /// The value of the last key.
    ValueOfKey,
    /// An element or a key, or the end of the array or object.
    Item,
    /// Nothing: it is not JSON any more.
    Nothing,
}

impl Order {
    /// Goes on to `next` if it was time for `expected`.
    #[inline]
    fn step(&mut self, expected: Next, next: Next) -> io::Result<()> {
        if self.next == expected {
            self.next = next;
            return Ok(());
        }
        self.fail()
    }

    /// Takes a number, `true`, `false` or `null`, which may be the text of a key.
    #[inline]
    fn scalar(&mut self) -> io::Result<()> {
        match self.next {
            Next::Value => self.next = Next::End,
            Next::Rest => {}
            _ => return self.fail(),
        }
        Ok(())
    }

    #[cold]
    fn fail(&mut self) -> io::Result<()> {
        self.next = Next::Nothing;
        Err(io::ErrorKind::InvalidData.into())
    }
}

/// Writes like `CompactFormatter`, in order only.
struct Ordered<'a>(&'a mut Order);

macro_rules! scalars {
    ($($method:ident: $type:ty),* $(,)?) => {$(
        #[inline]
        fn $method<W: Write + ?Sized>(&mut self, writer: &mut W, value: $type) -> io::Result<()> {
            self.0.scalar()?;
            CompactFormatter.$method(writer, value)
        }
    )*};
}

macro_rules! parts {
    ($($method:ident($($first:ident)?): $expected:ident -> $next:ident;)*) => {$(
        #[inline]
        fn $method<W: Write + ?Sized>(
            &mut self,
            writer: &mut W,
            $($first: bool,)?
        ) -> io::Result<()> {
            self.0.step(Next::$expected, Next::$next)?;
            CompactFormatter.$method(writer $(, $first)?)
        }
    )*};
}

impl Formatter for Ordered<'_> {
    scalars! {
        write_bool: bool,
        write_i8: i8,
        write_i16: i16,
        write_i32: i32,
        write_i64: i64,
        write_i128: i128,
        write_u8: u8,
        write_u16: u16,
        write_u32: u32,
        write_u64: u64,
        write_u128: u128,
        write_f32: f32,
        write_f64: f64,
    }

    parts! {
        begin_string(): Value -> Rest;
        end_string(): Rest -> End;
        begin_array_value(first): Item -> Value;
        end_array_value(): End -> Item;
        begin_object_key(first): Item -> Value;
        end_object_key(): End -> ValueOfKey;
        begin_object_value(): ValueOfKey -> Value;
        end_object_value(): End -> Item;
    }

    #[inline]
    fn write_null<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.scalar()?;
        CompactFormatter.write_null(writer)
    }

    #[inline]
    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.step(Next::Value, Next::Item)?;
        self.0.open += 1;
        CompactFormatter.begin_array(writer)
    }

    #[inline]
    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.step(Next::Item, Next::End)?;
        self.0.open -= 1;
        CompactFormatter.end_array(writer)
    }

    #[inline]
    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.step(Next::Value, Next::Item)?;
        self.0.open += 1;
        CompactFormatter.begin_object(writer)
    }

    #[inline]
    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.step(Next::Item, Next::End)?;
        self.0.open -= 1;
        CompactFormatter.end_object(writer)
    }

    #[inline]
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        CompactFormatter.write_string_fragment(writer, fragment)
    }

    #[inline]
    fn write_char_escape<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        CompactFormatter.write_char_escape(writer, escape)
    }

    fn write_number_str<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        number: &str,
    ) -> io::Result<()> {
        if !matches!(serde_json::from_str(number), Ok(Value::Number(_))) {
            return self.0.fail();
        }
        self.0.scalar()?;
        CompactFormatter.write_number_str(writer, number)
    }

    /// The text of a `RawValue`, or of what pretends to be one.
    fn write_raw_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        json: &str,
    ) -> io::Result<()> {
        if serde_json::from_str::<Value>(json).is_err() {
            return self.0.fail();
        }
        self.0.step(Next::Value, Next::End)?;
        CompactFormatter.write_raw_fragment(writer, json)
    }
}
