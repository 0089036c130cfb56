//! The same catalog gives the same bytes, each time and in each build.

use std::path::Path;

#[path = "../../ordered/src/lib.rs"]
mod ordered;

#[test]
fn a_document_is_the_same_bytes_each_time_and_in_each_build() {
    let documents = ordered::documents();
    assert_eq!(documents, ordered::documents());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ordered/documents.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &documents).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the file is there");
    assert_eq!(documents, expected);
}
