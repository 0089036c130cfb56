//! Signatures: HMAC-SHA256 in hexadecimal digits.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::body::{self, Body};
use crate::errors::WebhookError;

/// The secret that issuers sign their messages with.
pub const WEBHOOK_SECRET: &str = "whsec_demo_4f9c1b";
/// The header that has a signature.
pub const SIGNATURE: &str = "X-Signet-Signature";
/// The header that has the time of a signature, in seconds since the Unix epoch.
pub const TIMESTAMP: &str = "X-Signet-Timestamp";

/// The signature of some parts, each behind a full stop but the first.
#[must_use]
pub fn sign(secret: &str, parts: &[&[u8]]) -> String {
    hex::encode(mac(secret, parts).finalize().into_bytes())
}

/// Whether this is the signature of some parts. How long it takes says nothing of how near it is.
#[must_use]
pub fn verify(secret: &str, parts: &[&[u8]], signature: &str) -> bool {
    match hex::decode(signature) {
        Ok(signature) => mac(secret, parts).verify_slice(&signature).is_ok(),
        Err(_) => false,
    }
}

fn mac(secret: &str, parts: &[&[u8]]) -> Hmac<Sha256> {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
    let mut mac = mac.expect("a key may have any length");
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            mac.update(b".");
        }
        mac.update(part);
    }
    mac
}

/// The body of a request that is signed, and was so lately.
///
/// # Errors
/// What is not there, is wrong, or is too old.
pub fn signed_body(
    headers: &HeaderMap,
    body: Body,
    window: Duration,
) -> Result<axum::body::Bytes, WebhookError> {
    let header = |header: &'static str| {
        let value = headers.get(header).map(axum::http::HeaderValue::as_bytes);
        value.ok_or(WebhookError::MissingSignature { header })
    };
    let (signature, timestamp) = (header(SIGNATURE)?, header(TIMESTAMP)?);
    let body = body::whole(body)?;
    if body.is_empty() {
        return Err(WebhookError::MissingBody);
    }
    let signature = std::str::from_utf8(signature).unwrap_or_default();
    if !verify(WEBHOOK_SECRET, &[timestamp, &body], signature) {
        return Err(WebhookError::InvalidSignature);
    }
    let signed = std::str::from_utf8(timestamp)
        .ok()
        .and_then(|text| text.parse().ok());
    if signed.is_none_or(|signed| now().abs_diff(signed) > window.as_secs()) {
        return Err(WebhookError::ExpiredRequest {
            window_seconds: window.as_secs(),
        });
    }
    Ok(body)
}

/// The time, in seconds since the Unix epoch.
#[must_use]
pub fn now() -> u64 {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    since_epoch.unwrap_or_default().as_secs()
}
