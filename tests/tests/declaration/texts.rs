//! The texts: the message and `Display`, links, what a doc comment keeps inside.

use std::error::Error;

use errorbook::{ApiError, Context, ErrorObject, render};
use errorbook_tests::{body, body_as};

#[test]
fn the_message_is_the_declared_one_or_the_summary_of_4xx_or_the_title() {
    #[derive(Debug, ApiError)]
    enum Messages {
        /// Said by the doc comment, braces {included}.
        #[api_error(status = 400)]
        Documented,
        #[api_error(status = 403)]
        Bare,
        /// Which database it was is nobody's business.
        #[api_error(status = 500)]
        Internal,
        /// Overruled.
        #[api_error(status = 404, message = "{{{0}}} is one of {1:>4}, {0} and '{2}'")]
        Declared(&'static str, u8, char),
        #[api_error(status = 410, message = "{type} and {mixed:.2}")]
        Named { r#type: String, mixed: f64 },
    }
    assert_eq!(
        Messages::Documented.message(),
        "Said by the doc comment, braces {included}."
    );
    assert_eq!(Messages::Bare.message(), "Forbidden");
    assert_eq!(Messages::Internal.message(), "Internal Server Error");
    let declared = Messages::Declared("a", 7, 'x');
    assert_eq!(declared.message(), "{a} is one of    7, a and 'x'");
    assert_eq!(declared.to_string(), declared.message());
    let named = Messages::Named {
        r#type: "claim".into(),
        mixed: 1.239,
    };
    assert_eq!(named.message(), "claim and 1.24");
    assert_eq!(
        body(&named),
        r#"{"title":"Gone","status":410,"detail":"claim and 1.24","code":"NAMED"}"#
    );
}

#[test]
fn display_says_more_than_the_message_and_never_reaches_the_body() {
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 503,
        code = "STORE",
        message = "Store {name} is down",
        display = "store {name} at {address:?} is down: {source} {{}}"
    )]
    struct StoreDown {
        name: &'static str,
        address: Option<&'static str>,
        source: std::io::Error,
    }
    let error = StoreDown {
        name: "claims",
        address: Some("10.0.0.7"),
        source: std::io::Error::other("password expired"),
    };
    assert_eq!(
        error.to_string(),
        "store claims at Some(\"10.0.0.7\") is down: password expired {}"
    );
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("password expired")
    );
    assert_eq!(
        body(&error),
        r#"{"title":"Service Unavailable","status":503,"detail":"Store claims is down","code":"STORE"}"#
    );
}

