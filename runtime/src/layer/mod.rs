//! The layer that answers for everything in a service that is not its own code.

mod answer;
mod configuration;
mod expose;
mod foreign;
mod future;
mod panics;
mod request_id;
mod service;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderName;
use http::request::Parts;
use tower_layer::Layer;

use crate::catalog::Catalog;
use crate::check::check_contains;
use crate::context::Context;
use crate::facts::{ApiError, ErrorSet};
use crate::framework::FrameworkError;

pub use answer::{FromBytes, MapBody};
use configuration::Configuration;
pub use foreign::{KeepResponse, Replace};
pub use future::ErrorFuture;
pub use request_id::IntoRequestId;
pub use service::ErrorService;

/// A layer that puts every error response of a service into its envelope.
///
/// Most error responses of a service are not written by its authors: unknown paths, wrong methods, rejected extractors,
/// limits of size and time, panics. The layer turns each into an error of type `E`, which is made `From` a
/// [`FrameworkError`], and answers with that. Besides, it gives each request an id, which is in the header, the body and
/// the logs of its response, and it holds the request's [`Context`] around the handler.
///
/// ```
/// use errorbook::{ApiError, Catalog, ErrorLayer, ErrorSet, FrameworkError};
/// use http::StatusCode;
///
/// #[derive(Debug, ApiError)]
/// enum ServiceError {
///     /// Nothing is at this path.
///     #[api_error(status = 404, code = "NO_ROUTE")]
///     NoRoute,
///     #[api_error(status = 500, code = "INTERNAL")]
///     Internal(#[source] FrameworkError),
/// }
///
/// impl From<FrameworkError> for ServiceError {
///     fn from(error: FrameworkError) -> Self {
///         match error.status() {
///             StatusCode::NOT_FOUND => ServiceError::NoRoute,
///             _ => ServiceError::Internal(error),
///         }
///     }
/// }
///
/// static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ServiceError::ERRORS]);
/// static LAYER: ErrorLayer<ServiceError> = CATALOG.layer();
///
/// # #[cfg(feature = "axum")]
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # use tower_service::Service;
/// use axum::{Router, routing::get};
///
/// let mut app: Router = Router::new()
///     .route("/", get(async || "Hello"))
///     .layer(LAYER.clone());
///
/// let request = http::Request::get("/nowhere").header("x-request-id", "req_1").body(axum::body::Body::empty());
/// let response = app.call(request.unwrap()).await.unwrap();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["x-request-id"], "req_1");
/// let body = axum::body::to_bytes(response.into_body(), 1000).await.unwrap();
/// assert_eq!(
///     body,
///     r#"{"title":"Not Found","status":404,"detail":"Nothing is at this path.","instance":"/nowhere","code":"NO_ROUTE"}"#
/// );
/// # }
/// # #[cfg(not(feature = "axum"))]
/// # fn main() {}
/// ```
///
/// # Where it goes
///
/// The layer is the last call of `Router::layer` on the **outermost** router, or it is around the router:
///
/// ```text
/// axum::serve(listener, Shared::new(LAYER.layer(router.with_state(()))))
/// ```
///
/// - Inside of it, so called before it: timeouts, limits, authentication. They answer with errors.
/// - Outside of it, so called after it: CORS, compression, tracing. Without the headers of CORS a browser cannot read an
///   error, and the layer cannot read the text of a compressed response.
/// - `Router::route_layer` does not see unknown paths. The layer of a nested router does not see the unknown paths below
///   its prefix.
/// - Inside of a router the context has the route's template; around it, it has not.
///
/// Where one layer is inside of another, the inner one wins: it answers, and both use one id. So two routers of one service can
/// have two envelopes.
///
/// No layer sees what the server refuses before it calls a service: hyper answers a request that it cannot parse (400), a
/// URI that is too long (414) and header fields that are too large (431) without a body.
///
/// # Which responses it replaces
///
/// Those with status 400 to 599 that nobody made with errorbook, if they have no content type, or `text/plain`, or
/// `text/html`. Others stay, such as JSON from another service: see [`replace`](Self::replace). A handler keeps its own
/// response with the extension [`KeepResponse`].
///
/// The new response has the headers of the old one, such as `Allow`, `WWW-Authenticate` and `Retry-After`, except those
/// that describe its body. The text of the old response is never sent. The first 4 KiB of it that are there at once are
/// in the log text of the [`FrameworkError`]. If a header that the status requires is missing, the response goes out without it, and
/// the observer learns of it.
///
/// # Panics of handlers
///
/// A panic in the service becomes a [`FrameworkError`] with status 500. Its message is for logs.
///
/// # Streams
///
/// The layer is done when a response has its head. A body that fails or panics later is cut off, so that the client
/// sees that it is not whole. For server-sent events, see [`sse_data`](crate::sse_data). A body is polled outside of the
/// request's [`scope`](crate::scope). Errors of gRPC are trailers of a response with status 200, and stay as they are.
#[must_use]
pub struct ErrorLayer<E, M = FromBytes> {
    /// None is the default.
    configuration: Option<Arc<Configuration>>,
    make_body: M,
    error: PhantomData<fn() -> E>,
}

