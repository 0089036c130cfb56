//! A declaration that is wrong does not compile, and the compiler says what to write.
//!
//! Each case is named after the user's mistake, in a folder by topic. After a change of a message,
//! write the new ones with `TRYBUILD=overwrite cargo test -p errorbook-tests --test compile_fail` and
//! read them. Rust 1.95 owns the `.stderr` files.

#[test]
fn a_wrong_declaration_says_what_to_write() {
    let cases = trybuild::TestCases::new();
    for topic in [
        "attribute",
        "catalog",
        "category",
        "challenge",
        "code",
        "crate-key",
        "declaration",
        "details",
        "display",
        "docs",
        "envelope",
        "envelope-key",
        "example",
        "fit",
        "from",
        "header",
        "headers",
        "manual",
        "message",
        "privacy",
        "rename-all",
        "required-header",
        "retry",
        "retry-after",
        "several",
        "source",
        "status",
        "title",
        "transparent",
    ] {
        cases.compile_fail(format!("tests/ui/{topic}/*.rs"));
    }
}

#[test]
fn a_right_declaration_compiles_however_close_it_is_to_a_wrong_one() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}