#[test]
fn display_of_a_5xx_is_its_doc_comment_where_neither_display_nor_message_is_declared() {
    #[derive(Debug, ApiError)]
    enum StoreError {
        /// The disk of
        /// the store is full.
        ///
        /// Buy another.
        ///
        /// # Internal
        /// The third in a month.
        #[api_error(status = 507)]
        DiskFull(#[from] std::io::Error),
        #[api_error(status = 500, title = "Store failed")]
        Failed,
        /// # Internal
        /// The fourth in a month.
        #[api_error(status = 500)]
        Secret,
        /// The primary is down.
        #[api_error(status = 503, message = "Store {0} is down")]
        Down(u8),
        /// The primary fails over.
        #[api_error(status = 502, display = "failover of {0:?}")]
        Failover(Option<u8>),
        /// The replica is late.
        #[api_error(status = 404, message = "Not yet there")]
        Late,
        #[api_error(transparent)]
        Other(Other),
    }
    /// The other store is in ruins.
    #[derive(Debug, ApiError)]
    #[api_error(status = 500)]
    struct Other;

    let internal = "Internal Server Error";
    for (error, logged, public) in [
        (
            StoreError::from(std::io::Error::other("disk 7")),
            "The disk of the store is full.",
            "Insufficient Storage",
        ),
        (StoreError::Failed, "Store failed", "Store failed"),
        (StoreError::Secret, internal, internal),
        (StoreError::Down(7), "Store 7 is down", "Store 7 is down"),
        (
            StoreError::Failover(Some(7)),
            "failover of Some(7)",
            "Bad Gateway",
        ),
        (StoreError::Late, "Not yet there", "Not yet there"),
        (
            StoreError::Other(Other),
            "The other store is in ruins.",
            internal,
        ),
    ] {
        assert_eq!(error.to_string(), logged);
        assert_eq!(error.message(), public);
        assert_eq!(
            body_as::<Plain>(&error, &Context::new()),
            format!("[{public:?}]")
        );
    }
    errorbook::envelope! {
        Plain: "application/json" [message]
    }
}

#[test]
fn docs_links_come_from_occurrence_variant_type_and_endpoint_in_that_order() {
    #[derive(Debug, ApiError)]
    #[api_error(docs = "https://docs.example.com/errors#{code}", envelope = ErrorObject)]
    enum Linked {
        #[api_error(status = 400)]
        OfType,
        #[api_error(status = 404, docs = "https://docs.example.com/{code}/gone")]
        OfVariant,
        #[api_error(status = 409)]
        OfOccurrence(#[api_error(docs)] Option<String>),
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 410, envelope = ErrorObject)]
    struct Unlinked;

    let link = |error: &dyn ApiError| error.docs().map(std::borrow::Cow::into_owned);
    let some = |link: &str| Some(link.to_owned());
    assert_eq!(
        link(&Linked::OfType),
        some("https://docs.example.com/errors#OF_TYPE")
    );
    assert_eq!(
        link(&Linked::OfVariant),
        some("https://docs.example.com/OF_VARIANT/gone")
    );
    assert_eq!(
        link(&Linked::OfOccurrence(None)),
        some("https://docs.example.com/errors#OF_OCCURRENCE")
    );
    assert_eq!(
        link(&Linked::OfOccurrence(some("https://x.example"))),
        some("https://x.example")
    );
    assert_eq!(link(&Unlinked), None);

    let context = Context::new().with_docs("https://docs.example.com/verify");
    let body =
        |error: &Linked| String::from_utf8_lossy(render(error, &context).body()).into_owned();
    assert_eq!(
        body(&Linked::OfType),
        r#"{"error":{"code":"OF_TYPE","message":"Bad Request","docs":"https://docs.example.com/errors#OF_TYPE"}}"#
    );
    assert_eq!(
        body(&Linked::OfOccurrence(some("https://x.example"))),
        r#"{"error":{"code":"OF_OCCURRENCE","message":"Conflict","docs":"https://x.example"}}"#
    );
    assert_eq!(
        render(&Unlinked, &context).body(),
        r#"{"error":{"code":"UNLINKED","message":"Gone","docs":"https://docs.example.com/verify"}}"#
    );
}

#[test]
fn a_code_in_a_link_is_in_the_case_that_its_hole_names() {
    #[derive(Debug, ApiError)]
    #[api_error(docs = "https://docs.example.com/{code:kebab-case}#{code}")]
    enum Linked {
        #[api_error(status = 404)]
        ClaimNotFound,
        #[api_error(status = 400, code = 40001)]
        Numbered,
        #[api_error(status = 400, code = -7, docs = "/{code:SCREAMING-KEBAB-CASE}")]
        Negative,
        #[api_error(status = 409, code = "card.declined/é {odd}")]
        Odd,
        #[api_error(
            status = 410,
            code = "claimGone",
            docs = "/{code:lowercase}/{code:UPPERCASE}/{code:PascalCase}/{code:camelCase}/{code:snake_case}/{code:SCREAMING_SNAKE_CASE}/{code:kebab-case}/{code:SCREAMING-KEBAB-CASE}/{code}"
        )]
        ClaimGone,
        #[api_error(status = 411, docs = "/fixed")]
        Fixed,
        #[api_error(transparent)]
        Inner(Inner),
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 412, rename_all = "kebab-case", docs = "/{code:PascalCase}")]
    struct Inner;

    for (error, link) in [
        (
            Linked::ClaimNotFound,
            "https://docs.example.com/claim-not-found#CLAIM_NOT_FOUND",
        ),
        (Linked::Numbered, "https://docs.example.com/40001#40001"),
        (Linked::Negative, "/-7"),
        (
            Linked::Odd,
            "https://docs.example.com/card.declined%2F%C3%A9-%7Bodd%7D#card.declined%2F%C3%A9%20%7Bodd%7D",
        ),
        (
            Linked::ClaimGone,
            "/claimgone/CLAIMGONE/ClaimGone/claimGone/claim_gone/CLAIM_GONE/claim-gone/CLAIM-GONE/claimGone",
        ),
        (Linked::Fixed, "/fixed"),
        (Linked::Inner(Inner), "/Inner"),
    ] {
        assert_eq!(error.docs().as_deref(), Some(link));
        assert_eq!(error.spec().docs().as_deref(), Some(link));
    }
}

#[test]
fn a_code_is_percent_encoded_where_it_stands_in_a_link() {
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 404,
        code = "NOT FOUND/é",
        docs = "https://docs.example.com/{code}#{code}"
    )]
    struct NotFound;

    assert_eq!(
        NotFound.spec().docs().as_deref(),
        Some("https://docs.example.com/NOT%20FOUND%2F%C3%A9#NOT%20FOUND%2F%C3%A9")
    );
}

#[test]
fn what_stands_behind_internal_in_a_doc_comment_stays_inside() {
    /// The store did not answer.
    ///
    /// # Fix
    /// Try again.
    ///
    /// # Internal
    /// The store is db-7.
    #[derive(Debug, ApiError)]
    #[api_error(status = 404)]
    struct Gone;

    assert_eq!(Gone.spec().summary(), Some("The store did not answer."));
    assert_eq!(Gone.spec().explanation(), Some("# Fix\nTry again."));
}
