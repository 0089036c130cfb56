//! Who sends a request: tokens, the service that knows them, and roles.

use std::fmt;
use std::io;
use std::net::SocketAddr;

use axum::http::HeaderMap;
use axum::routing::post;
use axum::{Json, Router};
use example_service::bearer::{self, Tokens};
use reqwest::Client;
use reqwest::redirect::Policy;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::config::Config;
use crate::errors::{AccessError, Forbidden};

/// A demo token of a manager of the partner Acme, whose profile is active.
pub const MANAGER_TOKEN: &str = "sgt_5a1f0c3e9b7d2468ace01357";
/// A demo token of the same partner which only reads.
pub const READER_TOKEN: &str = "sgt_0f1e2d3c4b5a69788796a5b4";
/// A demo token of a manager of a partner that has no profile yet.
pub const NEWCOMER_TOKEN: &str = "sgt_c0ffee00c0ffee00c0ffee00";
/// A demo token of a manager of a partner whose profile is inactive.
pub const DORMANT_TOKEN: &str = "sgt_d0d0d0d0d0d0d0d0d0d0d0d0";
/// A demo token that has expired.
pub const EXPIRED_TOKEN: &str = "sgt_eeeeeeeeeeeeeeeeeeeeeeee";

/// What a token may be used for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// To look things up.
    Reader,
    /// To change things, too.
    Manager,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Role::Reader => "reader",
            Role::Manager => "manager",
        })
    }
}

/// The partner that sends a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Partner {
    /// Its name, which everything that belongs to it is kept under.
    pub name: String,
    /// What its token may be used for.
    pub role: Role,
}

impl Partner {
    /// Makes sure that the token has this role, or a larger one.
    ///
    /// # Errors
    /// 403 if it has a smaller one.
    pub fn require(&self, required_role: Role) -> Result<(), Forbidden> {
        if self.role < required_role {
            Err(Forbidden { required_role })
        } else {
            Ok(())
        }
    }
}

/// Why a token is refused. For the log: a client does not learn which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nobody has it.
    Unknown,
    /// It was good once.
    Expired,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Unknown => "unknown token",
            Refusal::Expired => "expired token",
        })
    }
}

/// The way to the service that knows the tokens.
pub struct Authentication {
    client: Client,
    address: SocketAddr,
    /// The embedded one, which stops when this is dropped.
    _embedded: JoinSet<io::Result<()>>,
}

impl Authentication {
    /// Starts the authentication service, unless the configuration has it elsewhere.
    ///
    /// # Errors
    /// What keeps it from listening on a port of the loopback interface.
    pub async fn start(config: &Config) -> io::Result<Self> {
        let mut embedded = JoinSet::new();
        let address = match config.authentication {
            Some(address) => address,
            None => {
                let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
                let address = listener.local_addr()?;
                embedded.spawn(embedded_service(listener));
                address
            }
        };
        let client = Client::builder()
            .timeout(config.authentication_timeout)
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .map_err(io::Error::other)?;
        Ok(Authentication {
            client,
            address,
            _embedded: embedded,
        })
    }

    /// The partner whose token the request bears.
    ///
    /// # Errors
    /// 401 if it bears none that is good, 503 if there is nobody to ask.
    pub async fn partner(&self, headers: &HeaderMap) -> Result<Partner, AccessError> {
        let token = bearer::token(headers).map_err(|fault| AccessError::MissingHeader { fault })?;
        if !is_token(token) {
            return Err(AccessError::InvalidFormat);
        }
        match self.ask(token).await? {
            Verdict::Granted(partner) => Ok(partner),
            Verdict::Refused(refusal) => Err(AccessError::AuthenticationFailed { refusal }),
        }
    }

    async fn ask(&self, token: &str) -> Result<Verdict, reqwest::Error> {
        let question = Question {
            token: token.to_owned(),
        };
        let request = self
            .client
            .post(format!("http://{}/introspect", self.address));
        let response = request.json(&question).send().await?;
        response.error_for_status()?.json().await
    }
}

fn is_token(text: &str) -> bool {
    let is_digit = |digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    let digits = text.strip_prefix("sgt_");
    digits.is_some_and(|digits| digits.len() == 24 && digits.bytes().all(is_digit))
}

#[derive(Serialize, Deserialize)]
struct Question {
    token: String,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    Granted(Partner),
    Refused(Refusal),
}

/// A service that knows the demo tokens.
async fn embedded_service(listener: TcpListener) -> io::Result<()> {
    let granted = |token, name: &str, role| {
        let name = name.to_owned();
        (token, Some(Verdict::Granted(Partner { name, role })))
    };
    let verdicts = Tokens::from([
        granted(MANAGER_TOKEN, "acme", Role::Manager),
        granted(READER_TOKEN, "acme", Role::Reader),
        granted(NEWCOMER_TOKEN, "newcomer", Role::Manager),
        granted(DORMANT_TOKEN, "dormant", Role::Manager),
        (EXPIRED_TOKEN, Some(Verdict::Refused(Refusal::Expired))),
    ]);
    let introspect = move |Json(question): Json<Question>| {
        let verdict = verdicts.get(&question.token).cloned();
        async move { Json(verdict.unwrap_or(Verdict::Refused(Refusal::Unknown))) }
    };
    axum::serve(
        listener,
        Router::new().route("/introspect", post(introspect)),
    )
    .await
}
