//! Declare every error of an HTTP API once, as a variant of an enum.
//!
//! From that one place, errorbook makes the status, the headers, the JSON body in the shape that your API has
//! promised, `Display`, `Error` and `From`, a catalog in which each code is unique, and an exact OpenAPI
//! description.
//!
//! ```
//! use errorbook::{ApiError, Context, ErrorObject, render};
//!
//! /// What can go wrong while a claim is looked up.
//! #[derive(Debug, ApiError)]
//! #[api_error(envelope = ErrorObject)]
//! enum ClaimError {
//!     /// No claim has this id.
//!     #[api_error(status = 404, message = "Claim {id} not found")]
//!     ClaimNotFound { id: u64 },
//!
//!     /// The store did not answer.
//!     #[api_error(status = 503, retry(after = "30s"))]
//!     StoreUnavailable(#[from] std::io::Error),
//! }
//!
//! let error = ClaimError::ClaimNotFound { id: 7 };
//! let response = render(&error, &Context::new().with_request_id("req_1"));
//! assert_eq!(response.status(), 404);
//! assert_eq!(
//!     response.body(),
//!     r#"{"error":{"code":"CLAIM_NOT_FOUND","message":"Claim 7 not found","request_id":"req_1"}}"#
//! );
//!
//! // The text of an internal error stays private: the message of a 5xx is a literal.
//! let error = ClaimError::from(std::io::Error::other("db-7: password expired"));
//! let response = render(&error, &Context::new());
//! assert_eq!(response.headers()["retry-after"], "30");
//! assert_eq!(
//!     response.body(),
//!     r#"{"error":{"code":"STORE_UNAVAILABLE","message":"Service Unavailable"}}"#
//! );
//! ```
//!
//! # Overview
//!
//! - [`derive(ApiError)`](derive@ApiError): all keys of the attribute.
//! - [`http_errors!`]: the errors that frameworks answer with, in your envelope.
//! - [`envelope!`]: the shape of the body. [`Problem`] (RFC 9457) and [`ErrorObject`] are included.
//! - [`render`], [`scope`], [`on_error`]: from a value to a response, without and with a framework.
//! - [`chain`], [`notify`]: an error as one line of a log, and reports of responses that you render yourself.
//! - [`Catalog`]: all errors of a service, and (feature `openapi`) their description.
//! - [`RateLimit`], [`FieldErrors`], [`HeaderSet`]: data that errors often carry.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `axum` | `IntoResponse` of axum 0.8 for every type that derives `ApiError`; [`extract`]; `From` of axum's rejections for [`FrameworkError`]; [`RouterAllow`] |
//! | `tower` | [`ErrorLayer`]: every error response of a service in its envelope |
//! | `tracing` | an event for each error response, with the level of its [`ErrorSpec`]; the layer records the request id on the current span |
//! | `metrics` | the counter `http_server_errors_total`, by code and status |
//! | `openapi` | [`openapi`]: descriptions of a catalog and of operations, for 3.0, 3.1 and 3.2 |
//! | `schemars` | in these, the schemas of details, from `schemars::JsonSchema` (version 1) |
//! | `testing` | [`testing`]: assertions on whole error responses, and captures of reports, for dev-dependencies |
//! | `garde`, `validator` | [`FieldErrors`] and [`FrameworkError`] from what garde 0.23 and validator 0.21 report, also as the source of a variant; with `axum`, the extractor `extract::Valid` |
//! | `chrono`, `jiff`, `time`, `url`, `uuid` | [`PublicText`] for the types of these crates |
//!
//! A feature only adds items and impls. It never adds a bound.

#![warn(missing_docs)]
#![forbid(unsafe_code)]

// The macros name this crate as its users do.
extern crate self as errorbook;

mod adapters;
mod catalog;
mod check;
mod context;
mod envelope;
#[cfg(feature = "axum")]
pub mod extract;
mod facts;
mod framework;
#[cfg(feature = "tower")]
mod layer;
mod observer;
#[cfg(feature = "openapi")]
pub mod openapi;
#[allow(
    clippy::option_option,
    clippy::ref_option,
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "autoderef picks methods by their receiver, and all of one name have one signature"
)]
mod probe;
mod render;
#[cfg(feature = "testing")]
pub mod testing;
mod validation;
mod write;

