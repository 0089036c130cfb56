//! The example and the schema of a generic field, which is `PublicText` as a whole. The compiler knows only the bounds of
//! its parameters.

#[cfg(feature = "schemars")]
use {super::fallible::can_fail, schemars::JsonSchema, std::any::type_name};

use super::{PublicText, chain};
use crate::write::{DetailSchema, Schemas};

chain! {
    /// Has it an example, or a default?
    PublicHasDefault -> PublicHasExample -> PublicHasNone
}

/// The start of the chain for the type of a generic field, which is `PublicText`.
#[must_use]
pub const fn public_example<T>() -> PublicHasDefault<T> {
    PublicHasDefault::START
}

impl<T: PublicText + Default> PublicHasDefault<T> {
    pub fn of(&self, field: &'static str) -> Option<T> {
        T::example(field).or_else(|| Some(T::default()))
    }
}

impl<T: PublicText> PublicHasExample<T> {
    pub fn of(&self, field: &'static str) -> Option<T> {
        T::example(field)
    }
}

/// What it lacks is reported where the field is.
impl<T> PublicHasNone<T> {
    pub fn of(&self, _: &'static str) -> Option<T> {
        None
    }
}

chain! {
    /// Has it a schema? Is it optional?
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
