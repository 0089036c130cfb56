//! The pages of the documentation show what the code does. Their Rust blocks are doctests of this crate, or are
//! compared with the code that these tests run; the responses and documents that they show are compared, too.

mod documents;
mod minimal;
mod readme;
mod recipes;

const README: &str = include_str!("../../../README.md");

/// The code blocks of a page in a language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    page.split("```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'))
        .collect()
}

/// A response as a page shows it: the status line, the headers sorted by name, an empty line, the body.
fn shown<B: AsRef<[u8]>>(response: &http::Response<B>) -> String {
    let status = response.status();
    let whole = errorbook_tests::whole(response);
    let (number, rest) = whole
        .split_once('\n')
        .expect("a response has several lines");
    assert_eq!(number, status.as_str());
    let reason = status.canonical_reason().unwrap_or_default();
    format!("HTTP/1.1 {number} {reason}\n{}\n", rest.trim_end())
}