/// What a layer answers with: an error that can be made of a [`FrameworkError`].
#[diagnostic::on_unimplemented(
    message = "a layer cannot answer with `{Self}`: it does not implement `From<FrameworkError>`",
    label = "this error cannot be made of a `FrameworkError`",
    note = "pass the enum that `http_errors!` declares, as in `CATALOG.layer::<HttpError>()`, or write `#[api_error(transparent, framework)]` on the variant that holds it"
)]
pub trait LayerError: ApiError + ErrorSet + From<FrameworkError> {}

#[diagnostic::do_not_recommend]
impl<E: ApiError + ErrorSet + From<FrameworkError>> LayerError for E {}

impl Catalog {
    /// The layer that answers with errors of this catalog.
    ///
    /// # Panics
    ///
    /// If an error of `E` is not in the catalog. In a `static` or a `const` that is a compile error.
    #[track_caller]
    pub const fn layer<E>(&self) -> ErrorLayer<E>
    where
        E: LayerError,
    {
        check_contains(self.sets(), E::ERRORS);
        ErrorLayer::new()
    }
}

impl<E> ErrorLayer<E>
where
    E: LayerError,
{
    /// The layer that answers with `E`, whether or not that is in a catalog. See [`Catalog::layer`].
    pub const fn new() -> Self {
        ErrorLayer {
            configuration: None,
            make_body: FromBytes,
            error: PhantomData,
        }
    }

    /// Sets how the body of an error is made, for types of bodies that are not `From<Bytes>`.
    ///
    /// ```
    /// # use errorbook::{ErrorLayer, ApiError, ErrorSet, FrameworkError};
    /// # fn layer<E: ApiError + ErrorSet + From<FrameworkError>>() {
    /// use http_body_util::Full;
    /// use http_body_util::combinators::BoxBody;
    /// use http_body_util::BodyExt;
    ///
    /// let layer = ErrorLayer::<E>::new().map_body(|body| Full::new(body).boxed());
    /// # }
    /// ```
    pub fn map_body<B, F>(self, make: F) -> ErrorLayer<E, MapBody<F>>
    where
        F: Fn(Bytes) -> B + Clone,
    {
        ErrorLayer {
            configuration: self.configuration,
            make_body: MapBody(make),
            error: PhantomData,
        }
    }
}

impl<E, M> ErrorLayer<E, M> {
    /// Sets the header that has the id of the request, in requests and responses. The default is `x-request-id`.
    ///
    /// # Panics
    ///
    /// If `name` is not a header's name, or is a header with another meaning. `HeaderName::from_static` in a `const` does not compile with a wrong name.
    #[track_caller]
    pub fn request_id_header<N>(self, name: N) -> Self
    where
        N: TryInto<HeaderName> + AsRef<str>,
    {
        let name = configuration::request_id_header(name);
        self.configure(|configuration| configuration.header = name)
    }

    /// Sets what an id begins with that the layer makes, as in `"vrf_"`. Behind it are 26 letters and digits.
    ///
    /// # Panics
    ///
    /// If an id with this prefix is not well formed: see [`request_ids`](Self::request_ids). The prefix has at most 64
    /// bytes.
    #[track_caller]
    pub fn request_id_prefix(self, prefix: &'static str) -> Self {
        request_id::check_prefix(prefix);
        self.configure(|configuration| configuration.prefix = prefix)
    }

