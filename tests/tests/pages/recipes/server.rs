//! What no layer sees.

use axum::{Router, routing::get};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::declarations::{CATALOG, ClaimError};

#[tokio::test]
async fn the_server_answers_by_itself_what_it_cannot_parse() {
    let app = Router::new()
        .route("/", get(async || ""))
        .layer(CATALOG.layer::<ClaimError>());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app).await });

    let mut answers = Vec::new();
    for request in [
        "GET /\r\n\r\n".to_owned(),
        format!("GET /{} HTTP/1.1\r\nhost: a\r\n\r\n", "a".repeat(70_000)),
        format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(101)),
    ] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let lines = answer.lines().filter(|line| !line.starts_with("date: "));
        answers.push(lines.fold(String::new(), |text, line| text + line + "\n"));
    }
    let section = super::section("What no layer sees", "");
    assert_eq!(super::blocks(section, "http"), answers);
}
