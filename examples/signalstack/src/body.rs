//! The body of a request: how large, of what type, and how much of it is read.

use std::borrow::Cow;
use std::error::Error;

use axum::body::{Body, HttpBody};
use axum::http::HeaderMap;
use bytes::{Bytes, BytesMut};
use example_service::request::is_json;
use http_body_util::BodyExt;
use serde_json::{Map, Value};

use crate::errors::BodyError;

/// Reads a JSON body of at most `max_bytes`.
///
/// # Errors
/// 413 if it is larger, by its `Content-Length` before anything of it is read; 400 if it is said to
/// be something else than JSON, or breaks off.
pub async fn read(
    headers: &HeaderMap,
    mut body: Body,
    max_bytes: usize,
) -> Result<Bytes, BodyError> {
    let too_large = || BodyError::TooLarge { max_bytes };
    let announced = HttpBody::size_hint(&body).lower();
    if usize::try_from(announced).map_or(true, |announced| announced > max_bytes) {
        return Err(too_large());
    }
    if !is_json(headers) {
        return Err(malformed(
            "The Content-Type must be application/json.",
            None,
        ));
    }

    let mut bytes = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| malformed("The body broke off.", Some(error.into())))?;
        // Trailers are of no interest.
        if let Ok(data) = frame.into_data() {
            if data.len() > max_bytes - bytes.len() {
                return Err(too_large());
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes.freeze())
}

/// Parses a body, whose root must be an object.
///
/// # Errors
/// 400 if it is something else.
pub fn parse(body: &[u8]) -> Result<Map<String, Value>, BodyError> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(malformed("The body is no JSON object.", None)),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let reason = format!("The body is no JSON: see line {line}, column {column}.");
            Err(malformed(reason, Some(error.into())))
        }
    }
}

fn malformed(
    reason: impl Into<Cow<'static, str>>,
    cause: Option<Box<dyn Error + Send + Sync>>,
) -> BodyError {
    BodyError::Malformed {
        reason: reason.into(),
        cause,
    }
}
