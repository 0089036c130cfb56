//! Exact OpenAPI descriptions. They are made when you call these functions; the derive generates no code for them.
//!
//! Each error has a schema in `components.schemas`, named by its code. It describes the object that
//! holds the code, and a response wraps it as the envelope does. Several errors with one status form a union. The
//! union is a component, too, and has a `discriminator` on the code, so that a generated
//! TypeScript type narrows on it. Each error has an example, rendered like any response.
//!
//! ```
//! use errorbook::openapi::{self, OpenApi};
//! use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
//! use serde_json::json;
//!
//! /// What can go wrong while a claim is looked up.
//! #[derive(Debug, ApiError)]
//! #[api_error(envelope = ErrorObject)]
//! enum ClaimError {
//!     /// No claim has this id.
//!     #[api_error(status = 404)]
//!     ClaimNotFound,
//! }
//!
//! static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);
//!
//! let mut document = json!({
//!     "openapi": "3.1.1",
//!     "info": {"title": CATALOG.name(), "version": CATALOG.version()},
//!     "paths": {
//!         "/claims/{id}": {
//!             "get": {"responses": CATALOG.responses::<ClaimError>(OpenApi::V3_1)}
//!         }
//!     }
//! });
//! openapi::merge(&mut document, &CATALOG).unwrap();
//!
//! assert_eq!(
//!     document["components"]["schemas"]["CLAIM_NOT_FOUND"],
//!     json!({
//!         "title": "CLAIM_NOT_FOUND",
//!         "description": "No claim has this id.",
//!         "type": "object",
//!         "properties": {
//!             "code": {"type": "string", "const": "CLAIM_NOT_FOUND"},
//!             "message": {"type": "string"},
//!             "docs": {"type": "string", "format": "uri-reference"},
//!             "request_id": {"type": "string"}
//!         },
//!         "required": ["code", "message"],
//!         "x-retryable": false
//!     })
//! );
//! ```

mod component;
mod details;
mod dialect;
mod headers;
mod layout;
mod merge;
mod operation;
mod order;
mod presence;
mod reader;
mod scope;
#[cfg(feature = "schemars")]
mod types;

use serde_json::{Map, Value};

use crate::catalog::Catalog;
use crate::context::Context;
use crate::facts::ErrorSet;

pub use dialect::{OpenApi, UnknownVersion};
pub use merge::{MergeError, merge, merge_used};

use order::sorted;
use scope::Scope;

/// The `responses` object of an operation that answers with the errors of one type.
///
/// It refers to components by the names that they have in a catalog of that type alone. A catalog of several types can
/// need longer names: use [`Catalog::responses`] with it.
///
/// ```
/// use errorbook::openapi::{self, OpenApi};
/// use errorbook::{ApiError, ErrorObject};
/// use serde_json::json;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 409, code = "TAKEN", envelope = ErrorObject, header("Link" = "</v1>"))]
/// struct Taken;
///
/// assert_eq!(
///     openapi::responses::<Taken>(OpenApi::V3_1),
///     json!({
///         "409": {
///             "description": "Conflict",
///             "headers": {
///                 "link": {"required": true, "schema": {"type": "string", "const": "</v1>"}}
///             },
///             "content": {
///                 "application/json": {
///                     "schema": {
///                         "type": "object",
///                         "properties": {"error": {"$ref": "#/components/schemas/TAKEN"}},
///                         "required": ["error"]
///                     },
///                     "examples": {
///                         "TAKEN": {
///                             "summary": "Conflict",
///                             "value": {
///                                 "error": {
///                                     "code": "TAKEN",
///                                     "message": "Conflict",
///                                     "request_id": "req_0123456789"
///                                 }
///                             }
///                         }
///                     }
///                 }
///             }
///         }
///     })
/// );
/// ```
#[must_use]
pub fn responses<E: ErrorSet>(version: OpenApi) -> Value {
    let scope = Scope::new(&[E::ERRORS]);
    operation::responses(
        &scope,
        E::ERRORS,
        &crate::catalog::example_context(),
        version,
    )
}

