//! Compares an error response with what a test expects.

use std::borrow::Cow;
use std::fmt::{Display, Write};

use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::Value;

use super::difference::{difference, pretty};
use super::response::{Header, Status, WholeResponse, map};
use super::{Captured, capture};

/// Asserts that a response is the expected error: `assert_error!(response, code, status, body)`.
///
/// ```
/// use errorbook::testing::assert_error;
/// use errorbook::{ApiError, Context, ErrorObject, RateLimit, render};
/// use serde_json::json;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(envelope = ErrorObject)]
/// enum ClaimError {
///     #[api_error(status = 404, message = "Claim {id} not found")]
///     NotFound { id: u64 },
///     #[api_error(status = 429, message = "Slow down")]
///     TooMany(#[api_error(headers)] RateLimit),
/// }
///
/// let response = render(&ClaimError::NotFound { id: 7 }, &Context::new());
/// let body = json!({"error": {"code": "NOT_FOUND", "message": "Claim 7 not found"}});
/// assert_error!(response, "NOT_FOUND", 404, body);
///
/// let response = render(&ClaimError::TooMany(RateLimit::new().limit(9)), &Context::new());
/// let body = r#"{"error":{"code":"TOO_MANY","message":"Slow down"}}"#;
/// assert_error!(response, "TOO_MANY", 429, body, headers = [("x-ratelimit-limit", "9")]);
/// ```
///
/// - The response is a [`WholeResponse`]: an `http::Response` whose body is in memory, which
///   [`collect`](super::collect) makes, or `(status, headers, body)`. It can be borrowed.
/// - The code is a text, an integer or a [`Code`](crate::Code). The response must have it: as a value or a name in the
///   body, as a word in a text of the body, or in a header. Write `_` for an envelope that does not have it.
/// - The status is a number or a `StatusCode`. If the body states an HTTP status, in the member `status` of the body or
///   of the object with the code, that must be the same.
/// - The body is JSON, as in `json!({..})`, whose members can have any order. Or it is a text, which must be the same
///   byte for byte.
/// - If the body is an object or an array, the `Content-Type` must be of JSON (`application/json`, or any `+json`).
///   `Cache-Control` must have `no-store`, which every error response has that does not declare another.
/// - `headers = ..` is optional and lists all headers of the response, as pairs. `Content-Type` and `Cache-Control` can
///   be omitted if they are as described above; list a `Cache-Control` that the error declares. `Content-Length`,
///   `Date`, `Connection`, `Keep-Alive` and `Transfer-Encoding` are compared only if they are listed. Without
///   `headers`, the other headers can be any.
///
/// The message of a failure shows the whole response line by line, beside the expected one. Inside a
/// [capture](super::Capture), it also shows what was reported, such as the source of a 500:
///
/// ```should_panic
/// # use errorbook::testing::assert_error;
/// # use errorbook::{ApiError, Context, ErrorObject, render};
/// # use serde_json::json;
/// # #[derive(Debug, ApiError)]
/// # #[api_error(status = 503, envelope = ErrorObject)]
/// # struct StoreDown;
/// # let response = render(&StoreDown, &Context::new());
/// assert_error!(response, "CLAIM_NOT_FOUND", 404, json!({"error": {"code": "CLAIM_NOT_FOUND", "message": "Not Found"}}));
/// ```
///
/// ```text
/// the error response is not as expected (- expected, + actual)
///
/// - 404 Not Found
/// + 503 Service Unavailable
///   cache-control: no-store
///   content-type: application/json
///
///   {
///     "error": {
/// -     "code": "CLAIM_NOT_FOUND",
/// -     "message": "Not Found"
/// +     "code": "STORE_DOWN",
/// +     "message": "Service Unavailable"
///     }
///   }
///
/// the code CLAIM_NOT_FOUND does not appear in the response
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __assert_error {
    ($response:expr, _, $status:expr, $body:expr $(, headers = $headers:expr)? $(,)?) => {
        match &$response {
            response => $crate::testing::Expected::new(&$status, &$body)
                $(.with_headers($headers))?
                .assert(response),
        }
    };
    ($response:expr, $code:expr, $status:expr, $body:expr $(, headers = $headers:expr)? $(,)?) => {
        match &$response {
            response => $crate::testing::Expected::new(&$status, &$body)
                .with_code(&$code)
                $(.with_headers($headers))?
                .assert(response),
        }
    };
}

pub use __assert_error as assert_error;

/// What [`assert_error!`](super::assert_error) expects.
#[doc(hidden)]
#[derive(Debug)]
pub struct Expected<'a> {
    code: Option<String>,
    status: StatusCode,
    body: Form<'a>,
    headers: Option<HeaderMap>,
}

/// What [`ExpectedBody`] gives.
#[doc(hidden)]
#[derive(Debug)]
pub enum Form<'a> {
    Json(&'a Value),
    Text(&'a str),
}

/// An expected body: JSON such as `json!({..})`, or a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expected body",
    note = "write JSON, as in `json!({{..}})`, or a text"
)]
pub trait ExpectedBody {
    #[doc(hidden)]
    fn expected(&self) -> Form<'_>;
}

