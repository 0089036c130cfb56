//! The id of a request: one, in header, body and logs.

use std::collections::HashSet;
use std::future::ready;
use std::sync::Mutex;

use bytes::Bytes;
use errorbook::{Context, ErrorLayer, scope};
use http::{HeaderValue, Request, Response};
use http_body_util::{BodyExt, Full};
use tower_layer::Layer;
use tower_service::Service;

use crate::errors::{ClaimError, HttpError, LAYER};
use crate::support::{Handler, answering, get, now, response, whole};

/// The ids in the request's header as the handler sees it, the context, the response's header and the body.
fn ids(layer: &ErrorLayer<HttpError>, request: Request<()>) -> [Option<String>; 4] {
    let inside = Mutex::new(None);
    let mut service = layer.layer(Handler(|request: Request<()>| {
        let values: Vec<_> = request.headers().get_all("x-request-id").iter().collect();
        assert!(values.len() < 2, "{values:?}");
        let header = values
            .first()
            .map(|value| value.to_str().unwrap().to_owned());
        let context = Context::current().request_id().map(str::to_owned);
        *inside.lock().unwrap() = Some((header, context));
        ready(Ok(response(404, &[], "")))
    }));
    let response = now(service.call(request)).unwrap();
    let header = response.headers().get("x-request-id");
    let header = header.map(|value| value.to_str().unwrap().to_owned());
    let body = now(response.into_body().collect()).unwrap().to_bytes();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let in_body = body["id"].as_str().map(str::to_owned);
    let (in_request, in_context) = inside.lock().unwrap().take().unwrap();
    [in_request, in_context, header, in_body]
}

/// The id, which is the same everywhere.
fn id(layer: &ErrorLayer<HttpError>, request: Request<()>) -> String {
    let all = ids(layer, request);
    let id = all[0].clone().expect("there is an id");
    assert_eq!(all, [0; 4].map(|_| Some(id.clone())));
    id
}

#[test]
fn a_well_formed_id_is_taken_over() {
    for given in [
        "req_1",
        "a",
        "0193-ab.cd:ef/gh+i=j@k#l%m~n!o$p(q)*r,s;t?u[v]w^x`y{z|}",
        &"x".repeat(128),
    ] {
        assert_eq!(id(&LAYER, get("/", &[("x-request-id", given)])), given);
    }
}

#[test]
fn a_forged_id_is_replaced() {
    let forged: [&[u8]; 14] = [
        b"",
        b"a b",
        b"a\tb",
        b"\"a\"",
        b"it's",
        b"<script>",
        b"a>b",
        b"a&b",
        b"a\\nb",
        "ré".as_bytes(),
        b"\xff",
        b"a\x80",
        &[b'x'; 129],
        &[b'x'; 10_000],
    ];
    for forged in forged {
        let mut request = get("/", &[]);
        let value = HeaderValue::from_bytes(forged).unwrap();
        request.headers_mut().insert("x-request-id", value);
        let id = id(&LAYER, request);
        assert_eq!(id.len(), 26, "{id}");
        assert!(
            id.bytes()
                .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()),
            "{id}"
        );
    }
    assert!(HeaderValue::from_bytes(b"a\r\nset-cookie: b=1").is_err());
}

#[test]
fn of_two_ids_the_first_is_taken_if_it_is_well_formed() {
    let two = |first, second| get("/", &[("x-request-id", first), ("x-request-id", second)]);
    assert_eq!(id(&LAYER, two("first", "second")), "first");
    let made = id(&LAYER, two("<first>", "second"));
    assert_eq!(made.len(), 26, "{made}");
}

#[test]
fn the_header_and_the_prefix_are_set() {
    let layer = LAYER.clone().request_id_prefix("vrf_");
    let made = id(&layer, get("/", &[]));
    assert_eq!((&made[..4], made.len()), ("vrf_", 30));
    assert_eq!(id(&layer, get("/", &[("x-request-id", "given")])), "given");
    let longest: &'static str = "x".repeat(64).leak();
    assert_eq!(
        id(&LAYER.clone().request_id_prefix(longest), get("/", &[])).len(),
        90
    );

    const NAME: http::HeaderName = http::HeaderName::from_static("x-trace");
    for layer in [
        LAYER.clone().request_id_header(NAME),
        LAYER.clone().request_id_header("X-Trace"),
    ] {
        let request = get("/", &[("x-request-id", "other"), ("x-trace", "req_1")]);
        let mut service = layer.layer(answering(|| response(200, &[], "")));
        assert_eq!(whole(&mut service, request), "200\nx-trace: req_1\n\n");
    }
}

#[test]
fn the_service_makes_ids_of_what_the_head_of_a_request_says() {
    let layer = LAYER.clone().request_id_prefix("p_").request_ids(|head| {
        let parent = head.headers.get("traceparent")?.to_str().ok()?;
        Some(parent.get(3..35)?.to_owned())
    });
    let parent = (
        "traceparent",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    );
    assert_eq!(
        id(&layer, get("/", &[parent])),
        "4bf92f3577b34da6a3ce929d0e0e4736"
    );
    assert_eq!(
        id(&layer, get("/", &[parent, ("x-request-id", "given")])),
        "given"
    );
    assert!(id(&layer, get("/", &[])).starts_with("p_"));

    for layer in [
        LAYER.clone().request_ids(|head| head.uri.path().to_owned()),
        LAYER.clone().request_ids(|_| "/id"),
        LAYER
            .clone()
            .request_ids(|_| Some(std::borrow::Cow::Borrowed("/id"))),
        LAYER
            .clone()
            .request_ids(|_| HeaderValue::from_static("/id")),
    ] {
        assert_eq!(id(&layer, get("/id", &[])), "/id");
    }
    for bad in ["", "a b", "<a>"] {
        assert_eq!(
            id(&LAYER.clone().request_ids(move |_| bad), get("/", &[])).len(),
            26
        );
    }
}

