//! What the options of the layer set.

use std::fmt;
use std::sync::Arc;

use http::request::Parts;
use http::{HeaderName, HeaderValue, header};

use super::foreign::Replace;
use crate::context::Context;

pub(super) type MakeId = Arc<dyn Fn(&Parts) -> Option<HeaderValue> + Send + Sync>;
pub(super) type AddContext = Arc<dyn Fn(&Parts, Context) -> Context + Send + Sync>;

#[derive(Clone)]
pub(super) struct Configuration {
    pub(super) request_ids: bool,
    pub(super) header: HeaderName,
    pub(super) prefix: &'static str,
    pub(super) make_id: Option<MakeId>,
    pub(super) expose_headers: bool,
    pub(super) add_context: Option<AddContext>,
    pub(super) replace: Replace,
}

impl Configuration {
    pub(super) const DEFAULT: Self = Configuration {
        request_ids: true,
        header: HeaderName::from_static("x-request-id"),
        prefix: "",
        make_id: None,
        expose_headers: false,
        add_context: None,
        replace: Replace::TextOnly,
    };
}

impl Default for Configuration {
    fn default() -> Self {
        Configuration::DEFAULT
    }
}

/// The name of a header that can have ids.
#[track_caller]
pub(super) fn request_id_header<N>(name: N) -> HeaderName
where
    N: TryInto<HeaderName> + AsRef<str>,
{
    let text = name.as_ref().to_owned();
    let Ok(name) = name.try_into() else {
        panic!(
            "{text:?} is not the name of a header: write one of letters, digits and `-`, as in `\"x-request-id\"`"
        );
    };
    assert!(
        !has_other_meaning(&name),
        "the header `{name}` has a meaning of its own: write another for the request id, as in `\"x-request-id\"`"
    );
    name
}

/// Whether an id in this header would change how a message is read or handled.
fn has_other_meaning(name: &HeaderName) -> bool {
    const NAMES: [HeaderName; 32] = [
        header::ACCEPT,
        header::ACCEPT_ENCODING,
        header::ALLOW,
        header::AUTHORIZATION,
        header::CACHE_CONTROL,
        header::CONNECTION,
        header::CONTENT_ENCODING,
        header::CONTENT_LANGUAGE,
        header::CONTENT_LENGTH,
        header::CONTENT_LOCATION,
        header::CONTENT_RANGE,
        header::CONTENT_TYPE,
        header::COOKIE,
        header::DATE,
        header::ETAG,
        header::EXPECT,
        header::EXPIRES,
        header::HOST,
        header::LAST_MODIFIED,
        header::LOCATION,
        header::ORIGIN,
        header::PROXY_AUTHENTICATE,
        header::PROXY_AUTHORIZATION,
        header::RANGE,
        header::RETRY_AFTER,
        header::SET_COOKIE,
        header::TE,
        header::TRAILER,
        header::TRANSFER_ENCODING,
        header::UPGRADE,
        header::VARY,
        header::WWW_AUTHENTICATE,
    ];
    NAMES.contains(name) || name.as_str().starts_with("access-control-")
}

impl fmt::Debug for Configuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorLayer")
            .field("request_ids", &self.request_ids)
            .field("request_id_header", &self.header)
            .field("request_id_prefix", &self.prefix)
            .field("expose_headers", &self.expose_headers)
            .field("replace", &self.replace)
            .finish_non_exhaustive()
    }
}