impl Catalog {
    /// The components of the catalog: `{"components": {"schemas": {..}}}`.
    ///
    /// There is a schema for each error, one for each union that an operation of one of the catalog's
    /// types refers to, and one for each type that details refer to by name.
    ///
    /// ```
    /// # use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
    /// # #[derive(Debug, ApiError)]
    /// # #[api_error(envelope = ErrorObject)]
    /// # enum ClaimError {
    /// #     #[api_error(status = 404)]
    /// #     ClaimNotFound,
    /// #     #[api_error(status = 404)]
    /// #     ClaimGone,
    /// # }
    /// # static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);
    /// use errorbook::openapi::OpenApi;
    ///
    /// let components = CATALOG.openapi(OpenApi::V3_1);
    /// let schemas = components["components"]["schemas"].as_object().unwrap();
    /// let names: Vec<_> = schemas.keys().collect();
    /// assert_eq!(names, ["CLAIM_GONE", "CLAIM_NOT_FOUND", "ClaimError_404"]);
    /// ```
    #[must_use]
    pub fn openapi(&self, version: OpenApi) -> Value {
        let schemas = self.schemas(version).into_iter();
        let schemas: Map<_, _> = schemas.map(|(name, (schema, _))| (name, schema)).collect();
        // `json!` would serialize all of it once more.
        let components = Map::from_iter([("schemas".to_owned(), schemas.into())]);
        Map::from_iter([("components".to_owned(), components.into())]).into()
    }

    /// The `responses` object of an operation that answers with the errors of one type.
    ///
    /// The type must be in the catalog, or nested in one of its types, because the responses refer to the catalog's
    /// schemas.
    ///
    /// # Panics
    ///
    /// If an error of the type is not in the catalog.
    ///
    /// ```
    /// # use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
    /// # #[derive(Debug, ApiError)]
    /// # #[api_error(envelope = ErrorObject)]
    /// # enum ClaimError {
    /// #     #[api_error(status = 404)]
    /// #     ClaimNotFound,
    /// #     #[api_error(status = 404)]
    /// #     ClaimGone,
    /// # }
    /// # static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);
    /// use errorbook::openapi::OpenApi;
    ///
    /// let responses = CATALOG.responses::<ClaimError>(OpenApi::V3_1);
    /// assert_eq!(
    ///     responses["404"]["content"]["application/json"]["schema"]["properties"]["error"]["$ref"],
    ///     "#/components/schemas/ClaimError_404"
    /// );
    /// ```
    #[must_use]
    #[track_caller]
    pub fn responses<E: ErrorSet>(&self, version: OpenApi) -> Value {
        self.responses_in::<E>(version, &self.example_context())
    }

    /// Like [`responses`](Self::responses), but renders the examples in a context of the operation, for example with the
    /// docs link of its endpoint. A context without a time gets a fixed one, so that the document is always the same.
    ///
    /// # Panics
    ///
    /// If an error of the type is not in the catalog.
    ///
    /// ```
    /// # use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
    /// # #[derive(Debug, ApiError)]
    /// # #[api_error(envelope = ErrorObject)]
    /// # enum ClaimError {
    /// #     #[api_error(status = 404)]
    /// #     ClaimNotFound,
    /// #     #[api_error(status = 404)]
    /// #     ClaimGone,
    /// # }
    /// # static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);
    /// use errorbook::Context;
    /// use errorbook::openapi::OpenApi;
    ///
    /// let context = Context::new().with_docs("https://docs.example.com/claims");
    /// let responses = CATALOG.responses_in::<ClaimError>(OpenApi::V3_1, &context);
    /// let examples = &responses["404"]["content"]["application/json"]["examples"];
    /// assert_eq!(
    ///     examples["CLAIM_GONE"]["value"]["error"]["docs"],
    ///     "https://docs.example.com/claims"
    /// );
    /// ```
    #[must_use]
    #[track_caller]
    pub fn responses_in<E: ErrorSet>(&self, version: OpenApi, context: &Context) -> Value {
        let scope = Scope::new(self.sets());
        let name = E::ERRORS.declaration.name;
        assert!(
            scope.contains(E::ERRORS),
            "the catalog \"{}\" lacks errors of `{name}`: add `{name}::ERRORS` to the catalog",
            self.name(),
        );
        operation::responses(&scope, E::ERRORS, context, version)
    }

    /// Each schema by its name, in the order of names, and what it is the schema of.
    fn schemas(&self, version: OpenApi) -> Vec<(String, (Value, String))> {
        let schemas = component::schemas(&Scope::new(self.sets()), version);
        let mut schemas: Vec<_> = schemas
            .into_iter()
            .map(|(name, (schema, what))| (name, (sorted(schema), what)))
            .collect();
        schemas.sort_by(|(one, _), (other, _)| one.cmp(other));
        schemas
    }
}
