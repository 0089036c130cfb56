//! A whole response.

use std::collections::BTreeMap;

use errorbook::testing::{WholeResponse, assert_error};
use example_service::Service;
use http::{HeaderMap, StatusCode};
use reqwest::{RequestBuilder, Response};
use serde_json::Value;

use crate::contract::Contract;

/// A whole response; of its headers all but the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The values of the headers by their names, which are in small letters.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The expected answer to a request that goes wrong, with the headers that each of these has.
    #[must_use]
    pub fn error(status: u16, body: impl Into<String>) -> Self {
        Answer::success(status, body).header("cache-control", "no-store")
    }

    /// The expected answer to a request that goes well, with the headers that each of these has.
    #[must_use]
    pub fn success(status: u16, body: impl Into<String>) -> Self {
        let body = body.into();
        let length = body.len().to_string();
        let answer = Answer {
            status,
            headers: BTreeMap::new(),
            body,
        };
        answer
            .header("content-length", &length)
            .header("content-type", "application/json")
    }

    /// With this header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Sends a request to a service.
    ///
    /// # Panics
    /// If there is no answer, or if the exchange is not as the OpenAPI document of the service says.
    pub async fn to<S: Service>(request: RequestBuilder) -> Self {
        Answer::judged::<S>(request, |_| None).await
    }

    /// Sends a request to a service whose answer may tell, beyond a success, whether the request as such
    /// was found right (`Some(true)`) or wrong (`Some(false)`).
    ///
    /// # Panics
    /// If there is no answer, or if the exchange is not as the OpenAPI document of the service says: a
    /// request that was found right is one that the document allows, and the other way round.
    pub async fn judged<S: Service>(
        request: RequestBuilder,
        found_right: impl FnOnce(&Answer) -> Option<bool>,
    ) -> Self {
        let (client, request) = request.build_split();
        let request = request.expect("a request");
        let sent = request.try_clone().expect("the body is in memory");
        let answer = Answer::from(client.execute(request).await.expect("an answer")).await;
        let contract = Contract::of::<S>();
        contract.check_answer(sent.method().as_str(), sent.url().path(), &answer);
        let found_right = match answer.status {
            200..300 => Some(true),
            _ => found_right(&answer),
        };
        contract.check_request(&sent, found_right);
        answer
    }

    async fn from(response: Response) -> Self {
        let status = response.status().as_u16();
        let mut headers = BTreeMap::new();
        for (name, value) in response.headers() {
            let value = value.to_str().expect("text").to_owned();
            let before = headers.insert(name.to_string(), value);
            assert_eq!(before, None, "{name} comes once");
        }
        headers.remove("date").expect("every response has a date");
        let body = response.bytes().await.expect("a body").to_vec();
        let body = String::from_utf8(body).expect("text");
        Answer {
            status,
            headers,
            body,
        }
    }

    /// The answer in the text of an HTTP/1.1 response with a `Content-Length`.
    ///
    /// # Panics
    /// If it is not as the OpenAPI document of the service says.
    #[must_use]
    pub fn parse<S: Service>(method: &str, path: &str, text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let status = status.and_then(|status| status.parse().ok());
        let mut headers: BTreeMap<_, _> = lines
            .map(|line| line.split_once(": ").expect("a header"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        headers.remove("date").expect("every response has a date");
        let answer = Answer {
            status: status.expect("a status"),
            headers,
            body: body.to_owned(),
        };
        Contract::of::<S>().check_answer(method, path, &answer);
        answer
    }

    /// The id of the request, which has the right form: this prefix and 12 hexadecimal digits.
    ///
    /// # Panics
    /// If there is none, or if it has another form.
    #[must_use]
    pub fn request_id(&self, prefix: &str) -> &str {
        let id = self.headers["x-request-id"].as_str();
        let digits = id.strip_prefix(prefix).expect("ids have the prefix");
        let is_digit = |digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        assert!(digits.len() == 12 && digits.bytes().all(is_digit), "{id}");
        id
    }

    /// Compares it with the expected one, as a whole. Errors must be as errors are, and show how they differ.
    ///
    /// # Panics
    /// If they differ.
    #[track_caller]
    pub fn assert(&self, expected: &Answer) {
        if expected.status < 400 {
            assert_eq!(self, expected);
        } else {
            let Answer {
                status,
                headers,
                body,
            } = expected;
            assert_error!(self, _, *status, body, headers = headers);
        }
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// If it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }
}

impl WholeResponse for Answer {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).expect("a status")
    }

    fn headers(&self) -> HeaderMap {
        let headers = self.headers.iter();
        let headers = headers.map(|(name, value)| {
            let name = name.parse().expect("the name of a header");
            (name, value.parse().expect("the value of a header"))
        });
        headers.collect()
    }

    fn body(&self) -> &[u8] {
        self.body.as_bytes()
    }
}
