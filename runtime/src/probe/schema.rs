//! The JSON Schema of a detail, if its type has one.

#[cfg(feature = "schemars")]
use {super::fallible::can_fail, schemars::JsonSchema, std::any::type_name};

use super::chain;
use super::std_types::StdDetail;
use crate::write::{DetailSchema, Schemas};

chain! {
    /// Is it of a common type? Has it a schema? Is it optional?
    HasCommonSchema -> HasOptionalSchema -> HasSchema -> OptionalHasNoSchema -> HasNoSchema
}

/// The start of the chain for a type's schema.
#[must_use]
pub const fn schema<T>() -> HasCommonSchema<T> {
    HasCommonSchema::START
}

impl<T: StdDetail> HasCommonSchema<T> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        T::schema(schemas)
    }
}

#[cfg(feature = "schemars")]
impl<T: JsonSchema> HasOptionalSchema<Option<T>> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: false,
            schema: schemas.schema_of::<T>(),
        }
    }
}

#[cfg(feature = "schemars")]
impl<T: JsonSchema> HasSchema<T> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: !can_fail(type_name::<T>()),
            schema: schemas.schema_of::<T>(),
        }
    }
}

impl<T> OptionalHasNoSchema<Option<T>> {
    pub fn of(&self, _: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: false,
            schema: serde_json::json!({}),
        }
    }
}

/// Whether its values always serialize is not known either.
impl<T> HasNoSchema<T> {
    pub fn of(&self, _: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: false,
            schema: serde_json::json!({}),
        }
    }
}
