//! Types of the language and the standard library that fields often have. What is done with them is
//! compiled here once: the derive would have every crate compile it anew, JSON's writer with it, and
//! that took longer than all else that it makes.

use std::borrow::Cow;

use super::example::HasOne;
use crate::write::{DetailSchema, DetailsWriter, FieldErrors, MessageWriter, Schemas};

/// A type of the language or the standard library that details have. The derive knows it by its name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is another type than the one of that name in the standard library",
    label = "a field of this type is public",
    note = "write the path of your type, as in `self::String`, or give it another name"
)]
pub trait StdDetail {
    /// Adds the value to the details, if there is one.
    fn add_to(&self, name: &'static str, writer: &mut DetailsWriter<'_>);

    /// Adds the example of a field of this name.
    fn write_example(name: &'static str, field: &'static str, writer: &mut DetailsWriter<'_>);

    /// Its JSON Schema.
    fn schema(schemas: &mut Schemas) -> DetailSchema;
}

/// A type of the language or the standard library that messages have. The derive knows it by its name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is another type than the one of that name in the standard library",
    label = "a field of this type is public",
    note = "write the path of your type, as in `self::String`, or give it another name"
)]
pub trait StdText {
    /// Writes the value into the message.
    fn write_to(&self, writer: &mut MessageWriter<'_>);

    /// Writes the example of a field of this name.
    fn write_example(field: &'static str, writer: &mut MessageWriter<'_>);
}

macro_rules! common_details {
    ($method:ident: $($type:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl StdDetail for $type {
            fn add_to(&self, name: &'static str, writer: &mut DetailsWriter<'_>) {
                writer.$method(name, self);
            }

            fn write_example(
                name: &'static str,
                field: &'static str,
                writer: &mut DetailsWriter<'_>,
            ) {
                HasOne::<$type>::START.of(field).add_to(name, writer);
            }

            fn schema(schemas: &mut Schemas) -> DetailSchema {
                schemas.of_type::<$type>()
            }
        }

        #[diagnostic::do_not_recommend]
        impl StdDetail for Option<$type> {
            fn add_to(&self, name: &'static str, writer: &mut DetailsWriter<'_>) {
                if let Some(value) = self {
                    writer.$method(name, value);
                }
            }

            fn write_example(
                name: &'static str,
                field: &'static str,
                writer: &mut DetailsWriter<'_>,
            ) {
                HasOne::<Option<$type>>::START.of(field).add_to(name, writer);
            }

            fn schema(schemas: &mut Schemas) -> DetailSchema {
                DetailSchema {
                    required: false,
                    ..schemas.of_type::<$type>()
                }
            }
        }
    )*};
}

macro_rules! common_texts {
    ($($type:ty),* $(,)?) => {
        common_details!(direct_member: $($type),*);
        $(
            #[diagnostic::do_not_recommend]
            impl StdText for $type {
                fn write_to(&self, writer: &mut MessageWriter<'_>) {
                    writer.push(self);
                }

                fn write_example(field: &'static str, writer: &mut MessageWriter<'_>) {
                    HasOne::<$type>::START.of(field).write_to(writer);
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
// Not of the standard library, and no less common.
common_details!(field_errors: FieldErrors);
common_details!(member: f32, f64, Vec<String>, Vec<&str>, Vec<u32>, Vec<u64>, Vec<i32>, Vec<i64>);

/// The start of the chain for the example of a type whose text the runtime writes.
#[must_use]
pub const fn std_text<T: StdText>() -> HasOne<T> {
    HasOne::START
}
