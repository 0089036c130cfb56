//! Responses of any client, read to their end.

use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::pin;

use bytes::{BufMut, Bytes};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use http_body::Body;

/// A response with its whole body: what [`assert_error!`](super::assert_error) looks at.
///
/// It is implemented for `http::Response` with a body that is bytes or text, which [`collect`] makes, and for
/// `(status, headers, body)`: the headers are a `HeaderMap` or pairs of name and value, such as
/// `[("content-type", "application/json")]`. You can implement it for the type of your own client.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a response with its whole body",
    label = "the body of this response is not in memory",
    note = "write `errorbook::testing::collect(response).await`, or `(status, headers, body)`"
)]
pub trait WholeResponse {
    /// The status.
    fn status(&self) -> StatusCode;

    /// The headers.
    fn headers(&self) -> HeaderMap;

    /// The body.
    fn body(&self) -> &[u8];
}

#[diagnostic::do_not_recommend]
impl<B: AsRef<[u8]>> WholeResponse for Response<B> {
    fn status(&self) -> StatusCode {
        self.status()
    }

    fn headers(&self) -> HeaderMap {
        self.headers().clone()
    }

    fn body(&self) -> &[u8] {
        self.body().as_ref()
    }
}

#[diagnostic::do_not_recommend]
impl<S, H, B> WholeResponse for (S, H, B)
where
    S: Status,
    H: IntoIterator<Item: Header> + Clone,
    B: AsRef<[u8]>,
{
    fn status(&self) -> StatusCode {
        self.0.status()
    }

    fn headers(&self) -> HeaderMap {
        map(self.1.clone())
    }

    fn body(&self) -> &[u8] {
        self.2.as_ref()
    }
}

#[diagnostic::do_not_recommend]
impl<R: WholeResponse + ?Sized> WholeResponse for &R {
    fn status(&self) -> StatusCode {
        (**self).status()
    }

    fn headers(&self) -> HeaderMap {
        (**self).headers()
    }

    fn body(&self) -> &[u8] {
        (**self).body()
    }
}

/// Reads the body of a response to its end.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::Router;
/// use axum::body::Body;
/// use axum::routing::get;
/// use errorbook::testing::{assert_error, collect};
/// use errorbook::{ApiError, ErrorObject};
/// use serde_json::json;
/// use tower_service::Service;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "CLAIM_NOT_FOUND", envelope = ErrorObject)]
/// struct ClaimNotFound;
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut app: Router = Router::new().route("/", get(async || ClaimNotFound));
/// let request = http::Request::get("/").body(Body::empty()).unwrap();
/// let response = collect(app.call(request).await.unwrap()).await;
/// let body = json!({"error": {"code": "CLAIM_NOT_FOUND", "message": "Not Found"}});
/// assert_error!(response, "CLAIM_NOT_FOUND", 404, body);
/// # });
/// # }
/// ```
///
/// A response of `reqwest` becomes an `http::Response` by `into()`: `collect(response.into()).await`.
///
/// # Panics
///
/// If the body ends with an error.
pub async fn collect<B>(response: Response<B>) -> Response<Bytes>
where
    B: Body,
    B::Error: Debug,
{
    let (head, body) = response.into_parts();
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        match frame {
            Ok(frame) => {
                if let Ok(data) = frame.into_data() {
                    bytes.put(data);
                }
            }
            Err(error) => panic!("the response body ends with an error: {error:?}"),
        }
    }
    Response::from_parts(head, bytes.into())
}

/// A status, as a number or as `StatusCode`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a status",
    note = "write a number such as `404`, or `StatusCode::NOT_FOUND`"
)]
pub trait Status {
    #[doc(hidden)]
    fn status(&self) -> StatusCode;
}

impl Status for StatusCode {
    fn status(&self) -> StatusCode {
        *self
    }
}

impl Status for u16 {
    #[track_caller]
    fn status(&self) -> StatusCode {
        let Ok(status) = StatusCode::from_u16(*self) else {
            panic!("{self} is not a status");
        };
        status
    }
}

/// A header: a name and a value. Those of a `HeaderMap`, or a pair such as `("retry-after", "30")`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a header",
    note = "write a pair such as `(\"retry-after\", \"30\")`"
)]
pub trait Header {
    /// `None` if it is that of the header before.
    #[doc(hidden)]
    fn name(&self) -> Option<&str>;

    #[doc(hidden)]
    fn value(&self) -> &[u8];
}

#[diagnostic::do_not_recommend]
impl<N: Name, V: AsRef<[u8]>> Header for (N, V) {
    fn name(&self) -> Option<&str> {
        self.0.name()
    }

    fn value(&self) -> &[u8] {
        self.1.as_ref()
    }
}

#[diagnostic::do_not_recommend]
impl<H: Header + ?Sized> Header for &H {
    fn name(&self) -> Option<&str> {
        (**self).name()
    }

    fn value(&self) -> &[u8] {
        (**self).value()
    }
}

/// The name of a header: text or a `HeaderName`.
#[doc(hidden)]
pub trait Name {
    #[doc(hidden)]
    fn name(&self) -> Option<&str>;
}

impl Name for str {
    fn name(&self) -> Option<&str> {
        Some(self)
    }
}

impl Name for String {
    fn name(&self) -> Option<&str> {
        Some(self)
    }
}

impl Name for HeaderName {
    fn name(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

/// What a `HeaderMap` has where a header has several lines.
impl Name for Option<HeaderName> {
    fn name(&self) -> Option<&str> {
        self.as_ref().map(HeaderName::as_str)
    }
}

impl<N: Name + ?Sized> Name for &N {
    fn name(&self) -> Option<&str> {
        (**self).name()
    }
}

/// Headers as a map.
///
/// # Panics
///
/// If one of them is not a header.
#[track_caller]
pub(super) fn map(headers: impl IntoIterator<Item: Header>) -> HeaderMap {
    let mut map = HeaderMap::new();
    let mut last = None;
    for header in headers {
        if let Some(name) = header.name() {
            let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
                panic!("`{name}` is not the name of a header");
            };
            last = Some(name);
        }
        match (&last, HeaderValue::from_bytes(header.value())) {
            (Some(name), Ok(value)) => {
                map.append(name.clone(), value);
            }
            _ => {
                let value = String::from_utf8_lossy(header.value());
                panic!("`{value}` is not the value of a header");
            }
        }
    }
    map
}
