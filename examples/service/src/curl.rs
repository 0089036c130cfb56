//! Requests to try, for a shell.

use std::fmt::{self, Display, Formatter, Write};

/// A request as a line for a shell, which prints the whole response.
#[derive(Clone, Debug)]
pub struct Curl(String);

impl Curl {
    /// A `GET` request.
    #[must_use]
    pub fn get(url: impl Display) -> Self {
        Curl(format!("curl -i {}", quoted(&url.to_string())))
    }

    /// A request of another method without a body.
    #[must_use]
    pub fn new(method: &str, url: impl Display) -> Self {
        Curl(format!("curl -i -X {method} {}", quoted(&url.to_string())))
    }

    /// A `POST` request with this body, of type JSON.
    #[must_use]
    pub fn post(url: impl Display, body: &str) -> Self {
        Curl::get(url).json(body)
    }

    /// With this header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let header = format!("{name}: {value}");
        let _ = write!(self.0, " -H {}", quoted(&header));
        self
    }

    /// With this token in the `Authorization` header.
    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {token}"))
    }

    /// With this body, of type JSON. `@-` is the standard input.
    #[must_use]
    pub fn json(self, body: &str) -> Self {
        let mut curl = self.header("Content-Type", "application/json");
        let _ = write!(curl.0, " --data-binary {}", quoted(body));
        curl
    }
}

impl Display for Curl {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Curl> for String {
    fn from(curl: Curl) -> String {
        curl.0
    }
}

/// A word of a shell, in quotes where it needs them.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@=%,+".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