#[test]
fn without_ids_none_is_read_or_written() {
    let layer = LAYER.clone().without_request_ids();
    assert_eq!(ids(&layer, get("/", &[])), [None, None, None, None]);
    let given = ids(&layer, get("/", &[("x-request-id", "given")]));
    assert_eq!(given, [Some("given".to_owned()), None, None, None]);
}

#[test]
fn the_header_of_the_response_is_the_one_of_the_layer() {
    let theirs = || {
        response(
            200,
            &[("x-request-id", "theirs"), ("x-request-id", "2")],
            "",
        )
    };
    let mut service = LAYER.layer(answering(theirs));
    assert_eq!(
        whole(&mut service, get("/", &[("x-request-id", "ours")])),
        "200\nx-request-id: ours\n\n"
    );
}

#[test]
fn where_a_layer_is_inside_of_another_or_of_a_scope_there_is_one_id() {
    let inner = LAYER
        .clone()
        .request_id_header("x-inner")
        .request_id_prefix("inner_");
    let outer = LAYER
        .clone()
        .request_id_header("x-outer")
        .request_id_prefix("outer_");
    let mut service = outer.layer(inner.layer(answering(|| response(404, &[], ""))));
    let response = now(service.call(get("/", &[]))).unwrap();
    let id = response.headers()["x-outer"].to_str().unwrap().to_owned();
    assert!(id.starts_with("outer_"), "{id}");
    assert_eq!(response.headers()["x-inner"].to_str().unwrap(), id);
    let body = now(response.into_body().collect()).unwrap().to_bytes();
    assert!(String::from_utf8_lossy(&body).contains(&id));

    let mut service = LAYER.layer(answering(|| crate::support::response(404, &[], "")));
    let context = Context::new()
        .with_request_id("scoped")
        .with_value("tenant", "acme");
    let response = now(scope(context, service.call(get("/", &[]))));
    drop(response);
    let held = scope(
        Context::new()
            .with_request_id("scoped")
            .with_value("tenant", "acme"),
        async { whole(&mut service, get("/x", &[("x-request-id", "given")])) },
    );
    let text = now(held);
    assert!(text.contains("x-request-id: scoped\n"), "{text}");
    assert!(
        text.ends_with("{\"code\":\"NOT_FOUND\",\"status\":404,\"id\":\"scoped\",\"path\":\"/x\",\"tenant\":\"acme\"}"),
        "{text}"
    );
}

#[test]
fn no_two_ids_are_alike() {
    let threads: Vec<_> = (0..4)
        .map(|_| {
            std::thread::spawn(|| {
                let mut service = LAYER.layer(answering(|| response(200, &[], "")));
                (0..5000)
                    .map(|_| {
                        let response = now(service.call(get("/", &[]))).unwrap();
                        response.headers()["x-request-id"].clone()
                    })
                    .collect::<Vec<_>>()
            })
        })
        .collect();
    let all: Vec<_> = threads
        .into_iter()
        .flat_map(|thread| thread.join().unwrap())
        .collect();
    let different: HashSet<_> = all.iter().map(HeaderValue::as_bytes).collect();
    assert_eq!(different.len(), 20_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_thousand_requests_at_once_each_has_its_own_id() {
    async fn handle(
        request: Request<()>,
    ) -> Result<Response<Full<Bytes>>, std::convert::Infallible> {
        let id = request.headers()["x-request-id"].clone();
        for round in 0..3 {
            if (request.uri().path().len() + round) % 2 == 0 {
                tokio::task::yield_now().await;
            } else {
                tokio::time::sleep(std::time::Duration::from_millis(1)).await;
            }
            assert_eq!(Context::current().request_id(), id.to_str().ok());
        }
        Ok(match request.uri().path().len() % 3 {
            0 => response(404, &[], "nothing"),
            1 => errorbook::render(&ClaimError::Taken, &Context::current()).map(Full::new),
            _ => panic!("on purpose"),
        })
    }
    for are_given in [true, false] {
        let requests: Vec<_> = (0..5000)
            .map(|number| {
                let path = format!("/{}", "x".repeat(number % 7));
                let given = format!("req_{number}");
                let headers = [("x-request-id", given.as_str())];
                let request = get(&path, if are_given { &headers } else { &[] });
                let mut service = LAYER.layer(Handler(handle));
                tokio::spawn(async move {
                    let response = service.call(request).await.unwrap();
                    let id = response.headers()["x-request-id"]
                        .to_str()
                        .unwrap()
                        .to_owned();
                    if are_given {
                        assert_eq!(id, given);
                    }
                    let body = response.into_body().collect().await.unwrap().to_bytes();
                    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
                    assert_eq!(body["id"], id);
                    assert_eq!(body["path"], path);
                    id
                })
            })
            .collect();
        let mut different = HashSet::new();
        for request in requests {
            assert!(different.insert(request.await.unwrap()));
        }
    }
}
