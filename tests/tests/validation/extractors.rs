//! `Valid`, around each extractor, through a router.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::routing::{get, post};
use errorbook::extract::{self, Form, Json, Path, Query, Valid};
use errorbook::{ApiError, Catalog, ErrorSet, FieldErrors, FrameworkError, envelope};
use garde::Validate as _;
use http::{Request, StatusCode};
use serde::Deserialize;
use tower_service::Service;

envelope! {
    Claims: "application/json" {
        fields = pointer;
        field_names = "camelCase";
        "code": code,
        "message": message,
        "details"?: details,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum HttpError {
    #[api_error(status = 400, message = "{text}", display = "{error}")]
    BadRequest { text: String, error: FrameworkError },
    #[api_error(
        status = 422,
        code = "INVALID",
        message = "{text}",
        display = "{error}"
    )]
    Invalid {
        text: String,
        #[api_error(detail)]
        fields: FieldErrors,
        error: FrameworkError,
    },
    #[api_error(status = 500)]
    Internal(#[source] FrameworkError),
}

impl From<FrameworkError> for HttpError {
    fn from(error: FrameworkError) -> Self {
        let text = error.text().unwrap_or("Refused").to_owned();
        match error.status() {
            StatusCode::BAD_REQUEST => HttpError::BadRequest { text, error },
            StatusCode::UNPROCESSABLE_ENTITY => HttpError::Invalid {
                text,
                fields: error.fields().clone(),
                error,
            },
            _ => HttpError::Internal(error),
        }
    }
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[HttpError::ERRORS]);

#[derive(Deserialize, garde::Validate)]
#[serde(rename_all = "camelCase")]
struct GardeClaim {
    #[garde(length(min = 1))]
    claim_text: String,
    #[garde(skip)]
    #[serde(default)]
    page_count: u8,
}

#[derive(Deserialize, validator::Validate)]
#[serde(rename_all = "camelCase")]
struct ValidatorClaim {
    #[validate(length(min = 1))]
    claim_text: String,
    #[serde(default)]
    page_count: u8,
}

#[derive(Deserialize, garde::Validate)]
struct GardeId {
    #[garde(range(min = 5))]
    claim_id: u8,
}

#[derive(Deserialize, validator::Validate)]
struct ValidatorId {
    #[validate(range(min = 5))]
    claim_id: u8,
}

#[derive(Clone, Copy)]
struct Limits {
    letters: usize,
}

#[derive(Deserialize, garde::Validate)]
#[garde(context(Limits as ctx))]
struct InContext {
    #[garde(length(max = ctx.letters))]
    claim_text: String,
}

/// Routes of both crates, every one with its validation.
fn app() -> Router {
    Router::new()
        .route("/garde/json", post(async |Valid(Json(claim)): Valid<Json<GardeClaim>>| {
            format!("{} {}", claim.claim_text, claim.page_count)
        }))
        .route("/validator/json", post(async |Valid(Json(claim)): Valid<Json<ValidatorClaim>>| {
            format!("{} {}", claim.claim_text, claim.page_count)
        }))
        .route("/garde/form", post(async |Valid(Form(claim)): Valid<Form<GardeClaim>>| claim.claim_text))
        .route(
            "/validator/form",
            post(async |Valid(Form(claim)): Valid<Form<ValidatorClaim>>| claim.claim_text),
        )
        .route("/garde/query", get(async |Valid(Query(id)): Valid<Query<GardeId>>| id.claim_id.to_string()))
        .route(
            "/validator/query",
            get(async |Valid(Query(id)): Valid<Query<ValidatorId>>| id.claim_id.to_string()),
        )
        .route(
            "/garde/path/{claim_id}",
            get(async |Valid(Path(id)): Valid<Path<GardeId>>| id.claim_id.to_string()),
        )
        .route(
            "/validator/path/{claim_id}",
            get(async |Valid(Path(id)): Valid<Path<ValidatorId>>| id.claim_id.to_string()),
        )
        // Not the last argument, the extractors of axum, and a result.
        .route(
            "/both/{claim_id}",
            post(
                async |extract::garde::Valid(Path(one)): extract::garde::Valid<Path<GardeId>>,
                       extract::validator::Valid(axum::extract::Query(two)): extract::validator::Valid<
                    axum::extract::Query<ValidatorId>,
                >,
                       body: Result<extract::garde::Valid<axum::Json<GardeClaim>>, FrameworkError>| {
                    let body = body.map_err(|error| error.fields().to_string());
                    format!("{} {} {:?}", one.claim_id, two.claim_id, body.map(|body| body.0.0.claim_text))
                },
            ),
        )
        .route(
            "/context",
            post(async |State(limits): State<Limits>, Json(claim): Json<InContext>| {
                claim.validate_with(&limits)?;
                Ok::<_, FrameworkError>(claim.claim_text)
            }),
        )
        .with_state(Limits { letters: 3 })
}

async fn answer(mut router: Router, request: Request<Body>) -> String {
    let response = router.call(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 10_000).await.unwrap();
    let content_type = parts.headers.get("content-type");
    let content_type = content_type.map_or("-", |value| value.to_str().unwrap());
    let body = std::str::from_utf8(&body).unwrap();
    format!("{} {content_type} {body}", parts.status.as_u16())
}

fn get_request(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn post_request(path: &str, content_type: &str, body: &'static str) -> Request<Body> {
    Request::post(path)
        .header("content-type", content_type)
        .body(Body::from(body))
        .unwrap()
}

fn json_request(path: &str, body: &'static str) -> Request<Body> {
    post_request(path, "application/json", body)
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn what_is_valid_reaches_the_handler() {
    for of in ["garde", "validator"] {
        let requests = [
            (
                json_request(&format!("/{of}/json"), r#"{"claimText":"a","pageCount":2}"#),
                "a 2",
            ),
            (
                post_request(&format!("/{of}/form"), FORM, "claimText=a"),
                "a",
            ),
            (get_request(&format!("/{of}/query?claim_id=7")), "7"),
            (get_request(&format!("/{of}/path/8")), "8"),
        ];
        for (request, body) in requests {
            assert_eq!(
                answer(app(), request).await,
                format!("200 text/plain; charset=utf-8 {body}")
            );
        }
    }
}

/// The body that says what is wrong with one field.
fn refused(field: &str, message: &str, code: &str) -> String {
    let code = match code {
        "" => String::new(),
        code => format!(r#","code":"{code}""#),
    };
    format!(
        r#"422 application/json {{"code":"INVALID","message":"The request is not valid","details":{{"fields":[{{"field":"{field}","message":"{message}"{code}}}]}}}}"#
    )
}

#[tokio::test]
async fn what_is_not_valid_is_refused_in_the_envelope_of_the_layer() {
    let app = app().layer(CATALOG.layer::<HttpError>());
    for (of, short, low, codes) in [
        ("garde", "length is lower than 1", "lower than 5", ["", ""]),
        (
            "validator",
            "The value must have at least 1 character",
            "The value must be at least 5",
            ["length", "range"],
        ),
    ] {
        let text = refused("/claimText", short, codes[0]);
        let id = refused("/claimId", low, codes[1]);
        let requests = [
            (
                json_request(&format!("/{of}/json"), r#"{"claimText":""}"#),
                &text,
            ),
            (
                post_request(&format!("/{of}/form"), FORM, "claimText="),
                &text,
            ),
            (get_request(&format!("/{of}/query?claim_id=4")), &id),
            (get_request(&format!("/{of}/path/4")), &id),
        ];
        for (request, expected) in requests {
            assert_eq!(&answer(app.clone(), request).await, expected);
        }
        // What cannot be read is refused as without `Valid`.
        let unread = json_request(&format!("/{of}/json"), r#"{"claimText":7}"#);
        assert!(answer(app.clone(), unread).await.contains(
            r#"{"field":"/claimText","message":"The value must be a string","code":"type"}"#
        ));
        let unread = json_request(&format!("/{of}/json"), "{");
        assert!(
            answer(app.clone(), unread)
                .await
                .starts_with("400 application/json")
        );
    }
}

#[tokio::test]
async fn valid_of_one_crate_works_in_each_place() {
    let both = |path, body| json_request(path, body);
    let ask = async |path, body| answer(app(), both(path, body)).await;
    assert_eq!(
        ask("/both/7?claim_id=8", r#"{"claimText":"a"}"#).await,
        r#"200 text/plain; charset=utf-8 7 8 Ok("a")"#
    );
    assert_eq!(
        ask("/both/7?claim_id=8", r#"{"claimText":""}"#).await,
        r#"200 text/plain; charset=utf-8 7 8 Err("claim_text: length is lower than 1")"#
    );
    for path in ["/both/4?claim_id=8", "/both/7?claim_id=4"] {
        assert_eq!(
            ask(path, r#"{"claimText":"a"}"#).await,
            "422 text/plain; charset=utf-8 The request is not valid"
        );
    }
}

#[tokio::test]
async fn a_context_is_given_in_the_handler() {
    let app = app().layer(CATALOG.layer::<HttpError>());
    let request = json_request("/context", r#"{"claim_text":"long"}"#);
    assert_eq!(
        answer(app, request).await,
        refused("/claimText", "length is greater than 3", "")
    );
}
