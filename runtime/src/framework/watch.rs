//! Where in a type the deserialization failed.
//!
//! The text of an error does not say whether serde wrote it or the user's own `Deserialize`. [`Watched`] finds out: it sees
//! each call between a type and its deserializer, and notes the innermost that failed. A note has the names that the type
//! declares, so no name has to be taken from a text.

use std::cell::Cell;
use std::fmt::{self, Write as _};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// The innermost call that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// A value could not be read as this type; the name is as in serde's texts.
    Value(Option<&'static str>),
    /// The members of a struct with these fields are wrong.
    Struct(&'static [&'static str]),
    /// No variant of an enum with these could be read.
    Enum(&'static [&'static str]),
    /// The tag of an enum that is tagged within is missing or wrong: what serde's derive says of it.
    Tag,
    /// A type refused what it had read: with `custom`, or in what was buffered for `flatten` or an enum that is tagged
    /// within or not tagged. The text can hold anything.
    Custom,
}

thread_local! {
    static NOTE: Cell<Option<Note>> = const { Cell::new(None) };
    static ELEMENT: Cell<Option<usize>> = const { Cell::new(None) };
}

impl Note {
    /// What was noted on this thread, if anything.
    pub(crate) fn take() -> Option<Note> {
        NOTE.take()
    }

    /// Which value of the outermost sequence, map or struct failed, in the order of the input.
    pub(crate) fn take_element() -> Option<usize> {
        ELEMENT.take()
    }

    /// Notes a failure, if it is the first.
    fn failed<T, E>(self, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() && NOTE.get().is_none() {
            NOTE.set(Some(self));
        }
        result
    }
}

/// A value that is deserialized under watch.
pub(crate) struct Watched<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Watched<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        NOTE.set(None);
        ELEMENT.set(None);
        let value = Note::Custom.failed(T::deserialize(Watch(deserializer)))?;
        Ok(Watched(value))
    }
}

/// A deserializer, or what gives access to a variant.
struct Watch<D>(D);

/// What gives access to a sequence or a map, and how many values it gave.
struct WatchValues<A> {
    access: A,
    count: usize,
}

impl<A> WatchValues<A> {
    fn new(access: A) -> Self {
        WatchValues { access, count: 0 }
    }

    fn value<T, E>(&mut self, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() {
            // What is around it is told later.
            ELEMENT.set(Some(self.count));
        }
        self.count += 1;
        result
    }
}

/// A visitor, and what is noted if it fails inside of a map and of an enum.
struct WatchVisitor<V> {
    visitor: V,
    map: Note,
    r#enum: Note,
}

impl<V> WatchVisitor<V> {
    fn new(visitor: V) -> Self {
        WatchVisitor {
            visitor,
            map: Note::Custom,
            r#enum: Note::Custom,
        }
    }
}

struct WatchSeed<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for WatchSeed<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        Note::Custom.failed(self.0.deserialize(Watch(deserializer)))
    }
}

