//! Which headers scripts of other origins can read.

use std::collections::BTreeSet;

use http::header::{ACCESS_CONTROL_EXPOSE_HEADERS, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Response};

use super::configuration::Configuration;
use crate::render::Rendered;

/// What scripts can read anyway (the Fetch standard's response headers on the CORS safelist), or never.
const NOT_EXPOSED: [&str; 9] = [
    "cache-control",
    "content-language",
    "content-length",
    "content-type",
    "expires",
    "last-modified",
    "pragma",
    "set-cookie",
    "set-cookie2",
];

/// Adds names to `Access-Control-Expose-Headers`.
#[cold]
pub(super) fn expose<B>(response: &mut Response<B>, configuration: &Configuration) {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let headers = response.headers();
    if configuration.request_ids && headers.contains_key(&configuration.header) {
        names.insert(configuration.header.as_str());
    }
    if response.status().is_client_error() || response.status().is_server_error() {
        let rendered = response.extensions().get::<Rendered>();
        let is_ours = |name: &HeaderName| {
            *name == RETRY_AFTER || rendered.is_some_and(|rendered| rendered.writes(name))
        };
        let ours = headers.keys().filter(|name| is_ours(name));
        let ours = ours.map(HeaderName::as_str);
        names.extend(ours.filter(|name| !NOT_EXPOSED.contains(name)));
    }
    let lines = headers.get_all(ACCESS_CONTROL_EXPOSE_HEADERS).iter();
    let there: Vec<&str> = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    names.retain(|name| !there.iter().any(|other| name.eq_ignore_ascii_case(other)));
    // Who exposes all exposes these.
    if names.is_empty() || there.contains(&"*") {
        return;
    }
    let all: Vec<&str> = there.into_iter().chain(names).collect();
    if let Ok(value) = HeaderValue::try_from(all.join(", ")) {
        let headers = response.headers_mut();
        let _ = headers.try_insert(ACCESS_CONTROL_EXPOSE_HEADERS, value);
    }
}
