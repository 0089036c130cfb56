//! Types of the language and the standard library that fields often have. What is done with them is
//! compiled here once: the derive would have every crate compile it anew, JSON's writer with it, and
//! that took longer than all else that it makes.

use std::borrow::Cow;

use crate::schema::{DetailSchema, HasOptionalSchema, Schemas};
use crate::write::{DetailsWriter, MessageWriter};

/// A type that many details have.
pub trait CommonDetail {
    /// Adds the value to the details, if there is one.
    fn add_to(&self, name: &'static str, writer: &mut DetailsWriter<'_>);

    /// Its JSON Schema.
    fn schema(schemas: &mut Schemas) -> DetailSchema;
}

/// A type that many holes of messages have.
pub trait CommonText {
    /// Writes the value into the message.
    fn write_to(&self, writer: &mut MessageWriter<'_>);
}

macro_rules! common_details {
    ($method:ident: $($type:ty),* $(,)?) => {$(
        impl CommonDetail for $type {
            fn add_to(&self, name: &'static str, writer: &mut DetailsWriter<'_>) {
                writer.$method(name, self);
            }

            fn schema(schemas: &mut Schemas) -> DetailSchema {
                HasOptionalSchema::<$type>::START.of(schemas)
            }
        }

        impl CommonDetail for Option<$type> {
            fn add_to(&self, name: &'static str, writer: &mut DetailsWriter<'_>) {
                if let Some(value) = self {
                    writer.$method(name, value);
                }
            }

            fn schema(schemas: &mut Schemas) -> DetailSchema {
                HasOptionalSchema::<Option<$type>>::START.of(schemas)
            }
        }
    )*};
}

macro_rules! common_texts {
    ($($type:ty),* $(,)?) => {
        common_details!(direct_member: $($type),*);
        $(
            impl CommonText for $type {
                fn write_to(&self, writer: &mut MessageWriter<'_>) {
                    writer.push(self);
                }
            }
        )*
    };
}

common_texts!(
    String,
    &str,
    Cow<'_, str>,
    bool,
    char,
    u8,
    u16,
    u32,
    u64,
    usize,
    i8,
    i16,
    i32,
    i64,
    isize,
);
common_details!(member: f32, f64, Vec<String>, Vec<&str>, Vec<u32>, Vec<u64>, Vec<i32>, Vec<i64>);
