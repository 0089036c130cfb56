//! What compiles under a hostile namespace also does what it should.

#[test]
fn errors_render_under_another_name_of_the_crate() {
    assert_eq!(
        errorbook_tests_renamed::bodies(),
        [
            r#"{"error":{"code":"UNAUTHORIZED","text":"The key is missing. (401)","list":["https://docs.example.com/UNAUTHORIZED",-1]},"house":true}"#,
            r#"{"error":{"code":"EVERYTHING","text":"It has everything. (429)","details":{"type":1},"list":["https://docs.example.com",-1]},"house":true}"#,
            r#"{"error":{"code":"FAILED","text":"Internal Server Error (500)","list":["https://docs.example.com/FAILED",-1]},"house":true}"#,
            r#"{"error":{"code":"INNER","text":"An error of its own. (404)","list":[-1]},"inner":true}"#,
            r#"{"error":{"code":"GEN","text":"7 came first (409)","details":{"gen":7},"list":["https://docs.example.com/GEN",-1]},"house":true}"#,
        ]
    );
}
