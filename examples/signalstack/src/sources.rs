//! The data sources that a verification draws on: HTTP services on this machine.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::str::FromStr;
use std::time::Duration;

use axum::routing::post;
use axum::{Json, Router};
use futures_util::future::join_all;
use reqwest::Client;
use reqwest::redirect::Policy;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::config::Config;
use crate::errors::SourceError;

/// The name of a data source.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Pages of the web.
    Web,
    /// The encyclopedia.
    Wikipedia,
    /// Reviews by fact checkers.
    GoogleFactCheck,
    /// Scholarly articles.
    SemanticScholar,
    /// News.
    Gdelt,
}

impl Source {
    /// All sources, in the order in which they are listed.
    pub const ALL: [Source; 5] = [
        Source::Web,
        Source::Wikipedia,
        Source::GoogleFactCheck,
        Source::SemanticScholar,
        Source::Gdelt,
    ];

    /// The names of all sources, for messages.
    #[must_use]
    pub fn names() -> String {
        Source::ALL.map(Source::name).join(", ")
    }

    const fn name(self) -> &'static str {
        match self {
            Source::Web => "web",
            Source::Wikipedia => "wikipedia",
            Source::GoogleFactCheck => "google_fact_check",
            Source::SemanticScholar => "semantic_scholar",
            Source::Gdelt => "gdelt",
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Source {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Source::ALL
            .into_iter()
            .find(|source| source.name() == name)
            .ok_or(())
    }
}

/// How far one source supports a claim or a medium.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Which source it is.
    pub source: Source,
    /// From 0, refuted, to 100, confirmed.
    #[schemars(range(max = 100))]
    pub score: u8,
}

/// What the sources said.
#[derive(Debug)]
pub struct Findings {
    /// The answers.
    pub evidence: Vec<Evidence>,
    /// The sources that did not answer.
    pub unavailable: Vec<Source>,
}

/// The sources and the way to them.
pub struct Sources {
    client: Client,
    addresses: BTreeMap<Source, SocketAddr>,
    /// The embedded ones, which stop when this is dropped.
    _embedded: JoinSet<io::Result<()>>,
}

impl Sources {
    /// Starts those sources that the configuration does not find elsewhere.
    ///
    /// # Errors
    /// What keeps them from listening on a port of the loopback interface.
    pub async fn start(config: &Config) -> io::Result<Self> {
        let mut addresses = config.addresses();
        let mut embedded = JoinSet::new();
        for source in Source::ALL {
            if let Entry::Vacant(address) = addresses.entry(source) {
                let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
                address.insert(listener.local_addr()?);
                embedded.spawn(embedded_source(source, listener));
            }
        }
        Ok(Sources {
            client: client(config.source_timeout)?,
            addresses,
            _embedded: embedded,
        })
    }

    /// Asks the sources that are wanted by name, or else all, at the same time.
    ///
    /// # Errors
    /// 502 if one that is wanted by name fails, or if all do.
    pub async fn ask(
        &self,
        subject: &str,
        wanted: Option<&[Source]>,
    ) -> Result<Findings, SourceError> {
        let asked = wanted.unwrap_or(&Source::ALL);
        let answers = join_all(asked.iter().map(|source| self.ask_one(*source, subject))).await;

        let mut findings = Findings {
            evidence: Vec::new(),
            unavailable: Vec::new(),
        };
        let mut last_cause = None;
        for (source, answer) in asked.iter().copied().zip(answers) {
            match answer {
                Ok(evidence) => findings.evidence.push(evidence),
                Err(cause) if wanted.is_some() => {
                    return Err(SourceError::SourceUnavailable { source, cause });
                }
                Err(cause) => {
                    findings.unavailable.push(source);
                    last_cause = Some(cause);
                }
            }
        }
        match last_cause {
            Some(cause) if findings.evidence.is_empty() => Err(SourceError::UpstreamError(cause)),
            _ => Ok(findings),
        }
    }

    async fn ask_one(&self, source: Source, subject: &str) -> Result<Evidence, reqwest::Error> {
        let address = self.addresses[&source];
        let response = self
            .client
            .post(format!("http://{address}/check"))
            .json(&Question {
                subject: subject.to_owned(),
            })
            .send()
            .await?;
        let answer: Answer = response.error_for_status()?.json().await?;
        Ok(Evidence {
            source,
            score: answer.score.min(100),
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Question {
    subject: String,
}

#[derive(Serialize, Deserialize)]
struct Answer {
    score: u8,
}

fn client(timeout: Duration) -> io::Result<Client> {
    Client::builder()
        .timeout(timeout)
        .redirect(Policy::none())
        .no_proxy()
        .build()
        .map_err(io::Error::other)
}

/// A source that always has an answer, and always the same one for the same subject.
async fn embedded_source(source: Source, listener: TcpListener) -> io::Result<()> {
    let check = move |Json(question): Json<Question>| async move {
        let text = [source.name().as_bytes(), question.subject.as_bytes()].concat();
        // FNV-1a: the standard library's hasher may change from one release to the next.
        let hash = text.iter().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
        });
        Json(Answer {
            score: (hash % 101) as u8,
        })
    };
    axum::serve(listener, Router::new().route("/check", post(check))).await
}
