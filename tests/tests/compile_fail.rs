//! A declaration that is wrong does not compile, and the compiler says what to write.
//!
//! Each case is named after the user's mistake, in a folder by topic. After a change of a message,
//! write the new ones with `TRYBUILD=overwrite cargo test -p errorbook-tests --test compile_fail` and
//! read them. Rust 1.95 owns the `.stderr` files.

#[test]
fn a_wrong_declaration_says_what_to_write() {
    let cases = trybuild::TestCases::new();
    // Read from the folders, so that none can be forgotten.
    let folders = std::fs::read_dir("tests/ui").expect("the tests run in their crate's folder");
    let mut topics: Vec<_> = folders
        .map(|folder| folder.expect("a folder can be read").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name != "pass")
        .collect();
    topics.sort();
    assert!(topics.iter().any(|topic| topic == "privacy"), "{topics:?}");
    for topic in topics {
        cases.compile_fail(format!("tests/ui/{topic}/*.rs"));
    }
}

#[test]
fn a_right_declaration_compiles_however_close_it_is_to_a_wrong_one() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}
