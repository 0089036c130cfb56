//! The body of a request: how large, of what type, and what is in it.

use std::convert::Infallible;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use example_service::request::is_json;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::{Map, Value};

use crate::errors::BodyError;

/// How many bytes a body may have.
pub const MAX_BYTES: usize = 16 * 1024;

/// A body, or what is wrong with it. Other things may be wrong with the request, and come first: so
/// nothing is made of it until the handler asks.
pub struct Body(Result<Map<String, Value>, BodyError>);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        // The framework takes `application/problem+json` and the like as well.
        if !is_json(request.headers()) {
            return Ok(Body(Err(BodyError::MediaType)));
        }
        let body = Json::from_request(request, state).await;
        Ok(Body(match body {
            Ok(Json(members)) => Ok(members),
            // It also wants what follows the type to be well written.
            Err(JsonRejection::MissingJsonContentType(_)) => Err(BodyError::MediaType),
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(BodyError::TooLarge { max: MAX_BYTES })
            }
            Err(rejection) => Err(rejection.into()),
        }))
    }
}

impl Body {
    /// The members of the body.
    ///
    /// # Errors
    /// 400 if it has none.
    pub fn members(self) -> Result<Members, BodyError> {
        self.0.map(Members)
    }
}

/// The members of a body. Those that nobody asks for are ignored.
pub struct Members(Map<String, Value>);

impl Members {
    /// A member that is there.
    ///
    /// # Errors
    /// 400 if it is missing, `null` or blank.
    pub fn required(&self, field: &'static str) -> Result<&Value, BodyError> {
        let is_there = |value: &&Value| match value {
            Value::Null => false,
            Value::String(text) => text.chars().any(|character| character > ' '),
            _ => true,
        };
        let member = self.0.get(field).filter(is_there);
        member.ok_or(BodyError::Required { field })
    }

    /// A string that is as it must be.
    ///
    /// # Errors
    /// 400 if it is not.
    pub fn text(
        &self,
        field: &'static str,
        expected: &'static str,
        is_so: impl FnOnce(&str) -> bool,
    ) -> Result<&str, BodyError> {
        let text = self.required(field)?.as_str().filter(|text| is_so(text));
        text.ok_or(BodyError::Invalid { field, expected })
    }

    /// One of the names that there are; `None` if it is another one.
    ///
    /// # Errors
    /// 400 if it is missing, `null` or blank.
    pub fn one_of<T: DeserializeOwned>(&self, field: &'static str) -> Result<Option<T>, BodyError> {
        let name = self.required(field)?.as_str();
        let named = |name: &str| {
            let name: StrDeserializer<'_, Error> = name.into_deserializer();
            T::deserialize(name).ok()
        };
        Ok(name.and_then(named))
    }
}
