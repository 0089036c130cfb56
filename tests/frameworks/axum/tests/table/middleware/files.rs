//! Files of a directory.

use std::fs::{self, File};
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use axum::Router;
use exchange::{get, head, post};
use expect_test::expect;
use tower_http::services::ServeDir;

use crate::table::case;

/// A directory with one file, whose time is always the same.
fn directory() -> &'static str {
    static MADE: OnceLock<()> = OnceLock::new();
    let directory = concat!(env!("CARGO_TARGET_TMPDIR"), "/files");
    MADE.get_or_init(|| {
        fs::create_dir_all(directory).expect("a directory");
        let path = format!("{directory}/fact.txt");
        fs::write(&path, "The earth is round.\n").expect("a file");
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let file = File::options().write(true).open(path).expect("the file");
        file.set_modified(time).expect("its time");
    });
    directory
}

fn app() -> Router {
    let files = ServeDir::new(directory());
    Router::new()
        .nest_service("/files", files.clone())
        .fallback_service(files)
}

#[tokio::test]
async fn a_file_that_does_not_exist() {
    case(
        app(),
        get("/files/nowhere.txt"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-length: 0
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_file_that_does_not_exist_as_the_fallback() {
    case(
        app(),
        head("/nowhere.txt"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            content-length: 122
            x-request-id: {id}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_path_out_of_the_directory() {
    case(
        app(),
        get("/files/../../Cargo.toml"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-length: 0
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_wrong_method_of_a_file() {
    case(
        app(),
        post("/files/fact.txt"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: GET,HEAD
            content-length: 0
            — with the layer
            HTTP/1.1 405 Method Not Allowed
            cache-control: no-store
            content-type: application/json
            allow: GET,HEAD
            x-request-id: {id}
            content-length: 136

            {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"{id}"}}
            told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_range_that_the_file_does_not_have() {
    let request = get("/files/fact.txt").header("range", "bytes=900-");
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 416 Range Not Satisfiable
            content-range: bytes */20
            accept-ranges: bytes
            last-modified: Tue, 14 Nov 2023 22:13:20 GMT
            etag: "6553f100.00000000-14"
            content-length: 0
            — with the layer
            HTTP/1.1 416 Range Not Satisfiable
            cache-control: no-store
            content-type: application/json
            content-range: bytes */20
            x-request-id: {id}
            content-length: 134

            {"error":{"code":"range_not_satisfiable","message":"The requested range is not available.","request_id":"{id}"}}
            told: range_not_satisfiable 416 {id}: The requested range is not available.: 416 Range Not Satisfiable
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_precondition_that_fails() {
    let request = get("/files/fact.txt").header("if-match", "\"other\"");
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 412 Precondition Failed
            content-length: 0
            — with the layer
            HTTP/1.1 412 Precondition Failed
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 137

            {"error":{"code":"precondition_failed","message":"A precondition of the request was not met.","request_id":"{id}"}}
            told: precondition_failed 412 {id}: A precondition of the request was not met.: 412 Precondition Failed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_file_that_the_client_has() {
    let request =
        get("/files/fact.txt").header("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT");
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 304 Not Modified
            etag: "6553f100.00000000-14"
            last-modified: Tue, 14 Nov 2023 22:13:20 GMT
            — with the layer
            HTTP/1.1 304 Not Modified
            etag: "6553f100.00000000-14"
            last-modified: Tue, 14 Nov 2023 22:13:20 GMT
            x-request-id: {id}
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_part_of_a_file() {
    let request = get("/files/fact.txt").header("range", "bytes=4-8");
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 206 Partial Content
            content-type: text/plain
            accept-ranges: bytes
            last-modified: Tue, 14 Nov 2023 22:13:20 GMT
            etag: "6553f100.00000000-14"
            content-range: bytes 4-8/20
            content-length: 5

            earth
            — with the layer
            HTTP/1.1 206 Partial Content
            content-type: text/plain
            accept-ranges: bytes
            last-modified: Tue, 14 Nov 2023 22:13:20 GMT
            etag: "6553f100.00000000-14"
            content-range: bytes 4-8/20
            content-length: 5
            x-request-id: {id}

            earth
        "#]],
    )
    .await;
}
