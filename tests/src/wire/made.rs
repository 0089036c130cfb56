//! Errors whose very declaration comes by chance. No derive can make these at run time, so they are
//! made of what its output is made of.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Write};
use std::panic::Location;
use std::time::Duration;

use errorbook::__private::{Declaration, Fact, HeaderValue, WrittenHeaders, schema, status};
use errorbook::{ApiError, Code, DetailsWriter, ErrorSpec, HeaderWriter, MessageWriter};
use serde_json::Value;

use super::declared::Failing;
use super::input::{Tree, duration};
use super::model::{Details, Expected, Header, can_be_sent};

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
    /// Whether the request was not carried out.
    pub not_applied: bool,
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
            place: Location::caller(),
            name: "Made",
            hash: 1,
            docs: self.docs.1.as_deref().map_or("", text),
            caches: &[],
        });
        let (code, number) = match &self.code {
            Ok(code) => (text(code), None),
            Err(number) => ("", Some(*number)),
        };
        let number = number.map(|number| Fact::NumericCode(number, text(&number.to_string())));
        let mut more: Vec<Fact> = number.into_iter().collect();
        more.push(Fact::Title(text(&self.title)));
        let summary = self.summary.as_deref().map(text);
        let message = match &self.message {
            Message::Title => text(&self.title),
            Message::Summary => summary.unwrap_or(text(&self.title)),
            Message::Text(said) => text(said),
            Message::Parts(parts) => {
                more.extend(parts.iter().map(|part| match part {
                    Ok(said) => Fact::Text(text(said)),
                    Err(_) => Fact::Hole("field", |_, _| {}),
                }));
                ""
            }
        };
        more.extend(self.docs.0.as_deref().map(text).map(Fact::Docs));
        more.extend(self.category.as_deref().map(text).map(Fact::Category));
        more.push(Fact::NotApplied(self.not_applied));
        more.extend(self.wait.map(Fact::RetryAfter));
        let headers = self.headers.iter();
        let headers: Vec<_> = headers.map(|(name, value)| (*name, text(value))).collect();
        more.push(Fact::Headers(headers.leak()));
        let written = WrittenHeaders {
            names: &["x-own"],
            always: &[],
            example: |_| {},
            value: || HeaderValue::ANY,
        };
        let written = vec![written; self.own_headers.len()];
        more.push(Fact::WrittenHeaders(written.leak()));
        more.extend(self.own_wait.map(|_| Fact::OwnWait(Some(|| None))));
        more.extend(self.own_docs.as_ref().map(|_| Fact::OwnDocs(|| None)));
        match &self.details {
            Ok(members) => more.extend(members.iter().map(|(name, _)| {
                Fact::Detail(
                    text(name),
                    "field",
                    |_, _, _| {},
                    |schemas| schema::<Value>().of(schemas),
                )
            })),
            Err(_) => more.push(Fact::WholeDetails(
                "field",
                |_, _, _| {},
                |schemas| schema::<Value>().of(schemas),
            )),
        }
        let spec = leak(ErrorSpec {
            declaration,
            index: 0,
            status: status(self.status),
            retryable: self.retryable,
            code,
            hash: 1,
            variant: "Made",
            summary: summary.unwrap_or_default(),
            message,
            more: more.leak(),
        });
        Made {
            making: self.clone(),
            spec,
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
            display: match (&self.message, &self.summary) {
                // A 5xx whose message says no more than its title. No title is empty.
                (Message::Title | Message::Summary | Message::Text(_), Some(summary))
                    if self.status >= 500 && message == self.title && !message.is_empty() =>
                {
                    summary.clone()
                }
                _ => message.clone(),
            },
            message,
            details: match &self.details {
                Ok(members) => {
                    let members = members.iter();
                    let members = members.map(|(name, tree)| (text(name), json(tree)));
                    Details::Members(members.collect())
                }
                Err(tree) => Details::Whole(json(tree)),
            },
            docs: declared,
            own_docs: self.own_docs.clone().flatten(),
            category: self.category.as_deref().map(text),
            retryable: self.retryable,
            not_applied: self.not_applied,
            level: if self.status >= 500 { "error" } else { "debug" },
            wait: self
                .own_wait
                .flatten()
                .or(self.wait.map(|seconds| (seconds, 0))),
            headers: self.expected_headers(),
        }
    }

    /// The constant lines of each name, then those that the fields write.
    fn expected_headers(&self) -> Vec<Header> {
        let mut constant: Vec<Header> = Vec::new();
        for (name, value) in &self.headers {
            lines_of(&mut constant, name).push(value.clone());
        }
        let mut own: Vec<Header> = Vec::new();
        for (index, (name, value)) in self.own_headers.iter().enumerate() {
            if can_be_sent(value) {
                let lines = lines_of(&mut own, name);
                if !adds(index) {
                    lines.clear();
                }
                lines.push(value.clone());
            }
        }
        [constant, own].concat()
    }

    fn code(&self) -> Code {
        match &self.code {
            Ok(code) => Code::Text(text(code)),
            Err(number) => Code::Number(*number),
        }
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
        for (index, (name, value)) in self.making.own_headers.iter().enumerate() {
            if adds(index) {
                writer.append(name, value);
            } else {
                writer.set(name, value);
            }
        }
    }
}

impl Error for Made {}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        errorbook::__private::display(self, f)
    }
}

/// Whether the header of a field with this index is appended: each other one.
fn adds(index: usize) -> bool {
    index % 2 == 1
}

fn lines_of<'a>(headers: &'a mut Vec<Header>, name: &'static str) -> &'a mut Vec<String> {
    let index = headers.iter().position(|(other, _)| *other == name);
    let index = index.unwrap_or_else(|| {
        headers.push((name, Vec::new()));
        headers.len() - 1
    });
    &mut headers[index].1
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
