//! What the occurrences of errors are made of: a value of each sort, and a request.

use std::time::{Duration, SystemTime};

use arbitrary::Arbitrary;
use errorbook::Context;
use serde_json::Value;

/// A value of each sort.
#[derive(Arbitrary, Clone, Debug)]
pub struct Input {
    /// A text.
    pub text: String,
    /// Another.
    pub other: String,
    /// Several.
    pub texts: Vec<String>,
    /// One that may be absent.
    pub maybe: Option<String>,
    /// A character.
    pub letter: char,
    /// A truth.
    pub flag: bool,
    /// An integer, of which each type takes as many bits as it has.
    pub number: i128,
    /// A number.
    pub float: f64,
    /// One that may be absent.
    pub maybe_float: Option<f32>,
    /// Names and numbers.
    pub map: Vec<(String, i64)>,
    /// Any JSON.
    pub tree: Tree,
    /// Whole seconds and, within a second, nanoseconds.
    pub wait: (u64, u32),
    /// Whether there is one.
    pub waits: bool,
    /// Limit, remaining, reset.
    pub limits: (Option<u64>, Option<u64>, Option<u64>),
    /// The request.
    pub request: Request,
}

/// Any JSON.
#[derive(Arbitrary, Clone, Debug)]
pub enum Tree {
    /// Nothing.
    Null,
    /// A truth.
    Flag(bool),
    /// An integer.
    Number(i64),
    /// A number.
    Float(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Map(Vec<(String, Tree)>),
}

/// What is known of a request.
#[derive(Arbitrary, Clone, Debug)]
pub struct Request {
    /// Its id.
    pub id: Option<String>,
    /// Its path, with a query perhaps.
    pub path: Option<String>,
    /// The page of its endpoint.
    pub docs: Option<String>,
    /// A value of the service's own, set once.
    pub tenant: Option<String>,
    /// Another, set as often as there are texts.
    pub region: Vec<String>,
    /// When it is answered.
    pub time: Time,
}

/// A point in time as a calendar has it.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub struct Time {
    /// Days since 1970, taken within 11,000 years: there are some that RFC 3339 cannot write.
    pub day: u32,
    /// The time of the day, taken within it.
    pub milliseconds: u32,
}

impl Input {
    /// The wait, its nanoseconds within a second.
    #[must_use]
    pub fn wait(&self) -> (u64, u32) {
        (self.wait.0, self.wait.1 % 1_000_000_000)
    }

    /// The same, where there is one.
    #[must_use]
    pub fn maybe_wait(&self) -> Option<(u64, u32)> {
        self.waits.then(|| self.wait())
    }
}

/// As errorbook has it.
#[must_use]
pub fn duration((seconds, nanoseconds): (u64, u32)) -> Duration {
    Duration::new(seconds, nanoseconds)
}

impl Tree {
    /// The same as `serde_json` has it.
    #[must_use]
    pub fn value(&self) -> Value {
        match self {
            Tree::Null => Value::Null,
            Tree::Flag(flag) => (*flag).into(),
            Tree::Number(number) => (*number).into(),
            Tree::Float(number) => (*number).into(),
            Tree::Text(text) => text.clone().into(),
            Tree::List(items) => items.iter().map(Tree::value).collect(),
            Tree::Map(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), value.value()))
                .collect(),
        }
    }
}

impl Request {
    /// The same as errorbook has it.
    #[must_use]
    pub fn context(&self) -> Context {
        let mut context = Context::new().with_timestamp(self.time.system());
        if let Some(id) = &self.id {
            context = context.with_request_id(id.clone());
        }
        if let Some(path) = &self.path {
            context = context.with_instance(path.clone());
        }
        if let Some(link) = &self.docs {
            context = context.with_docs(link.clone());
        }
        if let Some(tenant) = &self.tenant {
            context = context.with_value("tenant", tenant.clone());
        }
        for region in &self.region {
            context = context.with_value("region", region.clone());
        }
        context
    }
}

impl Time {
    fn day(self) -> u32 {
        self.day % 4_000_000
    }

    fn milliseconds(self) -> u32 {
        self.milliseconds % 86_400_000
    }

    fn system(self) -> SystemTime {
        let days = Duration::from_secs(u64::from(self.day()) * 86_400);
        SystemTime::UNIX_EPOCH + days + Duration::from_millis(self.milliseconds().into())
    }

    /// RFC 3339, by counting the years and months one by one.
    #[must_use]
    pub fn text(self) -> String {
        // 400 years are always as many days.
        let (mut year, mut month) = (1970 + self.day() / 146_097 * 400, 0);
        let mut day = self.day() % 146_097;
        let is_leap = |year: u32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        while day >= 365 + u32::from(is_leap(year)) {
            day -= 365 + u32::from(is_leap(year));
            year += 1;
        }
        let february = 28 + u32::from(is_leap(year));
        if year > 9999 {
            return "9999-12-31T23:59:59.999Z".to_owned();
        }
        for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if day < length {
                break;
            }
            day -= length;
            month += 1;
        }
        let rest = self.milliseconds();
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let (second, millisecond) = (rest / 1000 % 60, rest % 1000);
        format!(
            "{year}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z",
            month + 1,
            day + 1
        )
    }
}
