//! For tests of a service (feature `testing`): its error responses as a client gets them, and the reports of them as the
//! observer gets them.
//!
//! Turn the feature on where only tests are built:
//!
//! ```toml
//! [dev-dependencies]
//! errorbook = { version = "0.1", features = ["testing"] }
//! ```
//!
//! [`assert_error!`](assert_error) compares a whole error response, and shows what differs:
//!
//! ```
//! use errorbook::testing::assert_error;
//! use errorbook::{ApiError, Context, ErrorObject, render};
//! use serde_json::json;
//!
//! #[derive(Debug, ApiError)]
//! #[api_error(status = 404, message = "Claim {id} not found", envelope = ErrorObject)]
//! struct ClaimNotFound {
//!     id: u64,
//! }
//!
//! let response = render(&ClaimNotFound { id: 7 }, &Context::new());
//! let body = json!({"error": {"code": "CLAIM_NOT_FOUND", "message": "Claim 7 not found"}});
//! assert_error!(response, "CLAIM_NOT_FOUND", 404, body);
//! ```
//!
//! [`capture`] and [`capture_async`] collect what clients do not see: the texts for logs, the sources, and what could
//! not be sent.
//!
//! # Which reports a capture sees
//!
//! A [`Capture`] is in place on a thread, or while a future is polled. It sees the error responses that are made there:
//!
//! | the test | how to capture |
//! |---|---|
//! | calls the service in its own task, as with `oneshot` | [`capture_async`] |
//! | starts a server on a current-thread runtime, which is that of `#[tokio::test]` | [`Capture::enter`] |
//! | starts a server on a multi-thread runtime | [`Capture::layer`], or [`Capture::scope`] around each request |
//! | has a handler that spawns work | nothing more, if the work takes its context along |
//!
//! Work takes its context along by [`scope`](crate::scope)`(Context::current(), ..)`, and with the context the captures
//! that are in place. Work on a thread of its own calls [`Capture::enter`] there.
//!
//! A capture does not see
//!
//! - error responses that another process makes;
//! - error responses of [`render`](crate::render), of which the observer is not told either;
//! - work that is spawned without its context, on a thread where the capture is not in place.

mod assertion;
mod capture;
mod captured;
mod difference;
mod layer;
mod response;

pub use assertion::{Expected, ExpectedBody, assert_error};
pub(crate) use capture::report;
pub use capture::{Capture, CaptureFuture, Entered, capture, capture_async};
pub use captured::Captured;
pub use layer::{CaptureLayer, CaptureService};
pub use response::{Header, Name, Status, WholeResponse, collect};