#[doc(hidden)]
#[allow(missing_docs, reason = "for generated code only")]
#[path = "private.rs"]
pub mod __private;

#[cfg(feature = "axum")]
pub use adapters::axum::RouterAllow;
pub use catalog::Catalog;
pub use context::{Context, scope};
pub use envelope::{ErrorObject, Problem};
pub use facts::{
    ApiError, Code, Deprecation, Envelope, ErrorSet, ErrorSpec, Errors, Example, Level, Occurrence,
    Shape,
};
pub use framework::{FrameworkError, FrameworkErrorKind};
#[cfg(feature = "tower")]
pub use layer::{ErrorFuture, ErrorLayer, ErrorService, KeepResponse, Replace};
pub use observer::{Report, chain, install_panic_hook, notify, on_error};
pub use probe::PublicText;
#[cfg(feature = "tower")]
pub use render::Rendered;
pub use render::{render, render_as, sse_data};
pub use write::{
    DetailsWriter, FieldError, FieldErrors, FieldPath, HeaderSet, HeaderWriter, MessageWriter,
    Omitted, OmittedPart, RateLimit,
};

/// Declares the errors of an API: an enum is one error per variant, and a struct is one error.
///
/// The derive implements [`ApiError`](trait@ApiError), [`ErrorSet`], `Display`, `Error` and `From`, and
/// the response trait of each framework whose feature is on.
///
/// ```
/// use std::time::Duration;
/// use errorbook::{ApiError, Context, FieldErrors, render};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(
///     rename_all = "snake_case",
///     docs = "https://docs.example.com/errors#{code}",
///     challenge = "Bearer"
/// )]
/// enum UploadError {
///     /// The key is missing or unknown.
///     #[api_error(status = 401)]
///     Unauthorized,
///
///     /// One or more fields break a constraint.
///     #[api_error(status = 422)]
///     Invalid {
///         #[api_error(detail)]
///         fields: FieldErrors,
///     },
///
///     #[api_error(status = 503, message = "Come back in {wait} s", display = "draining: {reason}")]
///     Draining {
///         #[api_error(retry_after)]
///         wait: u32,
///         reason: String,
///     },
/// }
///
/// let error = UploadError::Draining { wait: 30, reason: "deploy 71".into() };
/// assert_eq!(error.to_string(), "draining: deploy 71");
///
/// let response = render(&error, &Context::new());
/// assert_eq!(response.headers()["retry-after"], "30");
/// assert_eq!(
///     response.body(),
///     r#"{"type":"https://docs.example.com/errors#draining","title":"Service Unavailable","status":503,"detail":"Come back in 30 s","code":"draining"}"#
/// );
/// ```
///
/// # Keys of a type
///
/// - `envelope = Path`: the shape of the body, an [`Envelope`]. Default: [`Problem`].
/// - `rename_all = ".."`: the case of codes that are made from variants' names, one of serde's. Default:
///   `"SCREAMING_SNAKE_CASE"`.
/// - `docs = "https://.."`: every variant's docs link; `{code}` is its code. `{code:kebab-case}` is its code in
///   another of serde's cases. `_`, `-`, spaces and capitals among lower-case letters separate the words of a code. An
///   integer code is the same in each case.
/// - `manual(error)`: you write `Display`, `Error` and `From`, or another derive does, such as those of `derive_more`.
/// - `manual(response)`: you write the framework's impl. A hand-written `IntoResponse` needs this key even if you do not
///   use the feature `axum`: Cargo unifies features, so another crate of the build can turn it on.
/// - `crate = path`: the path of errorbook. Default: `::errorbook`.
/// - `message = display`: the public text of its 4xx variants is their `Display` text. A 5xx variant needs a
///   `message = display` of its own. See [below](#with-thiserror).
///
/// # Keys of a type or a variant
///
/// - `category = ".."`: the group of errors.
/// - `header("Name" = "value")`: a constant header; can be repeated. Headers whose value is a list, and
///   `Set-Cookie`, can be repeated with one name: each is a line of its own (RFC 9110, section 5.3). Any other
///   name, such as `X-..`, has one line. Fields override the variant, the variant overrides the type, and the
///   type overrides the envelope.
/// - `challenge = "Bearer"`: the `WWW-Authenticate` of errors with status 401, and the
///   `Proxy-Authenticate` of errors with status 407 (RFC 9110, sections 11.6.1 and 11.7.1); can be repeated.
///
/// # Keys of a variant, or of a struct
///
/// - `status = 404` or `status = NOT_FOUND`: 400 to 599. Required.
/// - `code = ".."` or an integer: the stable machine code. Default: the variant's name in the case of `rename_all`.
///   An integer is within ±(2^53 − 1), so that JavaScript reads it exactly (RFC 8259, section 6).
/// - `shared`: other variants that are `shared` can have this code, too. Without it, a repeated code does not
///   compile.
/// - `title = ".."`: the same for every occurrence. Default: the reason phrase of the status.
/// - `message = "..{field}.."`: the public text, with `{field}`, `{0}` and format specs as in `format!`,
///   except `{:?}`. Default: for 4xx the first paragraph of the doc comment, else the title; for 5xx
///   the title.
/// - `display = "..{field}.."`: the text for logs, which is `Display`. Default: `message = ".."`, else the
///   first paragraph of the doc comment, else the title.
/// - `docs = ".."`: this error's docs link, with `{code}` or `{code:kebab-case}` if you like.
/// - `retryable`, `retryable = false`: whether the same request may succeed later. Default: yes for
///   408, 425, 429, 500, 502, 503, 504.
/// - `not_applied`, `not_applied = false`: whether the request was not carried out, so that a client can
///   send even a POST again. Default: yes for 425 and 429.
/// - `retry(after = "30s", max = 3)`: the `Retry-After` of occurrences that have none of their own
///   (`s`, `m`, `h`), and how many attempts make sense. Implies `retryable`.
/// - `level = "warn"`: the level of its responses in logs, one of `error`, `warn`, `info`, `debug` and `trace`. Default:
///   `error` for 5xx, `debug` for 4xx. The feature `tracing` uses it.
/// - `transparent`: the response is that of the single field, which must itself implement `ApiError`, in the envelope
///   of this type. Two enums cannot nest each other, because each would contain the errors of the other. The compiler
///   reports the cycle (E0391) at the field.
/// - `framework`, beside `transparent`: the variant also holds the errors that a framework made. Its type must implement
///   `From<FrameworkError>`. The derive makes `From<FrameworkError>` for this type and for a `Box` of it, and `From` for
///   each rejection type of the frameworks whose features are on. Only one variant can have it.
/// - `#[deprecated]`, with or without `since` and `note`: Rust's own attribute. It also marks the error as
///   deprecated in its description.
///
/// # Keys of a field
///
/// - `detail`, `detail = "name"`: a member of the details object, written by `Serialize`. `None` omits it.
/// - `details`: this value is the whole details object (or array).
/// - `header = "Name"`: the `Display` text is a line of that header. `None` omits it, as does a text that
///   is not visible ASCII, spaces and tabs.
/// - `headers`: a [`HeaderSet`], which writes several headers: [`RateLimit`], or your own.
/// - `retry_after`: a `Duration` or whole seconds, or an `Option` of one; sets `Retry-After`.
/// - `docs`: the docs link of this occurrence, or an `Option` of one.
/// - `example = expr`: a sample for documents, a value of the field's type. For an `Option`, a literal can be the value
///   inside, and a text literal can be given for any type that is `From<&str>`. Default: the field's name for text, 1 for
///   integers, 30 s for `Duration`, fixed examples for errorbook's types, and `Default` for others. A type without a
///   `Default` needs an example.
/// - `#[source]`, `#[from]`: as in thiserror. A `#[from]` field of type `garde::Report` or `validator::ValidationErrors` is
///   also the detail `fields`: see [below](#validation). `#[from]` also makes `From` for a `Box` of the error. A field named
///   `source` is the source, unless a key makes it public.
///
/// The derive knows types such as `String`, `u64`, `Option<u32>` and `Vec<String>` by their names. A public field of a
/// type of your own that has one of these names needs a path, as in `self::String`; without it, the field does not
/// compile.
///
/// # Large errors
///
/// A `Box<E>` is an API error, too: you can render it, return it from a handler, and nest it in a `transparent`
/// variant. `?` converts the source of a `#[from]` field into a `Box<E>`, also beside thiserror. So a function can
/// return `Result<T, Box<E>>`, as clippy's `result_large_err` advises. (`?` does not take a source out of a box. For
/// that, use `#[from]` on a field of type `Box<E>`.)
///
/// ```
/// use errorbook::ApiError;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 503)]
/// struct StoreUnavailable(#[from] std::io::Error);
///
/// fn load(path: &str) -> Result<String, Box<StoreUnavailable>> {
///     Ok(std::fs::read_to_string(path)?)
/// }
///
/// assert_eq!(load("/no/such/claim").unwrap_err().spec().status(), 503);
/// ```
///
/// An impl for a `Box` makes the type reachable for the compiler, also from a private module. If a `pub` error holds a
/// type that is less visible, the compiler warns about it (`private_interfaces`): give both the same visibility.
///
/// # Validation
///
/// With the features `garde` and `validator`, a 4xx variant can have a `#[from]` field of type `garde::Report` or
/// `validator::ValidationErrors`, also in an `Option`, a `Box` or an `Arc`. The response then has a detail `fields`, a
/// [`FieldErrors`], with the path, the message and, with validator, the code of each field. The report itself remains the
/// source, for logs. The derive knows the types by their names, so do not rename them with `use .. as ..`. With `#[source]`,
/// and on a 5xx, the report is for logs alone.
#[cfg_attr(
    feature = "garde",
    doc = r##"
