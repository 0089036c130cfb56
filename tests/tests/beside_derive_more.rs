//! With `manual(error)` another derive makes `Display`, `Error` and `From`; `derive_more` reads attributes of the same
//! names in other places.

use std::error::Error as _;
use std::io;

use derive_more::{Display, Error, From};
use errorbook::{ApiError, ErrorObject};
use errorbook_tests::body;

#[derive(Debug, Display, Error, From, ApiError)]
#[api_error(manual(error), envelope = ErrorObject)]
enum StoreError {
    #[display("the file cannot be read: {_0}")]
    #[from]
    #[api_error(status = 500)]
    Io(io::Error),

    #[display("no row {_0}")]
    #[from(skip)]
    #[api_error(status = 404, message = "No row {0}")]
    NoRow(#[error(not(source))] u32),

    #[display("no shard")]
    #[error(ignore)]
    #[from(ignore)]
    #[api_error(status = 503)]
    NoShard(u64),

    #[display("{source} is unknown")]
    #[from(skip)]
    #[api_error(status = 400, message = "`{source}` is unknown")]
    Unknown {
        #[error(not(source))]
        source: String,
    },

    #[display("the peer failed")]
    #[from(skip)]
    #[api_error(status = 502)]
    Peer {
        #[error(source)]
        cause: io::Error,
        host: &'static str,
    },
}

#[derive(Debug, Display, Error, From, ApiError)]
#[display("forwarded")]
#[from(forward)]
#[api_error(manual(error), status = 400)]
struct Forwarded(#[error(ignore)] u64);

#[test]
fn derive_more_makes_the_text_for_logs_the_source_and_the_conversions() {
    let error = StoreError::from(io::Error::other("db-7"));
    assert_eq!(error.to_string(), "the file cannot be read: db-7");
    assert_eq!(error.source().unwrap().to_string(), "db-7");
    let peer = StoreError::Peer {
        cause: io::Error::other("db-8"),
        host: "eu-1",
    };
    assert_eq!(peer.source().unwrap().to_string(), "db-8");
    assert_eq!(Forwarded::from(7_u32).0, 7);
    assert!(matches!(peer, StoreError::Peer { host: "eu-1", .. }));
}

#[test]
fn the_declaration_alone_makes_the_public_text() {
    for (error, message) in [
        (
            StoreError::Io(io::Error::other("db-7")),
            "Internal Server Error",
        ),
        (StoreError::NoRow(7), "No row 7"),
        (StoreError::NoShard(3), "Service Unavailable"),
        (
            StoreError::Unknown {
                source: "x".to_owned(),
            },
            "`x` is unknown",
        ),
    ] {
        assert_eq!(error.message(), message);
    }
    assert_eq!(
        body(&StoreError::NoRow(7)),
        r#"{"error":{"code":"NO_ROW","message":"No row 7"}}"#
    );
}
