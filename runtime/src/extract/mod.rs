//! Extractors that refuse requests with a [`FrameworkError`](crate::FrameworkError), and so in the service's own envelope.
//!
//! They read what the framework's own extractors read, answer with the same statuses, and add what a client wants to know:
//! which field was refused, and why. With the layer in effect the response is the service's; without it, plain text.
//!
//! ```
//! use axum::body::{Body, to_bytes};
//! use axum::extract::Request;
//! use axum::{Router, routing::post};
//! use errorbook::FrameworkError;
//! use errorbook::extract::Json;
//! use serde::Deserialize;
//! use tower_service::Service;
//!
//! #[derive(Deserialize)]
//! struct Claim {
//!     text: String,
//!     pages: Vec<u16>,
//! }
//!
//! async fn verify(Json(claim): Json<Claim>) -> Json<usize> {
//!     Json(claim.text.len() + claim.pages.len())
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let mut app: Router = Router::new().route("/verify", post(verify));
//! let request = Request::post("/verify")
//!     .header("content-type", "application/json")
//!     .body(Body::from(r#"{"text": "Roses are red", "pages": [1, "2"]}"#))
//!     .unwrap();
//! let response = app.call(request).await.unwrap();
//! assert_eq!(response.status(), 422);
//!
//! let error = response.extensions().get::<FrameworkError>().unwrap();
//! assert_eq!(
//!     error.fields().to_string(),
//!     "pages[1]: The value must be an integer from 0 to 65535"
//! );
//! assert_eq!(
//!     to_bytes(response.into_body(), 1000).await.unwrap(),
//!     "A field of the request body is not valid."
//! );
//! # }
//! ```
//!
//! # What is public
//!
//! The text of a refusal is one sentence, and a [`FieldError`](crate::FieldError) has the path, a sentence and a code:
//!
//! | code | sentence |
//! |---|---|
//! | `required` | The field is required |
//! | `unknown` | The field is not known |
//! | `duplicate` | The field appears twice |
//! | `type` | The value must be a string, .. an integer from 0 to 255, .. an object |
//! | `value` | The value must be one of `a`, `b`, `c` · The value is not valid |
//! | `length` | The value must be an array with 3 elements |
//!
//! A refused value, the name of a Rust type, and what a `Deserialize` of yours says with `custom` are never public. They are
//! in the `Display` text of the [`FrameworkError`](crate::FrameworkError) and its sources, for logs. There is at most
//! one field, because serde stops at the first.
//!
//! axum's own extractors taken as a `Result` know less, because a `FrameworkError` that is made of their rejection has
//! nothing but a text: a `custom` text that is word for word like one of serde's is taken for it, and what it has for the
//! name of a field or a variant is public if it looks like a name.
//!
//! The path ends where serde reads ahead: the error of a field inside of `#[serde(flatten)]`, or of an enum that is tagged
//! within or not tagged, is that of the value around it. If that is the whole body, there is no field.

mod axum;
#[cfg(any(feature = "garde", feature = "validator"))]
mod valid;

pub use self::axum::{Form, Json, Path, Query};
#[cfg(all(feature = "garde", feature = "validator"))]
pub use self::valid::either::Valid;
#[cfg(feature = "garde")]
pub use self::valid::garde;
#[cfg(all(feature = "garde", not(feature = "validator")))]
pub use self::valid::garde::Valid;
#[cfg(feature = "validator")]
pub use self::valid::validator;
#[cfg(all(feature = "validator", not(feature = "garde")))]
pub use self::valid::validator::Valid;
