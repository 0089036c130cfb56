//! A request as bytes.

/// A request of HTTP/1.1, which asks for the connection to be closed so that the response ends where the connection does.
#[derive(Clone, Debug)]
pub struct Request {
    line: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    /// What is declared instead of the body's length.
    declared: Option<String>,
    /// Whether the client closes the connection behind what it sent, without waiting for the response.
    pub(crate) leaves: bool,
}

/// A GET request.
#[must_use]
pub fn get(path: &str) -> Request {
    request("GET", path)
}

/// A HEAD request.
#[must_use]
pub fn head(path: &str) -> Request {
    request("HEAD", path)
}

/// A POST request.
#[must_use]
pub fn post(path: &str) -> Request {
    request("POST", path)
}

/// A request with this method.
#[must_use]
pub fn request(method: &str, path: &str) -> Request {
    Request {
        line: format!("{method} {path}"),
        headers: Vec::new(),
        body: Vec::new(),
        declared: None,
        leaves: false,
    }
}

impl Request {
    /// Adds a header line. The value is sent as it is.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        let value = value.as_ref().to_vec();
        self.headers.push((name.to_owned(), value));
        self
    }

    /// A body, with its length.
    #[must_use]
    pub fn body(mut self, body: impl AsRef<[u8]>) -> Self {
        body.as_ref().clone_into(&mut self.body);
        self
    }

    /// A body of this media type, with its length.
    #[must_use]
    pub fn content(self, media_type: &str, body: impl AsRef<[u8]>) -> Self {
        self.header("content-type", media_type).body(body)
    }

    /// A JSON body.
    #[must_use]
    pub fn json(self, body: impl AsRef<[u8]>) -> Self {
        self.content("application/json", body)
    }

    /// The body is sent in one chunk.
    #[must_use]
    pub fn chunked(mut self) -> Self {
        let mut framed = format!("{:x}\r\n", self.body.len()).into_bytes();
        framed.append(&mut self.body);
        framed.extend_from_slice(b"\r\n0\r\n\r\n");
        self.body = framed;
        self.declare("transfer-encoding: chunked")
    }

    /// Replaces the `Content-Length` by this line.
    #[must_use]
    pub fn declare(mut self, line: &str) -> Self {
        self.declared = Some(line.to_owned());
        self
    }

    /// The client closes the connection behind what it sent.
    #[must_use]
    pub fn leave(mut self) -> Self {
        self.leaves = true;
        self
    }

    /// The same request with this in front of its path.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        self.line = self.line.replacen('/', &format!("{prefix}/"), 1);
        self
    }

    pub(crate) fn is_head(&self) -> bool {
        self.line.starts_with("HEAD ")
    }

    pub(crate) fn has_header(&self, name: &str, value: &str) -> bool {
        let has = |(other, held): &(String, Vec<u8>)| other == name && held == value.as_bytes();
        self.headers.iter().any(has)
    }

    /// The bytes that are sent.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{} HTTP/1.1\r\nhost: test\r\n", self.line).into_bytes();
        if !self.headers.iter().any(|(name, _)| name == "connection") {
            bytes.extend_from_slice(b"connection: close\r\n");
        }
        for (name, value) in &self.headers {
            bytes.extend_from_slice(format!("{name}: ").as_bytes());
            bytes.extend_from_slice(value);
            bytes.extend_from_slice(b"\r\n");
        }
        match &self.declared {
            Some(line) => bytes.extend_from_slice(format!("{line}\r\n").as_bytes()),
            None if self.body.is_empty() => {}
            None => {
                let line = format!("content-length: {}\r\n", self.body.len());
                bytes.extend_from_slice(line.as_bytes());
            }
        }
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(&self.body);
        bytes
    }
}