impl ExpectedBody for Value {
    fn expected(&self) -> Form<'_> {
        Form::Json(self)
    }
}

impl ExpectedBody for str {
    fn expected(&self) -> Form<'_> {
        Form::Text(self)
    }
}

impl ExpectedBody for String {
    fn expected(&self) -> Form<'_> {
        Form::Text(self)
    }
}

impl<B: ExpectedBody + ?Sized> ExpectedBody for &B {
    fn expected(&self) -> Form<'_> {
        (**self).expected()
    }
}

impl<'a> Expected<'a> {
    #[must_use]
    #[track_caller]
    pub fn new(status: &impl Status, body: &'a (impl ExpectedBody + ?Sized)) -> Self {
        Expected {
            code: None,
            status: status.status(),
            body: body.expected(),
            headers: None,
        }
    }

    #[must_use]
    pub fn with_code(mut self, code: &(impl Display + ?Sized)) -> Self {
        self.code = Some(code.to_string());
        self
    }

    #[must_use]
    #[track_caller]
    pub fn with_headers(mut self, headers: impl IntoIterator<Item: Header>) -> Self {
        self.headers = Some(map(headers));
        self
    }

    /// # Panics
    ///
    /// If the response is not as expected.
    #[track_caller]
    pub fn assert(&self, response: &impl WholeResponse) {
        let actual = Actual {
            status: response.status(),
            headers: response.headers(),
            body: response.body(),
            json: serde_json::from_slice(response.body()).ok(),
        };
        if let Err(message) = self.compare(&actual) {
            panic!("{message}");
        }
    }

    fn compare(&self, actual: &Actual<'_>) -> Result<(), String> {
        let expected_headers = self.headers(actual);
        let actual_headers = self.compared_headers(actual);
        let faults = self.faults(actual);
        let is_same = self.status == actual.status
            && expected_headers == actual_headers
            && self.body.is(actual)
            && faults.is_empty();
        if is_same {
            return Ok(());
        }
        let (expected_body, actual_body) = self.bodies(actual);
        let expected = whole(self.status, &expected_headers, &expected_body);
        let actual = whole(actual.status, &actual_headers, &actual_body);
        let mut message =
            String::from("the error response is not as expected (- expected, + actual)\n\n");
        message += &difference(&expected, &actual);
        if !faults.is_empty() {
            message.push('\n');
        }
        for fault in &faults {
            let _ = writeln!(message, "{fault}");
        }
        message += &reports(&capture::present());
        Err(message)
    }

    /// What is wrong beyond what the two texts of the responses show.
    fn faults(&self, actual: &Actual<'_>) -> Vec<String> {
        let mut faults = Vec::new();
        let code = self.code.as_deref();
        if let Some(code) = code.filter(|code| !actual.has(code)) {
            faults.push(format!("the code {code} does not appear in the response"));
        }
        for stated in actual.stated_statuses(code) {
            if stated != u64::from(actual.status.as_u16()) {
                let status = actual.status.as_u16();
                faults.push(format!(
                    "the body states the status {stated}, but the response has {status}"
                ));
            }
        }
        faults
    }

    /// All headers that are expected of this response.
    fn headers(&self, actual: &Actual<'_>) -> HeaderMap {
        let is_listed = |name: &HeaderName| {
            let listed = self.headers.as_ref();
            listed.is_some_and(|headers| headers.contains_key(name))
        };
        let mut headers = match &self.headers {
            Some(headers) => headers.clone(),
            None => actual.headers.clone(),
        };
        if !is_listed(&CACHE_CONTROL) {
            let fits = actual
                .headers
                .get_all(CACHE_CONTROL)
                .iter()
                .any(has_no_store);
            copy(&CACHE_CONTROL, &actual.headers, &mut headers);
            if !fits {
                headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
        }
        if !is_listed(&CONTENT_TYPE) {
            let json = HeaderValue::from_static("application/json");
            let fits = actual.headers.get(CONTENT_TYPE).is_some_and(is_json);
            copy(&CONTENT_TYPE, &actual.headers, &mut headers);
            if self.body.is_structure() && !fits {
                headers.insert(CONTENT_TYPE, json);
            }
        }
        headers
    }

    /// The headers of this response that are compared.
    fn compared_headers(&self, actual: &Actual<'_>) -> HeaderMap {
        let mut headers = actual.headers.clone();
        let Some(listed) = &self.headers else {
            return headers;
        };
        for name in [
            "content-length",
            "date",
            "connection",
            "keep-alive",
            "transfer-encoding",
        ] {
            if !listed.contains_key(name) {
                headers.remove(name);
            }
        }
        headers
    }

    /// The two bodies as lines to compare. JSON is indented, unless that hides how the texts differ.
    fn bodies<'b>(&'b self, actual: &'b Actual<'_>) -> (Cow<'b, str>, Cow<'b, str>) {
        let actual_text = || String::from_utf8_lossy(actual.body);
        let (expected, text) = match &self.body {
            Form::Json(value) => (Some(Cow::Borrowed(*value)), None),
            Form::Text(text) => (serde_json::from_str(text).ok().map(Cow::Owned), Some(*text)),
        };
        let (Some(expected), Some(json)) = (&expected, &actual.json) else {
            let expected = match (expected, text) {
                (_, Some(text)) => Cow::Borrowed(text),
                (expected, None) => expected.map_or_else(Cow::default, |json| pretty(&json).into()),
            };
            return (expected, actual_text());
        };
        match text {
            Some(text) if **expected == *json && text.as_bytes() != actual.body => {
                (text.into(), actual_text())
            }
            _ => (pretty(expected).into(), pretty(json).into()),
        }
    }
}

