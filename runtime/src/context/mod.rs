//! What a body may say of the request that failed, and what observers learn of it.

#[cfg(feature = "testing")]
mod collectors;
mod held;
#[cfg(feature = "tower")]
mod request;
mod route;
mod scope;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method};

#[cfg(feature = "testing")]
pub(crate) use collectors::{Collectors, Entered};
#[cfg(feature = "tower")]
pub(crate) use held::Held;
pub(crate) use route::Route;
#[cfg(feature = "tower")]
pub(crate) use scope::InPlace;
pub use scope::scope;
#[cfg(any(feature = "axum", feature = "tower"))]
pub(crate) use scope::with_current;

/// What is known of the request: its id, its path, the page that documents its endpoint, and values of the service's
/// own.
///
/// ```
/// use errorbook::{ApiError, Context, ErrorObject, render};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "NOT_FOUND", envelope = ErrorObject)]
/// struct NotFound;
///
/// let response = render(&NotFound, &Context::new().with_request_id("req_1"));
/// assert_eq!(
///     response.body(),
///     r#"{"error":{"code":"NOT_FOUND","message":"Not Found","request_id":"req_1"}}"#
/// );
/// ```
// A layer fills and clears it for each request, so it is small: the first four are set for every request, and the rest
// is behind one pointer.
#[derive(Clone, Default)]
pub struct Context {
    /// In the form of a header's value, so that header, body and logs share its bytes.
    request_id: Option<HeaderValue>,
    path: Option<PathAndQuery>,
    method: Option<Method>,
    route: Option<Route>,
    more: Option<Arc<More>>,
    #[cfg(feature = "testing")]
    collectors: Collectors,
}

/// What few contexts know.
#[derive(Clone, Default)]
struct More {
    /// An id that is not visible ASCII.
    request_id: Option<Cow<'static, str>>,
    /// A path that is not one of a URI.
    path: Option<Cow<'static, str>>,
    docs: Option<Cow<'static, str>>,
    timestamp: Option<SystemTime>,
    values: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

impl Context {
    /// A context that knows nothing.
    #[must_use]
    pub const fn new() -> Self {
        Context {
            request_id: None,
            path: None,
            method: None,
            route: None,
            more: None,
            #[cfg(feature = "testing")]
            collectors: Collectors::new(),
        }
    }

    /// Sets the id of the request, for the slot `request_id`.
    #[must_use]
    pub fn with_request_id(mut self, request_id: impl Into<Cow<'static, str>>) -> Self {
        let text = request_id.into();
        if text.bytes().all(|byte| byte.is_ascii_graphic()) {
            self.request_id = HeaderValue::from_maybe_shared(bytes(text)).ok();
        } else {
            self.request_id = None;
            self.more().request_id = Some(text);
        }
        self
    }

    /// Sets the path of the request, for the slot `instance`. A query is cut off: it may hold secrets.
    #[must_use]
    pub fn with_instance(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        let text = without_query(path.into());
        if is_plain_path(&text) {
            self.path = PathAndQuery::from_maybe_shared(bytes(text)).ok();
        } else {
            self.path = None;
            self.more().path = Some(text);
        }
        self
    }

    /// Sets the page that documents the endpoint: the docs link of errors that declare none. A text that is
    /// not a URI reference (RFC 3986) is not sent.
    #[must_use]
    pub fn with_docs(mut self, link: impl Into<Cow<'static, str>>) -> Self {
        self.more().docs = Some(link.into());
        self
    }

