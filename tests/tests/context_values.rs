//! What a service puts into the context of a request for its envelope and its observer.

use errorbook::{ApiError, Context, Occurrence, Shape, envelope, render, scope};
use http::Method;

envelope! {
    /// Values of the context in every place.
    Tenants: "application/json" {
        header "X-Tenant" = context.tenant;
        header "X-Where" = "{context.region}/{context.tenant}";
        "code": code,
        "tenant"?: context.tenant,
        "region": context.region,
        "text": "{context.tenant} in {context.region}",
        "list": [context.tenant?, context.type?, context.r#fn?],
        "both"?: {"tenant": context.tenant, "region": context.region},
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, code = "GONE", envelope = Tenants)]
struct Gone;

fn shown(context: &Context) -> (String, Option<String>, Option<String>) {
    let response = render(&Gone, context);
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        Some(value.to_str().unwrap().to_owned())
    };
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    (body, header("x-tenant"), header("x-where"))
}

#[test]
fn values_fill_the_slots_that_have_their_names_and_the_last_one_wins() {
    let context = Context::new()
        .with_value("tenant", "first")
        .with_value("region", String::from("eu\n\"1\""))
        .with_value("type", "t")
        .with_value("fn", "f")
        .with_value("tenant", "acme");
    assert_eq!(
        shown(&context),
        (
            r#"{"code":"GONE","tenant":"acme","region":"eu\n\"1\"","text":"acme in eu\n\"1\"","list":["acme","t","f"],"both":{"tenant":"acme","region":"eu\n\"1\""}}"#.to_owned(),
            Some("acme".to_owned()),
            None,
        )
    );
    assert_eq!(context.value("tenant"), Some("acme"));
    assert_eq!(context.value("Tenant"), None);
    // A copy does not share what is set later.
    let other = context.clone().with_value("tenant", "other");
    assert_eq!(context.value("tenant"), Some("acme"));
    assert_eq!(other.value("tenant"), Some("other"));
}

#[test]
fn a_value_that_is_not_set_is_as_empty_as_any_other_slot() {
    let empty = r#"{"code":"GONE","region":null,"text":" in ","list":[]}"#;
    for context in [
        Context::new(),
        Context::new().with_request_id("req_1"),
        Context::new().with_value("other", "x"),
    ] {
        assert_eq!(shown(&context), (empty.to_owned(), None, None));
    }
    let one = Context::new().with_value("tenant", "acme");
    assert_eq!(
        shown(&one),
        (
            r#"{"code":"GONE","tenant":"acme","region":null,"text":"acme in ","list":["acme"]}"#
                .to_owned(),
            Some("acme".to_owned()),
            None,
        )
    );
}

#[test]
fn an_id_and_a_path_are_kept_as_they_are_given() {
    for text in ["req_1", "", "a b", "é", "a\r\nb", "\u{7f}", "\"<>&\\"] {
        for context in [
            Context::new().with_request_id(text),
            Context::new()
                .with_request_id("before")
                .with_request_id(text.to_owned()),
            Context::new()
                .with_request_id("é")
                .with_request_id(text.to_owned()),
        ] {
            assert_eq!(context.request_id(), Some(text));
        }
    }
    for text in [
        "/v1/claims",
        "",
        "*",
        "/é",
        "v1",
        "//x",
        "/a%20b/{id}",
        "/a b",
        "/a|b",
    ] {
        for context in [
            Context::new().with_instance(text),
            Context::new()
                .with_instance("/x")
                .with_instance(format!("{text}?token=1#x")),
            Context::new()
                .with_instance("é")
                .with_instance(format!("{text}#x?y")),
        ] {
            assert_eq!(context.instance(), Some(text));
        }
    }
}

#[test]
fn method_and_route_are_for_observers_and_in_no_body() {
    let context = Context::new()
        .with_method(Method::DELETE)
        .with_route("/claims/{id}");
    assert_eq!(context.method(), Some(&Method::DELETE));
    assert_eq!(context.route(), Some("/claims/{id}"));
    assert_eq!(shown(&context), shown(&Context::new()));
    assert_eq!(Context::new().method(), None);
    assert_eq!(Context::new().route(), None);
    assert_eq!(
        format!(
            "{:?}",
            context.with_request_id("req_1").with_value("a", "b")
        ),
        "Context { request_id: Some(\"req_1\"), instance: None, method: Some(DELETE), route: Some(\"/claims/{id}\"), docs: None, timestamp: None, values: [(\"a\", \"b\")], .. }"
    );
}

enum ByHand {}

impl errorbook::Envelope for ByHand {
    const SHAPE: &'static Shape = &Shape::by_hand(
        concat!(module_path!(), "::ByHand"),
        "text/plain",
        |error: &Occurrence<'_>| error.value("tenant").unwrap_or("nobody").into(),
    );
}

#[test]
fn an_envelope_by_hand_reads_values_too() {
    let body = |context: &Context| errorbook::render_as::<ByHand>(&Gone, context).into_body();
    assert_eq!(body(&Context::new()), "nobody");
    assert_eq!(body(&Context::new().with_value("tenant", "acme")), "acme");
}

#[tokio::test]
async fn spawned_work_takes_the_context_along() {
    let context = Context::new()
        .with_request_id("req_1")
        .with_value("tenant", "acme")
        .with_method(Method::GET)
        .with_route("/r");
    let seen = scope(context, async {
        let alone = tokio::spawn(async { Context::current() }).await.unwrap();
        assert_eq!(format!("{alone:?}"), format!("{:?}", Context::new()));
        let held = scope(Context::current(), async {
            tokio::task::yield_now().await;
            Context::current()
        });
        tokio::spawn(held).await.unwrap()
    })
    .await;
    assert_eq!(seen.request_id(), Some("req_1"));
    assert_eq!(seen.value("tenant"), Some("acme"));
    assert_eq!(seen.method(), Some(&Method::GET));
    assert_eq!(seen.route(), Some("/r"));
}
