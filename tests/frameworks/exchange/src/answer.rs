//! A response as text that can be compared with a literal.

use std::fmt;
use std::io::Read;

use flate2::read::GzDecoder;

use crate::request::Request;

/// What came back over a connection, byte for byte but for this:
///
/// - The lines `date` and `connection: close` are left away.
/// - An id that the server made is `{id}`, wherever it appears. Those that tests write are shorter.
/// - Each chunk is a line, and a body that is compressed is shown as it was before.
///
/// What is in brackets was not received, but says how the response ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    text: String,
    made_id: Option<String>,
}

impl Answer {
    pub(crate) fn new(request: &Request, received: &[u8]) -> Self {
        let Some(end) = received.windows(4).position(|four| four == b"\r\n\r\n") else {
            let text = if request.leaves {
                "[the client left]".to_owned()
            } else {
                format!("{}[closed]", String::from_utf8_lossy(received))
            };
            let made_id = None;
            return Answer { text, made_id };
        };
        let head = String::from_utf8_lossy(&received[..end]).into_owned();
        let body = &received[end + 4..];
        let shown: Vec<&str> = head.split("\r\n").filter(|line| is_kept(line)).collect();
        let body = Body::read(&head, body, request.is_head());
        let mut text = shown.join("\n");
        if !body.0.is_empty() {
            text.push_str("\n\n");
            text.push_str(&body.0);
        }
        let is_made = |id: &&str| id.len() > 20 && !request.has_header("x-request-id", id);
        let id = value_of(&head, "x-request-id").filter(is_made);
        let made_id = id.map(str::to_owned);
        let mut answer = Answer { text, made_id };
        answer.text = answer.without_id(&answer.text);
        answer
    }

    /// `text` with `{id}` for the id that the server made.
    #[must_use]
    pub fn without_id(&self, text: &str) -> String {
        match &self.made_id {
            Some(id) => text.replace(id, "{id}"),
            None => text.to_owned(),
        }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn is_kept(line: &str) -> bool {
    !line.starts_with("date: ") && line != "connection: close"
}

fn value_of<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.split("\r\n").skip(1);
    lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// A body as it is shown.
struct Body(String);

impl Body {
    fn read(head: &str, body: &[u8], is_head: bool) -> Self {
        if value_of(head, "transfer-encoding") == Some("chunked") {
            return Body::chunked(head, body);
        }
        let declared = value_of(head, "content-length").and_then(|length| length.parse().ok());
        let mut text = decoded(head, body);
        if declared.is_some_and(|declared: usize| body.len() < declared) && !is_head {
            text.push_str("[cut]");
        }
        Body(text)
    }

    fn chunked(head: &str, mut rest: &[u8]) -> Self {
        let mut chunks = Vec::new();
        let mut whole = Vec::new();
        let mut end = "[cut]";
        while let Some(line) = rest.windows(2).position(|two| two == b"\r\n") {
            let length = std::str::from_utf8(&rest[..line]).expect("a chunk's length");
            let length = usize::from_str_radix(length, 16).expect("a chunk's length");
            if length == 0 {
                end = "[last chunk]";
                break;
            }
            let chunk = &rest[line + 2..line + 2 + length];
            whole.extend_from_slice(chunk);
            chunks.push(String::from_utf8_lossy(chunk).trim_end().to_owned());
            rest = &rest[line + 4 + length..];
        }
        if value_of(head, "content-encoding").is_some() {
            chunks = vec![decoded(head, &whole)];
        }
        chunks.push(end.to_owned());
        Body(chunks.join("\n"))
    }
}

fn decoded(head: &str, body: &[u8]) -> String {
    let mut text = String::new();
    if value_of(head, "content-encoding") == Some("gzip") && !body.is_empty() {
        let mut decoder = GzDecoder::new(body);
        decoder.read_to_string(&mut text).expect("gzip of a text");
        return format!("[gzip] {text}");
    }
    String::from_utf8_lossy(body).into_owned()
}
