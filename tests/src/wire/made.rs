//! Errors whose very declaration comes by chance. No derive can make these at run time, so they are
//! made of what its output is made of.

use std::borrow::Cow;
use std::cell::Cell;
use std::error::Error;
use std::fmt::{self, Write};
use std::time::Duration;

use errorbook::__private::{
    Declaration, Detail, HeaderValue, MoreFacts, Part, PlanCell, Tables, WrittenHeaders, schema,
    specs,
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
    cells: &'static [PlanCell],
}

thread_local! {
    /// The cells of the error at hand. In generated code they are a static of their type.
    static CELLS: Cell<&'static [PlanCell]> = const { Cell::new(&[]) };
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
            cells: || CELLS.get(),
        });
        let headers = self.headers.iter();
        let headers: Vec<_> = headers.map(|(name, value)| (*name, text(value))).collect();
        let written = WrittenHeaders {
            names: &["x-own"],
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
            Ok(code) => (text(code), None),
            Err(number) => ("", Some(*number)),
        };
        let more = MoreFacts { number, ..more };
        let (message, parts) = self.said();
        let details = self.described();
        let texts = [
            code,
            "Made",
            &self.title,
            self.summary.as_deref().unwrap_or_default(),
            message,
        ];
        let [code, variant, title, summary, message] = texts.map(|text| count(text.as_bytes()));
        let row = [
            self.status.into(),
            code,
            variant,
            title,
            summary,
            message,
            count(&parts),
            count(&details),
            1,
            self.retryable.into(),
            0,
        ];
        let tables = Tables {
            texts: text(&texts.concat()),
            parts: parts.leak(),
            details: details.leak(),
            more: vec![more].leak(),
        };
        let [spec] = specs(declaration, leak(tables), leak([row]));
        Made {
            making: self.clone(),
            spec: leak(spec),
            cells: vec![PlanCell::new()].leak(),
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

    fn said(&self) -> (&'static str, Vec<Part>) {
        let said = match &self.message {
            Message::Title => &self.title,
            Message::Summary => self.summary.as_ref().unwrap_or(&self.title),
            Message::Text(said) => said,
            Message::Parts(parts) => {
                let parts = parts.iter().map(|part| match part {
                    Ok(said) => Part::Text(text(said)),
                    Err(_) => Part::Hole("field", |_, _| {}),
                });
                return ("", parts.collect());
            }
        };
        (text(said), Vec::new())
    }

    fn described(&self) -> Vec<Detail> {
        let detail = |name| Detail {
            name,
            field: "field",
            example: |_, _| {},
            schema: |schemas| schema::<Value>().of(schemas),
        };
        match &self.details {
            Ok(members) => members
                .iter()
                .map(|(name, _)| detail(Some(text(name))))
                .collect(),
            Err(_) => vec![detail(None)],
        }
    }
}

impl ApiError for Made {
    fn spec(&self) -> &'static ErrorSpec {
        CELLS.set(self.cells);
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

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).expect("a few")
}
