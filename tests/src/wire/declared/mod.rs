//! Declarations with every key, and fields of every sort.

#![allow(missing_docs, reason = "a doc comment is a part of what is declared")]

mod cases;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Debug};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use errorbook::{
    ApiError, Envelope, FieldError, FieldErrors, HeaderSet, HeaderWriter, PublicText, RateLimit,
};
use schemars::JsonSchema;
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::Value;

pub use cases::{Case, cases};

/// What is in every source and in every text that is for logs only. No input has it by chance.
pub const SECRET: &str = "k7Q2zVx9Lr4T";

/// Everything that has a schema, in an envelope of choice.
#[derive(Debug, ApiError)]
#[api_error(envelope = V, category = "rich")]
pub enum Rich<V: Envelope> {
    #[api_error(transparent)]
    Wide(Wide),
    #[api_error(transparent)]
    Beside(#[from] Beside),
    #[api_error(transparent)]
    Generic(Arc<Generic<'static, String, 2>>),
    #[api_error(status = 599, title = "Never")]
    Never(PhantomData<V>),
}

/// What says as little as can be, in an envelope of choice.
#[derive(Debug, ApiError)]
#[api_error(envelope = V)]
pub enum Sparse<V: Envelope> {
    #[api_error(transparent)]
    Poor(Poor),
    #[api_error(status = 598, title = "Never")]
    Never(PhantomData<V>),
}

/// For logs only.
#[derive(Debug)]
pub struct Hidden(pub String);

impl fmt::Display for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A detail with others in it.
#[derive(Clone, Debug, Default, serde::Serialize, JsonSchema)]
pub struct Nested {
    /// # Internal
    /// k7Q2zVx9Lr4T
    pub text: String,
    pub list: Vec<Option<String>>,
    pub map: BTreeMap<String, i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner: Option<Box<Nested>>,
    pub pair: (u8, char),
}

/// Serializes so far, and then fails.
#[derive(Debug, Default)]
pub struct Failing;

impl Serialize for Failing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("written", &[1, 2, 3])?;
        Err(S::Error::custom(SECRET))
    }
}

/// Goes on after an entry that fails half way.
#[derive(Debug, Default)]
pub struct Swallowing(pub bool);

impl Serialize for Swallowing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("fine", &self.0)?;
        if self.0 {
            let _ = map.serialize_entry("failing", &[Failing]);
        } else {
            let _ = map.serialize_entry(&[1], "a key that is not text");
        }
        map.end()
    }
}

/// A map that writes its names as often as they come.
#[derive(Debug, Default)]
pub struct Repeating(pub Vec<(String, i64)>);

impl Serialize for Repeating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Writes whatever it is given.
#[derive(Debug, Default)]
pub struct Headers {
    pub text: String,
    pub number: i64,
    pub wait: Option<Duration>,
}

impl HeaderSet for Headers {
    const NAMES: &'static [&'static str] = &["x-set", "x-set-number", "x-team"];

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("X-Set", &self.text);
        headers.set("x-set-number", self.number);
        headers.set("x-team", format_args!("set {}", self.text));
        // What is not for errors to set, and what is no name.
        headers.set("content-type", "text/html");
        headers.set("Content-Length", 7);
        headers.set("retry-after", 7);
        headers.set(&format!("no name {}", self.text), "a value");
    }

    fn retry_after(&self) -> Option<Duration> {
        self.wait
    }
}

/// Adds a line for each text.
#[derive(Debug, Default)]
pub struct Warnings(pub Vec<String>);

impl HeaderSet for Warnings {
    const NAMES: &'static [&'static str] = &["warning", "link", "location"];
    const CAN_WAIT: bool = false;

    fn write(&self, headers: &mut HeaderWriter) {
        for text in &self.0 {
            headers.append("warning", text);
            headers.append("Link", text);
        }
        // There is one of these: the later.
        for value in ["/0", "/1"] {
            headers.append("location", value);
        }
    }
}

