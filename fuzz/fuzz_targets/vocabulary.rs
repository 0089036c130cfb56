//! The words of declarations.

/// The words that the bytes stand for.
pub fn sentence(bytes: &[u8]) -> String {
    let words = bytes.iter().map(|byte| WORDS[usize::from(*byte) % WORDS.len()]);
    words.collect::<Vec<_>>().join(" ")
}

/// Some are whole phrases, so that the rest of a declaration is right more often.
const WORDS: &[&str] = &[
    "#[derive(ApiError)]", "#[api_error(", ")]", "pub", "enum E {", "struct S {", "struct S(", "}", ")",
    "(", "[", "]", "{", ",", ":", ";", "=", "?", "<", ">", "-", "'a", "&", "::", "..", ".", "#", "!",
    "enum E<T: ::errorbook::PublicText> {", "struct S<'a, const N: usize>", "where", "const", "r#type",
    "Variant", "Other {", "Third(", "field:", "name", "source", "source:", "0", "1", "-1", "404", "503",
    "20404", "99999", "1.5e3", "0x1f", "true", "false", "null", "''", "'x'", "b\"x\"", "r#\"x\"#",
    "\"\"", "\"{field}\"", "\"{0}\"", "\"{name:>8}\"", "\"{0:?} {1:#x}\"", "\"{{code}}\"", "\"{\"",
    "\"}\"", "\"{retry_after}s\"", "\"https://docs.example.com/{code}\"", "\"30s\"", "\"2m\"",
    "\"kebab-case\"", "\"X-Name\"", "\"Content-Type\"", "\"WWW-Authenticate\"", "\"Bearer\"",
    "\"application/json\"", "\"text/html; charset=utf-8\"", "\"é\\n\\u{1f600}\"", "\"code\"", "\"error\"",
    "String", "u8", "u64", "Vec<FieldError>", "Option<T>", "&'static str", "Box<dyn Error + Send>",
    "[u8; N]", "fn(u8) -> u8", "std::io::Error", "RateLimit", "Duration", "dyn Fn()", "impl Display",
    "#[api_error(status = 404)]", "#[api_error(status = 400, message = \"{0}\")]",
    "#[api_error(status = 503, retry(after = \"30s\", max = 3))]", "#[api_error(transparent)]",
    "#[api_error(detail)]", "#[api_error(details)]", "#[api_error(headers)]", "#[api_error(retry_after)]",
    "#[api_error(docs)]", "#[api_error(header = \"X-Name\")]", "#[api_error(example = 1)]", "#[from]",
    "#[source]", "#[error(\"text {0}\")]", "#[error(transparent)]", "#[cfg(any())]", "#[doc(hidden)]",
    "#[deprecated(since = \"1\", note = \"n\")]", "#[deprecated]", "#[doc = \" Summary\"]",
    "#[doc = \" # Internal\"]", "#[doc = include_str!(\"x\")]", "/** Block\n * comment */", "/// Line\n",
    "status", "code", "title", "summary", "message", "details", "docs", "category", "request_id",
    "instance", "retryable", "retry_after", "timestamp", "shared", "transparent", "display", "envelope",
    "rename_all", "manual(error)", "manual(response)", "crate", "header(\"X-Name\" = \"value\")",
    "challenge", "retry(", "after", "max", "detail", "header", "headers", "example", "NOT_FOUND",
    "Claims: \"application/json\" {", "header \"X-Code\" = code;", "\"a\": code,", "\"b\"?: details,",
    "(category)?: {", "(code): message,", "..details", "docs?,", "\"text {status}\",", "$crate", "$",
];
