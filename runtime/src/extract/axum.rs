//! The extractors for axum 0.8.

use std::ops::{Deref, DerefMut};

use axum_core::extract::{
    FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts, Request,
};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::adapters::axum::{Rejection, watched_path};
use crate::framework::{FrameworkError, Watched};

// The extractors have the names of axum's.
use ::axum as theirs;

/// A request body of JSON, and a response of JSON.
///
/// It is [`axum::Json`](theirs::Json) that refuses requests with a [`FrameworkError`]: with status 415 for another content
/// type, 400 for what is not valid JSON, 422 for JSON of another form, and 413 for a body over the limit.
///
/// ```
/// use axum::{Router, routing::post};
/// use errorbook::extract::Json;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Deserialize)]
/// struct Claim {
///     text: String,
/// }
///
/// #[derive(Serialize)]
/// struct Verdict {
///     is_true: bool,
/// }
///
/// async fn verify(Json(claim): Json<Claim>) -> Json<Verdict> {
///     Json(Verdict { is_true: claim.text.contains("violets") })
/// }
///
/// # async fn call(mut app: Router, body: &'static str) -> String {
/// #     use axum::body::{Body, to_bytes};
/// #     use tower_service::Service;
/// #     let request = axum::extract::Request::post("/verify")
/// #         .header("content-type", "application/json")
/// #         .body(Body::from(body))
/// #         .unwrap();
/// #     let body = app.call(request).await.unwrap().into_body();
/// #     String::from_utf8(to_bytes(body, 1000).await.unwrap().into()).unwrap()
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app: Router = Router::new().route("/verify", post(verify));
/// assert_eq!(
///     call(app.clone(), r#"{"text": "violets are blue"}"#).await,
///     r#"{"is_true":true}"#
/// );
/// assert_eq!(
///     call(app, r#"{"text": "violets"#).await,
///     "The request body is not valid JSON: it ends inside of a string at line 1 column 17."
/// );
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
        type Theirs<T> = theirs::Json<Watched<T>>;
        let read = <Theirs<T> as FromRequest<S>>::from_request(request, state).await;
        read.map(|theirs::Json(value)| Json(value.0))
            .map_err(Rejection::watched)
    }
}

/// `None` for a request without a content type.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, FrameworkError> {
        type Theirs<T> = theirs::Json<Watched<T>>;
        let read = <Theirs<T> as OptionalFromRequest<S>>::from_request(request, state).await;
        let read = read.map_err(Rejection::watched)?;
        Ok(read.map(|theirs::Json(value)| Json(value.0)))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        theirs::Json(self.0).into_response()
    }
}

/// The query string of a request.
///
/// It is [`axum::extract::Query`](theirs::extract::Query) that refuses requests with a [`FrameworkError`], with status 400.
///
/// ```
/// use axum::{Router, routing::get};
/// use errorbook::extract::Query;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Page {
///     limit: u8,
/// }
///
/// async fn list(Query(page): Query<Page>) -> String {
///     page.limit.to_string()
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # use tower_service::Service;
/// let mut app: Router = Router::new().route("/claims", get(list));
/// let request = axum::extract::Request::get("/claims?limit=300").body(axum::body::Body::empty()).unwrap();
/// let response = app.call(request).await.unwrap();
/// assert_eq!(response.status(), 400);
///
/// let error: &errorbook::FrameworkError = response.extensions().get().unwrap();
/// assert_eq!(error.text(), Some("A query parameter is not valid."));
/// assert_eq!(
///     error.fields().to_string(),
///     "limit: The value must be an integer from 0 to 255"
/// );
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, FrameworkError> {
        let read = theirs::extract::Query::<Watched<T>>::try_from_uri(&parts.uri);
        read.map(|theirs::extract::Query(value)| Query(value.0))
            .map_err(Rejection::watched)
    }
}

/// The parameters in the path of a request.
///
/// It is [`axum::extract::Path`](theirs::extract::Path) that refuses requests with a [`FrameworkError`]: with status 400,
/// and 500 if the type does not fit the route. It knows the name of the parameter also where the type has none.
///
/// ```
/// use axum::{Router, routing::get};
/// use errorbook::extract::Path;
///
/// async fn claim(Path(id): Path<u32>) -> String {
///     id.to_string()
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # use tower_service::Service;
/// let mut app: Router = Router::new().route("/claims/{id}", get(claim));
/// let request = axum::extract::Request::get("/claims/seven").body(axum::body::Body::empty()).unwrap();
/// let response = app.call(request).await.unwrap();
/// assert_eq!(response.status(), 400);
///
/// let error: &errorbook::FrameworkError = response.extensions().get().unwrap();
/// assert_eq!(error.text(), Some("A path parameter is not valid."));
/// assert_eq!(
///     error.fields().to_string(),
///     "id: The value must be an integer from 0 to 4294967295"
/// );
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, FrameworkError> {
        type Theirs<T> = theirs::extract::Path<Watched<T>>;
        match <Theirs<T> as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(theirs::extract::Path(value)) => Ok(Path(value.0)),
            Err(rejection) => Err(watched_path(rejection, parts, state).await),
        }
    }
}

/// `None` if the route has no parameter.
impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> OptionalFromRequestParts<S> for Path<T> {
    type Rejection = FrameworkError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &S,
    ) -> Result<Option<Self>, FrameworkError> {
        type Theirs<T> = theirs::extract::Path<Watched<T>>;
        match <Theirs<T> as OptionalFromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(value) => Ok(value.map(|theirs::extract::Path(value)| Path(value.0))),
            Err(rejection) => Err(watched_path(rejection, parts, state).await),
        }
    }
}

/// A form, and a response that is one.
///
/// It is [`axum::Form`](theirs::Form) that refuses requests with a [`FrameworkError`]: with status 415 for another content
/// type, 422 for a body of another form (400 in a query string), and 413 for a body over the limit.
///
/// ```
/// use axum::{Router, routing::post};
/// use errorbook::extract::Form;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Login {
///     name: String,
///     code: u32,
/// }
///
/// async fn login(Form(login): Form<Login>) -> String {
///     format!("{} {}", login.name, login.code)
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # use tower_service::Service;
/// let mut app: Router = Router::new().route("/login", post(login));
/// let request = axum::extract::Request::post("/login")
///     .header("content-type", "application/x-www-form-urlencoded")
///     .body(axum::body::Body::from("name=rosa"))
///     .unwrap();
/// let response = app.call(request).await.unwrap();
/// assert_eq!(response.status(), 422);
///
/// let error: &errorbook::FrameworkError = response.extensions().get().unwrap();
/// assert_eq!(error.text(), Some("A field of the form is not valid."));
/// assert_eq!(error.fields().to_string(), "code: The field is required");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
        let read = theirs::Form::<Watched<T>>::from_request(request, state).await;
        read.map(|theirs::Form(value)| Form(value.0))
            .map_err(Rejection::watched)
    }
}

impl<T: Serialize> IntoResponse for Form<T> {
    fn into_response(self) -> Response {
        theirs::Form(self.0).into_response()
    }
}

macro_rules! wraps {
    ($($name:ident)+) => {
        $(
            impl<T> From<T> for $name<T> {
                fn from(value: T) -> Self {
                    $name(value)
                }
            }

            impl<T> Deref for $name<T> {
                type Target = T;

                fn deref(&self) -> &T {
                    &self.0
                }
            }

            impl<T> DerefMut for $name<T> {
                fn deref_mut(&mut self) -> &mut T {
                    &mut self.0
                }
            }
        )+
    };
}

wraps! { Form Json Path Query }
