//! Errors whose very declaration comes by chance. No derive can make these at run time, so they are
//! made of what its output is made of.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Write};
use std::time::Duration;

use errorbook::__private::{
    Declaration, DetailType, Facts, HeaderValue, MoreFacts, SpecCell, WrittenHeaders, schema,
};
use errorbook::{ApiError, Code, DetailsWriter, ErrorSpec, HeaderWriter, MessageWriter};
use serde_json::Value;

use super::declared::Failing;
use super::input::{Tree, duration};
use super::model::{Details, Expected};

/// What a declaration says, and what one occurrence adds.
#[derive(Clone, Debug)]
pub struct Making {
    /// 400 to 599.
    pub status: u16,
    /// Text, or a number.
    pub code: Result<String, i64>,
    /// The title.
    pub title: String,
    /// The first paragraph of the doc comment.
    pub summary: Option<String>,
    /// Where the message comes from.
    pub message: Message,
    /// The docs link of the variant and that of the type, with `{code}` in them perhaps.
    pub docs: (Option<String>, Option<String>),
    /// The link of a field for it: that there is one, and what it holds.
    pub own_docs: Option<Option<String>>,
    /// The category.
    pub category: Option<String>,
    /// Whether it may be retried.
    pub retryable: bool,
    /// The declared wait in seconds.
    pub wait: Option<u64>,
    /// The wait of a field for it: that there is one, and what it holds.
    pub own_wait: Option<Option<(u64, u32)>>,
    /// The constant headers.
    pub headers: Vec<(&'static str, String)>,
    /// The headers of fields.
    pub own_headers: Vec<(&'static str, String)>,
    /// The details: members with different names, or one value. `None` does not serialize.
    pub details: Result<Vec<(String, Option<Tree>)>, Option<Tree>>,
}

/// Where a message comes from.
#[derive(Clone, Debug)]
pub enum Message {
    /// The title.
    Title,
    /// The summary; the title where there is none.
    Summary,
    /// A text.
    Text(String),
    /// Texts (`Ok`) and fields (`Err`).
    Parts(Vec<Result<String, String>>),
}

/// An error that was made.
#[derive(Debug)]
pub struct Made {
    making: Making,
    spec: &'static ErrorSpec,
}

impl Making {
    /// The error. Its row stays for as long as the program runs, as all rows do.
    #[must_use]
    pub fn make(&self) -> Made {
        let declaration = leak(Declaration {
            module: module_path!(),
            place: "by chance",
            name: "Made",
            docs: self.docs.1.as_deref().map(text),
        });
        let headers = self.headers.iter();
        let headers: Vec<_> = headers.map(|(name, value)| (*name, text(value))).collect();
        let written = WrittenHeaders {
            names: &["x-own"],
            always: &[],
            example: |_| {},
            value: || HeaderValue::ANY,
        };
        let more = MoreFacts {
            docs: self.docs.0.as_deref().map(text),
            category: self.category.as_deref().map(text),
            retry_after: self.wait,
            headers: headers.leak(),
            written_headers: vec![written; self.own_headers.len()].leak(),
            retry_after_field: self.own_wait.map(|_| {
                let example: fn() -> Option<Duration> = || None;
                example
            }),
            docs_field: self.own_docs.as_ref().map(|_| {
                let example: fn() -> Option<Cow<'static, str>> = || None;
                example
            }),
            ..MoreFacts::NONE
        };
        let (code, number) = match &self.code {
            Ok(code) => (code.as_str(), None),
            Err(number) => ("", Some(*number)),
        };
        let more = MoreFacts { number, ..more };
        let mut row = Row::default();
        row.number((self.status - 400).into());
        row.number(if self.retryable { 3 } else { 2 });
        row.text(code);
        row.text("Made");
        row.text(&self.title);
        row.text(self.summary.as_deref().unwrap_or_default());
        self.say(&mut row);
        self.describe(&mut row);
        let facts = leak(Facts {
            rows: row.numbers.leak(),
            texts: row.texts.leak(),
            hashes: &[0; 4],
            holes: &[|_, _| {}],
            details: &[DetailType {
                example: |_, _| {},
                schema: |schemas| schema::<Value>().of(schemas),
            }],
            more: vec![more].leak(),
        });
        let cells = leak([SpecCell::new()]);
        Made {
            making: self.clone(),
            spec: cells[0].get(declaration, facts, cells),
        }
    }

    /// What is expected of it.
    #[must_use]
    pub fn expected(&self) -> Expected {
        let code = self.code();
        let declared = self.docs.0.as_ref().or(self.docs.1.as_ref());
        let declared = declared.map(|link| link.replace("{code}", &escaped(&code.to_string())));
        let message = match &self.message {
            Message::Title => self.title.clone(),
            Message::Summary => self.summary.clone().unwrap_or(self.title.clone()),
            Message::Text(text) => text.clone(),
            Message::Parts(parts) => parts
                .iter()
                .map(|part| match part {
                    Ok(text) | Err(text) => text.as_str(),
                })
                .collect(),
        };
        let json = |tree: &Option<Tree>| tree.as_ref().map(|tree| tree.value().to_string());
        Expected {
            status: self.status,
            code,
            title: text(&self.title),
            summary: self.summary.as_deref().map(text),
            display: message.clone(),
            message,
            details: match &self.details {
                Ok(members) => {
                    let members = members.iter();
                    let members = members.map(|(name, tree)| (text(name), json(tree)));
                    Details::Members(members.collect())
                }
                Err(tree) => Details::Whole(json(tree)),
            },
            docs: self.own_docs.clone().flatten().or(declared),
            category: self.category.as_deref().map(text),
            retryable: self.retryable,
            wait: self
                .own_wait
                .flatten()
                .or(self.wait.map(|seconds| (seconds, 0))),
            headers: [self.headers.clone(), self.own_headers.clone()].concat(),
        }
    }

    fn code(&self) -> Code {
        match &self.code {
            Ok(code) => Code::Text(text(code)),
            Err(number) => Code::Number(*number),
        }
    }

    fn say(&self, row: &mut Row) {
        match (&self.message, &self.summary) {
            (Message::Summary, Some(_)) => row.number(1),
            (Message::Title | Message::Summary, _) => row.number(0),
            (Message::Text(said), _) => {
                row.number(3);
                row.optional_text(Some(said));
            }
            (Message::Parts(parts), _) => {
                row.number(2 + parts.len());
                for part in parts {
                    row.optional_text(part.as_deref().ok());
                    if part.is_err() {
                        row.text("field");
                        row.number(0);
                    }
                }
            }
        }
    }

    fn describe(&self, row: &mut Row) {
        let names = match &self.details {
            Ok(members) => members
                .iter()
                .map(|(name, _)| Some(name.as_str()))
                .collect(),
            Err(_) => vec![None],
        };
        row.number(names.len());
        for name in names {
            row.optional_text(name);
            row.optional_text(Some("field"));
            row.number(0);
        }
    }
}

/// A row on its way into the facts, as `row.rs` of the runtime says it.
#[derive(Default)]
struct Row {
    numbers: Vec<u8>,
    texts: String,
}

impl Row {
    fn number(&mut self, mut number: usize) {
        loop {
            let seven_bits = u8::try_from(number % 128).expect("it is less than 128");
            number /= 128;
            if number == 0 {
                return self.numbers.push(seven_bits);
            }
            self.numbers.push(seven_bits + 128);
        }
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.texts += text;
    }

    /// 0 stands for none.
    fn optional_text(&mut self, text: Option<&str>) {
        self.number(text.map_or(0, |text| text.len() + 1));
        self.texts += text.unwrap_or_default();
    }
}

impl ApiError for Made {
    fn spec(&self) -> &'static ErrorSpec {
        self.spec
    }

    fn retry_after(&self) -> Option<Duration> {
        let own = self.making.own_wait.flatten();
        own.map(duration).or_else(|| self.spec.retry_after())
    }

    fn docs(&self) -> Option<Cow<'_, str>> {
        let own = self.making.own_docs.as_ref().and_then(Option::as_deref);
        own.map(Cow::Borrowed).or_else(|| self.spec.docs())
    }

