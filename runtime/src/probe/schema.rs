//! The JSON Schema of a detail, if its type has one.

#[cfg(feature = "schemars")]
use {super::fallible::can_fail, schemars::JsonSchema, std::any::type_name};

use super::std_types::StdDetail;
use super::{PublicText, chain};
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

chain! {
    /// What a generic field is: the compiler knows only its bounds.
    OptionalOfKnownSchema -> OfKnownSchema -> OptionalOfPublicText -> OfPublicText
        -> OfNothingKnown
}

/// The start of the chain for the type of a generic field, which is `PublicText`.
#[must_use]
pub const fn public_schema<T>() -> OptionalOfKnownSchema<T> {
    OptionalOfKnownSchema::START
}

#[cfg(feature = "schemars")]
impl<T: JsonSchema> OptionalOfKnownSchema<Option<T>> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: false,
            schema: schemas.schema_of::<T>(),
        }
    }
}

#[cfg(feature = "schemars")]
impl<T: JsonSchema> OfKnownSchema<T> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: !can_fail(type_name::<T>()),
            schema: schemas.schema_of::<T>(),
        }
    }
}

impl<T: PublicText> OptionalOfPublicText<Option<T>> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: false,
            schema: T::schema(schemas),
        }
    }
}

impl<T: PublicText> OfPublicText<T> {
    pub fn of(&self, schemas: &mut Schemas) -> DetailSchema {
        let schema = T::schema(schemas);
        // Whether values of a type without a schema always serialize is not known.
        DetailSchema {
            required: schema != serde_json::json!({}),
            schema,
        }
    }
}

/// What it lacks is reported where the field is.
impl<T> OfNothingKnown<T> {
    pub fn of(&self, _: &mut Schemas) -> DetailSchema {
        DetailSchema {
            required: true,
            schema: serde_json::json!({}),
        }
    }
}