```
use errorbook::{ApiError, Context, envelope, render};
use garde::Validate;

envelope! {
    Claims: "application/json" {
        fields = pointer;
        field_names = "camelCase";
        "code": code,
        "message": message,
        "details"?: details,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    /// Some fields are not valid.
    #[api_error(status = 422)]
    Invalid(#[from] garde::Report),
}

#[derive(Validate)]
struct Claim {
    #[garde(length(max = 3))]
    claim_text: String,
}

fn verify(claim: &Claim) -> Result<(), ClaimError> {
    Ok(claim.validate()?)
}

let error = verify(&Claim { claim_text: "violets".into() }).unwrap_err();
assert_eq!(
    render(&error, &Context::new()).body(),
    r#"{"code":"INVALID","message":"Some fields are not valid.","details":{"fields":[{"field":"/claimText","message":"length is greater than 3"}]}}"#
);
```
"##
)]
///
/// # What may be shown
///
/// A field cannot be public (in a message, a header, a detail or a docs link) if it is a source, or if its type is an
/// error, leads to one or can hold one: `Box<dyn Error>`, `anyhow::Error`, `Vec<E>`, a `Result`, a `dyn Display`. If a
/// field's type depends on a type parameter, the field can be public only if the whole type implements [`PublicText`].
///
/// ```compile_fail,E0277
/// # use errorbook::ApiError;
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 500, message = "The store failed: {0}")]
/// struct StoreFailed(std::io::Error);
/// ```
///
/// The doc comment of a variant is its public explanation. Everything after an `# Internal` heading stays private, and so
/// does everything from a doc attribute that is not a literal, such as `#[doc = include_str!("..")]`. The text is sent as
/// you write it, including Markdown and links, so do not link to Rust items in a first paragraph that is the message.
///
/// # With thiserror
///
/// If the type has `#[error(..)]`, thiserror makes `Display`, `Error` and `From`, and this derive makes none of them.
/// thiserror's text is for logs. `message = display` makes it public; the text must then be a literal with plain
/// placeholders.
///
/// ```
/// use errorbook::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum ClaimError {
///     #[error("claim {0} is gone")]
///     #[api_error(status = 410, message = display)]
///     Gone(u64),
///
///     #[error("database {0} is down")]
///     #[api_error(status = 503)]
///     StoreUnavailable(String),
/// }
///
/// assert_eq!(ClaimError::Gone(7).message(), "claim 7 is gone");
/// assert_eq!(ClaimError::StoreUnavailable("db-7".into()).message(), "Service Unavailable");
/// ```
pub use errorbook_macros::ApiError;