    fn write_hole(&self, hole: usize, writer: &mut MessageWriter<'_>) {
        if let Message::Parts(parts) = &self.making.message {
            let mut fields = parts.iter().filter_map(|part| part.as_ref().err());
            writer.push_str(fields.nth(hole).expect("there are as many"));
        }
    }

    fn write_details(&self, writer: &mut DetailsWriter<'_>) {
        match &self.making.details {
            Ok(members) => {
                for (name, tree) in members {
                    match tree {
                        Some(tree) => writer.member(name, &tree.value()),
                        None => writer.member(name, &Failing),
                    }
                }
            }
            Err(Some(tree)) => writer.whole(&tree.value()),
            Err(None) => writer.whole(&Failing),
        }
    }

    fn write_headers(&self, writer: &mut HeaderWriter) {
        for (name, value) in &self.making.own_headers {
            writer.set(name, value);
        }
    }
}

impl Error for Made {}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        errorbook::__private::display(self.spec, &|hole, writer| self.write_hole(hole, writer), f)
    }
}

/// RFC 3986, section 2.3: everything but what is unreserved.
fn escaped(code: &str) -> String {
    let mut link = String::new();
    for byte in code.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            link.push(char::from(byte));
        } else {
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}

fn text(text: &str) -> &'static str {
    leak(text.to_owned())
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