    /// Sets how the id of a request is made that has none.
    ///
    /// `make` returns a text or an `Option` of one: `&'static str`, `String`, `Cow<'static, str>` or `HeaderValue`. The
    /// id is well formed if it has 1 to 128 visible ASCII characters, and no quotes, `<`, `>`, `&` or `\`. If it is not, or is `None`, the
    /// layer makes one.
    ///
    /// ```
    /// # use errorbook::{ErrorLayer, ApiError, ErrorSet, FrameworkError};
    /// # fn layer<E: ApiError + ErrorSet + From<FrameworkError>>() {
    /// let layer = ErrorLayer::<E>::new().request_ids(|head| {
    ///     // 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
    ///     let parent = head.headers.get("traceparent")?.to_str().ok()?;
    ///     Some(parent.get(3..35)?.to_owned())
    /// });
    /// # }
    /// ```
    ///
    /// It is not called for a request that has a well-formed id already, in its header or because another layer or
    /// [`scope`](crate::scope) around this one knows it.
    pub fn request_ids<F, R>(self, make: F) -> Self
    where
        F: Fn(&Parts) -> R + Send + Sync + 'static,
        R: IntoRequestId,
    {
        let make: configuration::MakeId = Arc::new(move |head| make(head).into_request_id());
        self.configure(|configuration| configuration.make_id = Some(make))
    }

    /// The layer neither reads nor writes ids of requests.
    pub fn without_request_ids(self) -> Self {
        self.configure(|configuration| configuration.request_ids = false)
    }

    /// Each response has `Access-Control-Expose-Headers`, so that scripts of other origins can read the id of
    /// the request, and of an error also `Retry-After` and the headers that errorbook writes.
    ///
    /// The names are added to those that the response has already. A CORS layer around this one that sets the header
    /// itself replaces it: name the headers there.
    pub fn expose_headers(self) -> Self {
        self.configure(|configuration| configuration.expose_headers = true)
    }

    /// Adds what the service knows of a request to its context.
    ///
    /// `add` gets the context with the id, the path, the method and the route of the request. It can change all but the id, which is that
    /// of the header.
    ///
    /// ```
    /// # use errorbook::{ErrorLayer, ApiError, ErrorSet, FrameworkError};
    /// # fn layer<E: ApiError + ErrorSet + From<FrameworkError>>() {
    /// let layer = ErrorLayer::<E>::new().context(|head, context| {
    ///     match head.headers.get("x-tenant").and_then(|tenant| tenant.to_str().ok()) {
    ///         Some(tenant) => context.with_value("tenant", tenant.to_owned()),
    ///         None => context,
    ///     }
    /// });
    /// # }
    /// ```
    ///
    /// If it panics, the answer is that to a panic of the handler.
    pub fn context<F>(self, add: F) -> Self
    where
        F: Fn(&Parts, Context) -> Context + Send + Sync + 'static,
    {
        let add: configuration::AddContext = Arc::new(add);
        self.configure(|configuration| configuration.add_context = Some(add))
    }

    /// Sets which responses are replaced that others made. The default is [`Replace::TextOnly`].
    pub fn replace(self, replace: Replace) -> Self {
        self.configure(|configuration| configuration.replace = replace)
    }

    fn configure(mut self, set: impl FnOnce(&mut Configuration)) -> Self {
        set(Arc::make_mut(self.configuration.get_or_insert_default()));
        self
    }

    #[inline]
    fn configuration(&self) -> &Configuration {
        static DEFAULT: Configuration = Configuration::DEFAULT;
        match &self.configuration {
            Some(configuration) => configuration,
            None => &DEFAULT,
        }
    }
}

impl<S, E, M: Clone> Layer<S> for ErrorLayer<E, M> {
    type Service = ErrorService<S, E, M>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService::new(inner, self.clone())
    }
}

impl<E, M: Clone> Clone for ErrorLayer<E, M> {
    #[inline]
    fn clone(&self) -> Self {
        ErrorLayer {
            configuration: self.configuration.clone(),
            make_body: self.make_body.clone(),
            error: PhantomData,
        }
    }
}

impl<E> Default for ErrorLayer<E>
where
    E: LayerError,
{
    fn default() -> Self {
        ErrorLayer::new()
    }
}

impl<E, M> fmt::Debug for ErrorLayer<E, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.configuration().fmt(f)
    }
}