    /// Sets a value of the service's own, for the slot `context.name`. If the name is set already, the new value
    /// replaces the old one.
    ///
    /// ```
    /// use errorbook::{ApiError, Context, envelope, render};
    ///
    /// envelope! {
    ///     pub Claims: "application/json" { "code": code, "tenant"?: context.tenant }
    /// }
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 404, code = "NOT_FOUND", envelope = Claims)]
    /// struct NotFound;
    ///
    /// let context = Context::new().with_value("tenant", "acme");
    /// assert_eq!(context.value("tenant"), Some("acme"));
    /// assert_eq!(render(&NotFound, &context).body(), r#"{"code":"NOT_FOUND","tenant":"acme"}"#);
    /// ```
    ///
    /// No check compares the names with the slots of an envelope. A slot whose value is not set is empty.
    #[must_use]
    pub fn with_value(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (name, value) = (name.into(), value.into());
        let values = &mut self.more().values;
        match values.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = value,
            None => values.push((name, value)),
        }
        self
    }

    /// Sets the method of the request, for observers.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// Sets the template of the path that the request matched, such as `/claims/{id}`, for observers.
    #[must_use]
    pub fn with_route(mut self, route: impl Into<Cow<'static, str>>) -> Self {
        self.route = Some(Route::Text(route.into()));
        self
    }

    /// Sets the time of the response if it is not set.
    #[cfg(feature = "openapi")]
    pub(crate) fn or_timestamp(mut self, timestamp: SystemTime) -> Self {
        self.more().timestamp.get_or_insert(timestamp);
        self
    }

    /// Sets the time of the response, for the slot `timestamp`. The default is the time of rendering.
    ///
    /// RFC 3339 has four digits for a year: an earlier time than 1970 is sent as `1970-01-01T00:00:00.000Z`, a later
    /// one than 9999 as `9999-12-31T23:59:59.999Z`.
    #[must_use]
    pub fn with_timestamp(mut self, timestamp: SystemTime) -> Self {
        self.more().timestamp = Some(timestamp);
        self
    }

    /// The id of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match &self.request_id {
            // It is visible ASCII. `to_str` would look at each byte of it again, this at eight at a time.
            Some(id) => std::str::from_utf8(id.as_bytes()).ok(),
            None => self.more.as_ref()?.request_id.as_deref(),
        }
    }

    /// The path of the request, without its query.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        match &self.path {
            Some(path) => Some(path.path()),
            None => self.more.as_ref()?.path.as_deref(),
        }
    }

    /// The page that documents the endpoint.
    #[must_use]
    pub fn docs(&self) -> Option<&str> {
        self.more.as_ref()?.docs.as_deref()
    }

    /// The value of the service's own that has this name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        let values = &self.more.as_ref()?.values;
        let (_, value) = values.iter().find(|(other, _)| other == name)?;
        Some(value)
    }

    /// The method of the request.
    #[must_use]
    pub fn method(&self) -> Option<&Method> {
        self.method.as_ref()
    }

    /// The template of the path that the request matched, such as `/claims/{id}`.
    #[must_use]
    pub fn route(&self) -> Option<&str> {
        self.route.as_ref().map(Route::as_str)
    }

    /// The time of the response, or the present time if none is set.
    #[must_use]
    pub fn timestamp(&self) -> SystemTime {
        let set = self.more.as_ref().and_then(|more| more.timestamp);
        set.unwrap_or_else(SystemTime::now)
    }

    /// Whether nothing is known that a body could say of the request, its time aside.
    pub(crate) fn is_alone(&self) -> bool {
        self.request_id.is_none()
            && self.path.is_none()
            && self.more.as_ref().is_none_or(|more| more.is_alone())
    }

    /// What a report keeps of it. Collectors hold reports, so reports do not hold collectors.
    #[cfg(feature = "testing")]
    pub(crate) fn without_collectors(&self) -> Self {
        Context {
            collectors: Collectors::new(),
            ..self.clone()
        }
    }

    /// Those that are told of a report: the collectors in place, and those that the context has brought along.
    #[cfg(feature = "testing")]
    pub(crate) fn collectors(&self) -> Collectors {
        Collectors::present().with(&self.collectors)
    }

    fn more(&mut self) -> &mut More {
        Arc::make_mut(self.more.get_or_insert_default())
    }
}

impl More {
    fn is_alone(&self) -> bool {
        self.request_id.is_none()
            && self.path.is_none()
            && self.docs.is_none()
            && self.values.is_empty()
    }
}

/// The bytes of a text, without a copy.
fn bytes(text: Cow<'static, str>) -> Bytes {
    match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    }
}

/// Whether a text is a path that RFC 3986 allows, so that a URI's path keeps it as it is.
fn is_plain_path(text: &str) -> bool {
    text.starts_with('/')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:@!$&'()*+,;=".contains(&byte))
}

fn without_query(path: Cow<'static, str>) -> Cow<'static, str> {
    let Some(end) = path.find(['?', '#']) else {
        return path;
    };
    match path {
        Cow::Borrowed(path) => Cow::Borrowed(&path[..end]),
        Cow::Owned(mut path) => {
            path.truncate(end);
            Cow::Owned(path)
        }
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = self.more.as_deref();
        f.debug_struct("Context")
            .field("request_id", &self.request_id())
            .field("instance", &self.instance())
            .field("method", &self.method)
            .field("route", &self.route())
            .field("docs", &self.docs())
            .field("timestamp", &more.and_then(|more| more.timestamp))
            .field("values", &more.map_or(&[][..], |more| &more.values))
            .finish_non_exhaustive()
    }
}
