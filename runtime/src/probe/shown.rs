//! How a value is written. Whether it may be shown, and whether it has the form that its place requires, is asked where
//! the row has the field's example; nothing is reported here.

use std::borrow::Cow;
use std::fmt::{Display, Write};

use serde::Serialize;

use super::chain;
use super::std_types::StdDetail;
use crate::write::{DetailsWriter, DirectText, HeaderWriter, MessageWriter};

chain! {
    /// Does the runtime write it? Is it optional? Is its text at hand?
    ShownByRuntime -> ShownIfThere -> ShownDirectly -> Shown -> NotShown
}

/// The start of the chain for a value's type.
#[must_use]
pub fn show<T: ?Sized>(_: &T) -> ShownByRuntime<T> {
    ShownByRuntime::START
}

/// `FieldErrors`, and the types of the standard library whose names the derive does not see.
impl<T: StdDetail> ShownByRuntime<T> {
    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>) {
        value.add_to(name, writer);
    }
}

impl<T: Serialize> ShownIfThere<Option<T>> {
    pub fn detail(&self, name: &'static str, value: &Option<T>, writer: &mut DetailsWriter<'_>) {
        if let Some(value) = value {
            writer.member(name, value);
        }
    }

    pub fn details(&self, value: &Option<T>, writer: &mut DetailsWriter<'_>) {
        if let Some(value) = value {
            writer.whole(value);
        }
    }
}

impl<T: Display> ShownIfThere<Option<T>> {
    pub fn header(&self, name: &'static str, value: &Option<T>, writer: &mut HeaderWriter) {
        if let Some(value) = value {
            writer.set(name, value);
        }
    }
}

impl<T: AsRef<str>> ShownIfThere<Option<T>> {
    pub fn link<'a>(&self, value: &'a Option<T>) -> Option<Cow<'a, str>> {
        value.as_ref().map(|link| Cow::Borrowed(link.as_ref()))
    }
}

impl<T: DirectText + ?Sized> ShownDirectly<T> {
    pub fn message(&self, value: &T, writer: &mut MessageWriter<'_>) {
        writer.push(value);
    }

    pub fn header(&self, name: &'static str, value: &T, writer: &mut HeaderWriter) {
        writer.set_direct(name, value);
    }

    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>) {
        writer.direct_member(name, value);
    }
}

impl<T: Display + ?Sized> Shown<T> {
    pub fn message(&self, value: &T, writer: &mut MessageWriter<'_>) {
        let _ = write!(writer, "{value}");
    }

    pub fn header(&self, name: &'static str, value: &T, writer: &mut HeaderWriter) {
        writer.set(name, value);
    }
}

impl<T: Serialize + ?Sized> Shown<T> {
    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>) {
        writer.member(name, value);
    }

    pub fn details(&self, value: &T, writer: &mut DetailsWriter<'_>) {
        writer.whole(value);
    }
}

impl<T: AsRef<str> + ?Sized> Shown<T> {
    pub fn link<'a>(&self, value: &'a T) -> Option<Cow<'a, str>> {
        Some(Cow::Borrowed(value.as_ref()))
    }
}

/// What it lacks is reported where the field's example is.
impl<T: ?Sized> NotShown<T> {
    pub fn message(&self, _: &T, _: &mut MessageWriter<'_>) {}

    pub fn header(&self, _: &'static str, _: &T, _: &mut HeaderWriter) {}

    pub fn detail(&self, _: &'static str, _: &T, _: &mut DetailsWriter<'_>) {}

    pub fn details(&self, _: &T, _: &mut DetailsWriter<'_>) {}

    pub fn link<'a>(&self, _: &'a T) -> Option<Cow<'a, str>> {
        None
    }
}