/// What can go wrong.
#[derive(Debug, ApiError)]
#[api_error(
    category = "wide",
    docs = "https://docs.example.com/errors#{code}",
    header("X-Team" = "claims"),
    header("X-Kept" = "kept"),
    challenge = "Bearer realm=\"claims\""
)]
pub enum Wide {
    /// A text is wrong, "quotes" and
    /// \backslashes included.
    ///
    /// Much is said of it.
    ///
    /// # Internal
    /// k7Q2zVx9Lr4T
    #[api_error(
        status = 400,
        message = "<{text}> {{}} {letter}{flag}\n",
        display = "{text} of {hidden}"
    )]
    Text {
        text: String,
        letter: char,
        flag: bool,
        hidden: Hidden,
    },
    #[api_error(status = 400, message = "{0}|{1}|{2}|{3}", category = "texts")]
    Texts(Cow<'static, str>, Box<str>, Rc<str>, Arc<str>),
    #[api_error(
        status = 409,
        message = "{u8} {i8} {u16} {i16} {u32} {i32} {u64} {i64} {usize} {isize} {u128} {i128}"
    )]
    Integers {
        #[api_error(detail = "d_u8")]
        u8: u8,
        #[api_error(detail = "d_i8")]
        i8: i8,
        #[api_error(detail = "d_u16")]
        u16: u16,
        #[api_error(detail = "d_i16")]
        i16: i16,
        #[api_error(detail = "d_u32")]
        u32: u32,
        #[api_error(detail = "d_i32")]
        i32: i32,
        #[api_error(detail = "d_u64")]
        u64: u64,
        #[api_error(detail = "d_i64")]
        i64: i64,
        #[api_error(detail = "d_usize")]
        usize: usize,
        #[api_error(detail = "d_isize")]
        isize: isize,
        u128: u128,
        i128: i128,
    },
    #[api_error(
        status = 400,
        message = "{text:>12}|{text:.3}|{text:*^7}|{number:+}|{number:#x}|{number:<9}|{float:08.3}|{float:e}|{letter:^5}|{text}"
    )]
    Specs {
        text: String,
        number: i64,
        float: f64,
        letter: char,
        #[api_error(detail = "d_flag")]
        r#type: bool,
    },
    #[api_error(status = 422)]
    Floats {
        #[api_error(detail)]
        d_float: f64,
        #[api_error(detail)]
        d_maybe: Option<f32>,
        #[api_error(detail)]
        d_list: Vec<f64>,
    },
    #[api_error(status = 422, code = "VALIDATION_ERROR", shared)]
    Nested {
        #[api_error(detail)]
        d_nested: Nested,
        #[api_error(detail)]
        d_maybe: Option<Nested>,
        #[api_error(detail)]
        d_letter: char,
        #[api_error(detail = "d_\"\\\n é")]
        odd: Option<bool>,
    },
    #[api_error(status = 422, code = "VALIDATION_ERROR", shared)]
    Fields {
        #[api_error(detail)]
        d_fields: FieldErrors,
    },
    #[api_error(status = 422, code = "VALIDATION_ERROR", shared)]
    FieldsBySerde {
        #[api_error(detail)]
        d_fields: Vec<FieldError>,
    },
    #[api_error(status = 400, docs = "/errors/whole")]
    Whole(#[api_error(details)] Value),
    #[api_error(status = 413)]
    WholeMap(#[api_error(details)] BTreeMap<String, i64>),
    #[api_error(status = 410)]
    WholeNested(#[api_error(details)] Option<Nested>),
    #[api_error(status = 414)]
    WholeList(#[api_error(details)] Vec<Option<String>>),
    /// Too many requests.
    #[api_error(status = 429)]
    RateLimited(#[api_error(headers)] RateLimit),
    #[api_error(status = 503, retry(after = "7s"), category = "waits")]
    Waits(#[api_error(retry_after)] Duration),
    #[api_error(
        status = 425,
        retry(after = "2m", max = 3),
        not_applied = false,
        level = "warn"
    )]
    MayWait(#[api_error(retry_after)] Option<Duration>),
    #[api_error(status = 503, retryable = false, not_applied, level = "trace")]
    WaitsInSeconds {
        #[api_error(retry_after)]
        seconds: u64,
    },
    #[api_error(status = 408, retry(after = "1h"))]
    WaitsAsDeclared,
    #[api_error(status = 404, message = "No {what}")]
    Linked {
        what: &'static str,
        #[api_error(docs)]
        page: Option<String>,
    },
    #[api_error(
        status = 405,
        header("Allow" = "GET, POST"),
        header("X-Team" = "media")
    )]
    Headed {
        #[api_error(header = "X-Team")]
        team: Option<String>,
        #[api_error(header = "X-Text")]
        text: String,
        #[api_error(header = "X-Number")]
        number: i64,
        #[api_error(header = "Cache-Control")]
        cache: Option<String>,
    },
    #[api_error(status = 402)]
    HeadedBySet(
        #[api_error(headers)] Headers,
        #[api_error(detail = "d_flag")] bool,
    ),
    #[api_error(
        status = 407,
        challenge = "Basic",
        challenge = "Negotiate",
        header("Set-Cookie" = "a=1"),
        header("Set-Cookie" = "b=2; Secure"),
        header("Vary" = "Accept"),
        header("vary" = "Origin")
    )]
    Repeated {
        #[api_error(header = "Set-Cookie")]
        first: Option<String>,
        #[api_error(header = "Set-Cookie")]
        second: String,
        #[api_error(header = "Warning")]
        warning: String,
        #[api_error(headers)]
        set: Warnings,
    },
    /// The key is missing.
    #[api_error(status = 401, code = 40101, retryable)]
    Unauthorized,
    /// Which store it was is nobody's business.
    ///
    /// # Internal
    /// k7Q2zVx9Lr4T
    #[api_error(status = 500)]
    Sourced(#[from] std::io::Error),
    #[api_error(
        status = 502,
        message = "Upstream {id} failed",
        display = "{id} failed: {cause}"
    )]
    Boxed {
        #[api_error(detail = "d_id")]
        id: u64,
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    #[api_error(status = 500, code = -50001, title = "Odd \"title\" é")]
    Any { source: anyhow::Error },
    #[api_error(status = 451, code = "a/b \"c\" é {odd}\\~1#%", title = "-")]
    OddCode,
    #[api_error(status = 406, docs = "/errors/{code:kebab-case}?{code}")]
    LinkedInACase,
    #[api_error(status = 423)]
    Fails {
        #[api_error(detail)]
        d_fine: u8,
        #[api_error(detail)]
        d_failing: Failing,
        #[api_error(detail)]
        d_swallowing: Swallowing,
        #[api_error(detail)]
        d_last: char,
    },
    #[api_error(status = 424)]
    WholeFails(#[api_error(details)] Failing),
}

/// thiserror's.
#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display, category = "beside")]
pub enum Beside {
    #[error("limit {limit:>4} of {text} {{exceeded}}")]
    #[api_error(status = 413, code = "LIMIT")]
    Limit { limit: i64, text: String },
    #[error("store at {0} is down")]
    #[api_error(status = 503, code = "STORE")]
    Down(Hidden),
    #[error("upstream said: {0}")]
    #[api_error(status = 504, code = "UPSTREAM")]
    Upstream(#[from] std::fmt::Error),
}

/// With parameters.
#[derive(Debug, ApiError)]
#[api_error(category = "generic", rename_all = "kebab-case")]
pub enum Generic<'a, T: PublicText, const N: usize> {
    #[api_error(status = 404, message = "{key} not found in {name:>3}")]
    KeyNotFound { key: T, name: Cow<'a, str> },
    #[api_error(status = 409)]
    KeysInUse {
        #[api_error(detail)]
        d_keys: Vec<T>,
        #[api_error(detail)]
        d_other: Option<T>,
        #[api_error(header = "X-Key")]
        header: Option<T>,
        #[source]
        cause: std::num::ParseIntError,
        spare: [u8; N],
    },
}

/// Without anything that need not be.
#[derive(Debug, ApiError)]
pub enum Poor {
    #[api_error(status = 400)]
    Alone,
    #[api_error(status = 400, code = 7)]
    Numbered(#[api_error(detail = "d_text")] String),
    #[api_error(status = 507)]
    Other(#[api_error(details)] Option<Value>),
    #[api_error(status = 418, message = "{0}")]
    Said(char),
}

/// Details with names that envelopes have, too. This is refused where the envelope is known.
#[derive(Debug, ApiError)]
#[api_error(category = "a", envelope = super::shapes::Bare)]
pub enum Clashing {
    #[api_error(status = 409, code = "b")]
    Members {
        #[api_error(detail)]
        a: bool,
        #[api_error(detail)]
        code: u8,
        #[api_error(detail)]
        error: Failing,
        #[api_error(detail = "x\"y\\z")]
        odd: Option<u8>,
        #[api_error(detail)]
        kept: String,
    },
    #[api_error(status = 410, code = "error", title = "errors")]
    Map(#[api_error(details)] Repeating),
    #[api_error(status = 411, code = "list")]
    Scalar(#[api_error(details)] Value),
}