macro_rules! deserialize {
    ($($method:ident($($argument:ident: $ty:ty),*) => $expected:expr,)+) => {
        $(
            fn $method<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, D::Error> {
                Note::Value($expected).failed(self.0.$method($($argument,)* WatchVisitor::new(visitor)))
            }
        )+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Watch<D> {
    type Error = D::Error;

    deserialize! {
        deserialize_bool() => Some("bool"),
        deserialize_i8() => Some("i8"),
        deserialize_i16() => Some("i16"),
        deserialize_i32() => Some("i32"),
        deserialize_i64() => Some("i64"),
        deserialize_i128() => Some("i128"),
        deserialize_u8() => Some("u8"),
        deserialize_u16() => Some("u16"),
        deserialize_u32() => Some("u32"),
        deserialize_u64() => Some("u64"),
        deserialize_u128() => Some("u128"),
        deserialize_f32() => Some("f32"),
        deserialize_f64() => Some("f64"),
        deserialize_char() => Some("char"),
        deserialize_str() => None,
        deserialize_string() => None,
        deserialize_bytes() => None,
        deserialize_byte_buf() => None,
        deserialize_option() => None,
        deserialize_unit() => None,
        deserialize_unit_struct(name: &'static str) => None,
        deserialize_newtype_struct(name: &'static str) => None,
        deserialize_seq() => None,
        deserialize_tuple(length: usize) => None,
        deserialize_tuple_struct(name: &'static str, length: usize) => None,
        deserialize_map() => None,
        deserialize_ignored_any() => None,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let mut visitor = WatchVisitor::new(visitor);
        visitor.map = Note::Tag;
        Note::Value(None).failed(self.0.deserialize_any(visitor))
    }

    // A name that serde's derive looks up in a list.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        Note::Tag.failed(self.0.deserialize_identifier(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let mut visitor = WatchVisitor::new(visitor);
        visitor.map = Note::Struct(fields);
        Note::Value(None).failed(self.0.deserialize_struct(name, fields, visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let mut visitor = WatchVisitor::new(visitor);
        visitor.r#enum = Note::Enum(variants);
        Note::Enum(variants).failed(self.0.deserialize_enum(name, variants, visitor))
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident: $ty:ty,)+) => {
        $(
            fn $method<E: serde::de::Error>(self, value: $ty) -> Result<V::Value, E> {
                self.visitor.$method(value)
            }
        )+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for WatchVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    visit! {
        visit_bool: bool,
        visit_i8: i8,
        visit_i16: i16,
        visit_i32: i32,
        visit_i64: i64,
        visit_i128: i128,
        visit_u8: u8,
        visit_u16: u16,
        visit_u32: u32,
        visit_u64: u64,
        visit_u128: u128,
        visit_f32: f32,
        visit_f64: f64,
        visit_char: char,
        visit_str: &str,
        visit_borrowed_str: &'de str,
        visit_string: String,
        visit_bytes: &[u8],
        visit_borrowed_bytes: &'de [u8],
        visit_byte_buf: Vec<u8>,
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        Note::Custom.failed(self.visitor.visit_some(Watch(deserializer)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        Note::Custom.failed(self.visitor.visit_newtype_struct(Watch(deserializer)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(WatchValues::new(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let note = match self.map {
            Note::Tag if !expects_tag(&self.visitor) => Note::Custom,
            note => note,
        };
        note.failed(self.visitor.visit_map(WatchValues::new(members)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        self.r#enum.failed(self.visitor.visit_enum(Watch(variant)))
    }
}

/// Whether it is the visitor that serde's derive has for an enum that is tagged within.
fn expects_tag<'de, V: Visitor<'de>>(visitor: &V) -> bool {
    let mut start = Start(INTERNALLY_TAGGED);
    // It is told at the first letter that differs.
    let visitor: &dyn Expected = visitor;
    write!(start, "{visitor}").is_err() && start.0.is_empty()
}

const INTERNALLY_TAGGED: &str = "internally tagged enum ";

/// Compares the start of what is written with a text, and fails as soon as the answer is known.
struct Start(&'static str);

impl fmt::Write for Start {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let length = self.0.len().min(text.len());
        match (self.0.split_at_checked(length), text.get(..length)) {
            (Some((start, rest)), Some(text)) if start == text => {
                self.0 = rest;
                if rest.is_empty() {
                    Err(fmt::Error)
                } else {
                    Ok(())
                }
            }
            _ => Err(fmt::Error),
        }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for WatchValues<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let element = self.access.next_element_seed(WatchSeed(seed));
        self.value(element)
    }

    fn size_hint(&self) -> Option<usize> {
        self.access.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for WatchValues<A> {
    type Error = A::Error;

    // A key that is refused is a matter of the whole map.
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.access.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.access.next_value_seed(WatchSeed(seed));
        self.value(value)
    }

    fn size_hint(&self) -> Option<usize> {
        self.access.size_hint()
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Watch<A> {
    type Error = A::Error;
    type Variant = Watch<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (value, variant) = self.0.variant_seed(seed)?;
        Ok((value, Watch(variant)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Watch<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        Note::Value(None).failed(self.0.unit_variant())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        Note::Value(None).failed(self.0.newtype_variant_seed(WatchSeed(seed)))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let visitor = WatchVisitor::new(visitor);
        Note::Value(None).failed(self.0.tuple_variant(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let mut visitor = WatchVisitor::new(visitor);
        visitor.map = Note::Struct(fields);
        Note::Value(None).failed(self.0.struct_variant(fields, visitor))
    }
}
