//! The end of a service, whatever its clients are up to.

use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::post;
use example_service::serve;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::timeout;

/// Far longer than anything takes.
const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_client_that_never_ends_its_request_does_not_keep_a_service_from_stopping() {
    let patience = Duration::from_millis(200);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (begun, under_way) = oneshot::channel();
    let begun = std::sync::Mutex::new(Some(begun));
    let read = async move |body: axum::body::Body| {
        let begun = begun.lock().unwrap().take();
        begun.unwrap().send(()).unwrap();
        axum::body::to_bytes(body, usize::MAX).await.unwrap()
    };
    let router = Router::new().route("/", post(read));
    let (shutdown, asked) = oneshot::channel::<()>();
    let stop = async move { asked.await.unwrap() };
    let served = tokio::spawn(serve(listener, router, stop, patience));

    let mut client = TcpStream::connect(address).unwrap();
    let head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";
    client.write_all(head.as_bytes()).unwrap();
    under_way.await.unwrap();
    let begin = Instant::now();
    shutdown.send(()).unwrap();

    timeout(LONG, served).await.unwrap().unwrap().unwrap();
    assert!(begin.elapsed() >= patience, "{:?}", begin.elapsed());
}