/// Declares the shape of an error body. The declaration looks like the JSON that it makes.
///
/// ```
/// use errorbook::{ApiError, Context, envelope, render};
///
/// envelope! {
///     /// The error body of the claims API.
///     pub Claims: "application/json" {
///         header "X-Error-Code" = code;
///         "success": false,
///         "error": {
///             "code": code,
///             "message": message,
///             "details"?: details,
///             "wait"?: "{retry_after}s",
///             "request_id"?: request_id,
///         }
///     }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 409, code = "TAKEN", envelope = Claims)]
/// struct Taken {
///     #[api_error(detail)]
///     name: &'static str,
/// }
///
/// let response = render(&Taken { name: "rosa" }, &Context::new());
/// assert_eq!(response.headers()["x-error-code"], "TAKEN");
/// assert_eq!(
///     response.body(),
///     r#"{"success":false,"error":{"code":"TAKEN","message":"Conflict","details":{"name":"rosa"}}}"#
/// );
/// ```
///
/// # Syntax
///
/// Doc comment and attributes, visibility, name, `:`, media type, then an object or an array:
///
/// - `"key": value`: a member. A value is a slot, any JSON literal, a string with slots in it
///   (`"{retry_after}s"`, `{{` for a brace), an object or an array.
/// - `"key"?: value`: the member is omitted if a slot in its value, not itself under a `?`, is
///   empty. In an array: `value?`.
/// - `(category): value`: the slot's text is the key. If another member of the object has that name, the error does
///   not compile.
/// - `..details`: inserts the members of the details object here (RFC 9457, section 3.2, extensions).
///   Details that are not an object become the member `errors`. A detail with the name of a member of the template is
///   omitted.
/// - `fields = pointer;` before the members: the paths of [`FieldErrors`] are written as JSON Pointers,
///   `/items/0/name`. `fields = dotted;` writes `items.0.name`. The default is `bracketed`, `items[0].name`.
/// - `field_names = "camelCase";` before the members: what the Rust names of fields become in these paths, by one of
///   serde's rules. `field_names = path::to::function;` calls a function that takes a `&str` and returns a `String`, a
///   `&str` or a `Cow<str>`. The names are those in the reports of garde and validator, and of [`FieldPath::field`]; keys
///   that you or serde wrote stay as they are.
/// - `header "Name" = slot;` before the members: every error has this response header. The value can also be a string
///   with slots. The header is omitted if a slot in it is empty, or if its text is not visible
///   ASCII, spaces and tabs. A header that can be repeated can have several lines. Headers of the errors
///   override it.
///
/// # Slots
///
/// | slot | value |
/// |---|---|
/// | `status` | the HTTP status, a number |
/// | `code` | the stable machine code, a string or an integer |
/// | `title` | the short text that is the same for every occurrence |
/// | `summary` | the first paragraph of the doc comment |
/// | `message` | the public text of the occurrence |
/// | `details` | the machine-readable details, an object or an array |
/// | `type` | the declared docs link (`docs = ".."`), which is the same for every occurrence |
/// | `docs` | the docs link: that of a field, else the declared one, else that of the [`Context`] |
/// | `category` | the group of errors; an error that lacks it does not compile where it is needed |
/// | `request_id`, `instance` | id and path of the request, from the [`Context`] |
/// | `retryable` | whether the same request may succeed later, a boolean |
/// | `retry_after` | seconds, a number |
/// | `timestamp` | RFC 3339, a string |
/// | `context.tenant` | the value that [`Context::with_value`] sets by this name, a string; any name is allowed |
///
/// An empty slot without a `?` is `null`, or `{}` for details. In a string, an empty slot adds nothing.
#[macro_export]
macro_rules! envelope {
    ($($declaration:tt)*) => {
        $crate::__private::envelope! { ($crate) $($declaration)* }
    };
}