impl Form<'_> {
    fn is(&self, actual: &Actual<'_>) -> bool {
        match self {
            Form::Json(expected) => actual.json.as_ref() == Some(expected),
            Form::Text(expected) => expected.as_bytes() == actual.body,
        }
    }

    /// Whether it is an object or an array, and so surely JSON.
    fn is_structure(&self) -> bool {
        let is_structure = |value: &Value| value.is_object() || value.is_array();
        match self {
            Form::Json(value) => is_structure(value),
            Form::Text(text) => serde_json::from_str(text).is_ok_and(|value| is_structure(&value)),
        }
    }
}

/// The response.
struct Actual<'a> {
    status: StatusCode,
    headers: HeaderMap,
    body: &'a [u8],
    json: Option<Value>,
}

impl Actual<'_> {
    /// Whether the code appears in it.
    fn has(&self, code: &str) -> bool {
        let in_header =
            |value: &HeaderValue| has_word(&String::from_utf8_lossy(value.as_bytes()), code);
        let in_body = match &self.json {
            Some(json) => json_has(json, code),
            None => has_word(&String::from_utf8_lossy(self.body), code),
        };
        in_body || self.headers.values().any(in_header)
    }

    /// The HTTP statuses that the body states: of itself, and of the object that has the code.
    fn stated_statuses(&self, code: Option<&str>) -> Vec<u64> {
        let mut statuses = Vec::new();
        if let Some(json) = &self.json {
            find_statuses(json, code, true, &mut statuses);
        }
        statuses
    }
}

fn find_statuses(value: &Value, code: Option<&str>, is_root: bool, statuses: &mut Vec<u64>) {
    let Value::Object(members) = value else {
        return;
    };
    let has_code = || {
        let mut values = members.values();
        code.is_some_and(|code| values.any(|value| is_scalar(value, code)))
    };
    let stated = members.get("status").and_then(Value::as_u64);
    let stated = stated.filter(|status| (400..600).contains(status));
    if let Some(status) = stated.filter(|_| is_root || has_code()) {
        statuses.push(status);
    }
    for member in members.values() {
        find_statuses(member, code, false, statuses);
    }
}

/// Whether a text or a number is this code.
fn is_scalar(value: &Value, code: &str) -> bool {
    match value {
        Value::String(text) => text == code,
        Value::Number(number) => number.to_string() == code,
        _ => false,
    }
}

/// Whether a code is a value, a name, or a word in a text.
fn json_has(value: &Value, code: &str) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(|element| json_has(element, code)),
        Value::Object(members) => members
            .iter()
            .any(|(name, member)| has_word(name, code) || json_has(member, code)),
        Value::String(text) => has_word(text, code),
        _ => is_scalar(value, code),
    }
}

/// Whether a code is in a text, without letters, digits or `_` beside it.
fn has_word(text: &str, code: &str) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(code).any(|(place, found)| {
        let (before, after) = (&text[..place], &text[place + found.len()..]);
        !before.ends_with(joins) && !after.starts_with(joins)
    })
}

/// Makes the lines of a header those of another map.
fn copy(name: &HeaderName, from: &HeaderMap, to: &mut HeaderMap) {
    to.remove(name);
    for value in from.get_all(name) {
        to.append(name.clone(), value.clone());
    }
}

fn has_no_store(value: &HeaderValue) -> bool {
    let text = String::from_utf8_lossy(value.as_bytes());
    let mut directives = text.split(',').map(str::trim);
    directives.any(|directive| directive.eq_ignore_ascii_case("no-store"))
}

fn is_json(value: &HeaderValue) -> bool {
    let text = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
    let essence = text.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// A whole response as lines.
fn whole(status: StatusCode, headers: &HeaderMap, body: &str) -> String {
    let mut headers: Vec<_> = headers.iter().collect();
    // The lines of one name keep their order.
    headers.sort_by_key(|(name, _)| name.as_str());
    let mut text = format!("{status}\n");
    for (name, value) in headers {
        let _ = writeln!(
            text,
            "{name}: {}",
            String::from_utf8_lossy(value.as_bytes())
        );
    }
    text + "\n" + body
}

fn reports(captured: &[Captured]) -> String {
    let mut text = String::new();
    for report in captured {
        let start = if text.is_empty() { "\nreported:\n" } else { "" };
        let _ = writeln!(text, "{start}  {report}");
    }
    text
}
