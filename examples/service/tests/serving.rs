//! The end of a service, whatever its clients are up to.

use std::io::Write;
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::routing::post;
use example_service::serve;
use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot};
use tokio::time::timeout;

/// Far longer than anything takes.
const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_client_that_never_ends_its_request_does_not_keep_a_service_from_stopping() {
    let patience = Duration::from_millis(200);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let begun = Arc::new(Notify::new());
    let under_way = Arc::clone(&begun);
    let read = move |body: Body| {
        begun.notify_one();
        async { to_bytes(body, usize::MAX).await.unwrap() }
    };
    let router = Router::new().route("/", post(read));
    let (shutdown, asked) = oneshot::channel::<()>();
    let stop = async move { asked.await.unwrap() };
    let served = tokio::spawn(serve(listener, router, stop, patience));

    let mut client = TcpStream::connect(address).unwrap();
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";
    client.write_all(head.as_bytes()).unwrap();
    under_way.notified().await;
    let asked_at = Instant::now();
    shutdown.send(()).unwrap();

    timeout(LONG, served).await.unwrap().unwrap().unwrap();
    assert!(asked_at.elapsed() >= patience, "{:?}", asked_at.elapsed());
}
