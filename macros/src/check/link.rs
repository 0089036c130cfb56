//! Docs links, whose holes hold the code.

use std::fmt::Write;

use syn::LitStr;

use crate::attr::At;
use crate::case::Case;
use crate::diagnostics::Diagnostics;
use crate::model::Code;
use crate::nearest::unknown;
use crate::uri::is_uri_reference;

use super::check_not_empty;

/// A docs link as it is declared.
pub(super) struct Link {
    text: String,
    /// The holes that name a case: `{code:kebab-case}`.
    cases: Vec<(&'static str, Case)>,
}

/// Checks a docs link.
pub(super) fn check(diagnostics: &Diagnostics, docs: Option<&At<LitStr>>) -> Option<Link> {
    let literal = &docs?.value;
    let text = check_not_empty(diagnostics, literal, "docs")?;
    let link = if text.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        Err("`docs` cannot contain spaces: write a link, as in `docs = \"https://docs.example.com/errors#{code}\"`".to_owned())
    } else {
        cases(&text)
    };
    let is_uri = |cases: &Vec<(&str, Case)>| {
        // The code may be any text, escaped.
        let mut filled = text.replace("{code}", "A%20-1");
        for (name, _) in cases {
            filled = filled.replace(&format!("{{code:{name}}}"), "A%20-1");
        }
        is_uri_reference(&filled)
    };
    match link {
        Ok(cases) if !is_uri(&cases) => {
            diagnostics.error(
                literal.span(),
                "`docs` must be a URI reference: write a link, as in `docs = \"https://docs.example.com/errors#{code}\"`, and other characters as `%` and two hexadecimal digits",
            );
            None
        }
        Ok(cases) => Some(Link { text, cases }),
        Err(problem) => {
            diagnostics.error(literal.span(), problem);
            None
        }
    }
}

/// The cases that the holes of a link name.
fn cases(text: &str) -> Result<Vec<(&'static str, Case)>, String> {
    let mut cases = Vec::new();
    let mut rest = text;
    while let Some(brace) = rest.find(['{', '}']) {
        let behind = rest[brace..]
            .strip_prefix("{code")
            .and_then(|hole| hole.split_once('}'));
        rest = match behind {
            Some(("", behind)) => behind,
            Some((spec, behind)) if spec.starts_with(':') && !spec.contains('{') => {
                let name = &spec[1..];
                let case = Case::named(name).ok_or_else(|| unknown("case", name, Case::names()))?;
                cases.push(case);
                behind
            }
            _ => {
                return Err(
                    "`docs` cannot contain braces other than `{code}` and, with a case, `{code:kebab-case}`: remove them, or write them as `%7B` and `%7D`"
                        .to_owned(),
                );
            }
        };
    }
    Ok(cases)
}

impl Link {
    /// The link, if the runtime can fill it for all errors of a type: it knows no cases.
    pub(super) fn without_cases(&self) -> Option<&str> {
        self.cases.is_empty().then_some(&self.text)
    }

    /// The link of an error with this code. The runtime fills what is left of the holes.
    pub(super) fn of(&self, code: &Code) -> String {
        let mut text = self.text.clone();
        for (name, case) in &self.cases {
            let code = match code {
                Code::Text(code) => in_link(&case.apply_to_code(code)),
                Code::Number(number) => number.to_string(),
            };
            text = text.replace(&format!("{{code:{name}}}"), &code);
        }
        text
    }
}

/// A text as it can appear anywhere in a link (RFC 3986, section 2.3), as the runtime encodes codes.
fn in_link(text: &str) -> String {
    let mut link = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            link.push(byte.into());
        } else {
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}