/// Declares an enum of the errors that frameworks and middleware answer with, one for each status.
///
/// ```
/// use errorbook::{ApiError, Context, FrameworkError, envelope, http_errors, render};
/// use http::StatusCode;
///
/// envelope! {
///     pub Claims: "application/json" {
///         "error": {"code": code, "message": message, "details"?: details, "docs"?: docs}
///     }
/// }
///
/// http_errors! {
///     /// What the framework answers with, in our envelope.
///     pub HttpError: envelope = Claims, rename_all = "snake_case", docs = "https://docs.example.com/errors#{code}";
///     NotFound(code = "no_route"),
///     /// Too many requests in this window.
///     TooManyRequests(retry(after = "30s")),
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(envelope = Claims)]
/// pub enum ClaimError {
///     /// No claim has this id.
///     #[api_error(status = 404)]
///     ClaimNotFound,
///
///     #[api_error(transparent, framework)]
///     Http(HttpError),
/// }
///
/// let error = ClaimError::from(FrameworkError::new(StatusCode::NOT_FOUND));
/// let response = render(&error, &Context::new());
/// assert_eq!(response.status(), 404);
/// assert_eq!(
///     response.body(),
///     r#"{"error":{"code":"no_route","message":"The requested resource was not found.","docs":"https://docs.example.com/errors#no_route"}}"#
/// );
/// ```
///
/// The enum has a variant for each status from 400 to 599 that IANA lists for use, 39 in all. Their names are those of
/// the constants of `http::StatusCode`: `NotFound`, `PayloadTooLarge`, `InternalServerError`. Each variant holds the
/// [`FrameworkError`], which is its source. `From<FrameworkError>` chooses the variant by the status. A status without a
/// variant gets `BadRequest` or `InternalServerError`, as RFC 9110 (section 15) asks, and keeps its number in the response
/// and in the body.
///
/// # Syntax
///
/// Doc comment and attributes, visibility, name. Then optionally `:` and the keys of the type, `;`, and the rows that
/// differ from the default, separated by `,` or `;`.
///
/// - The type takes the keys that [`derive(ApiError)`](derive@ApiError) takes on an enum, except `crate`,
///   `manual(error)` and `message`. An envelope that requires a category requires `category = ".."` here.
/// - A row takes the keys that the derive takes on a variant, except `status`, `transparent` and `framework`. A doc
///   comment replaces the default explanation and message. `message = ".."` replaces the message.
/// - The enum implements `Debug` unless you derive it.
///
/// # What clients see
///
/// - The message of the row. A rejection whose type is known (400, 404, 405, 408, 411, 413, 415, 422, 426) has a text of
///   its own, unless the row sets `message`.
/// - The detail `fields` (400, 404, 413, 415, 422), a [`FieldErrors`] in the notation of the envelope, if the rejection
///   names fields. An envelope with a member of that name beside `..details` omits it.
/// - Nothing else: the text of a response, a panic or a source is only for logs.
///
/// Headers that a status requires, such as the `Allow` of a 405, come from the framework's response. `challenge` sets the
/// default for 401 and 407.
///
/// # In a catalog
///
/// Where the service declares an error with the same code, the service's row takes the place of the framework's in
/// [`Catalog::iter`] and in the words and examples of a document. The schema allows both. Use one type of `http_errors!`
/// in all enums of a catalog.
#[macro_export]
macro_rules! http_errors {
    ($($declaration:tt)*) => {
        $crate::__private::http_errors! { ($crate) $($declaration)* }
    };
}
