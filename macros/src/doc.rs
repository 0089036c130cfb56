//! Doc comments, which are an error's public explanation.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::internal::{fence_of, public_lines};
use crate::literal;

/// What a doc comment says to the public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doc {
    /// The first paragraph, its lines joined.
    pub(crate) summary: Option<String>,
    /// What follows it, in Markdown, up to `# Internal`.
    pub(crate) explanation: Option<String>,
}

impl Doc {
    /// Reads the doc comment among a declaration's attributes.
    pub(crate) fn read(attributes: &[Attribute]) -> Doc {
        let mut lines = Vec::new();
        for attribute in attributes {
            let Meta::NameValue(pair) = &attribute.meta else {
                continue;
            };
            // Other expressions, such as `include_str!(..)`, cannot be read here.
            if let Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) = &pair.value
            {
                if pair.path.is_ident("doc") {
                    push_lines(&literal::text(text), &mut lines);
                }
            }
        }
        unindent(&mut lines);
        lines.truncate(public_lines(&lines));
        split(&lines)
    }
}

/// Adds the lines of one attribute; a block comment has several, perhaps with a column of stars.
fn push_lines(text: &str, lines: &mut Vec<String>) {
    let block: Vec<&str> = text.lines().collect();
    let starred = block.len() > 1
        && block[1..]
            .iter()
            .filter(|line| !line.trim().is_empty())
            .all(|line| line.trim_start().starts_with('*'));
    for (index, line) in block.iter().enumerate() {
        let line = match line.trim_start().strip_prefix('*') {
            Some(behind) if starred && index > 0 => behind,
            _ => line,
        };
        lines.push(line.trim_end().to_owned());
    }
    if block.is_empty() {
        lines.push(String::new());
    }
}

/// Takes away the indentation that all lines share, mostly the space behind `///`.
fn unindent(lines: &mut [String]) {
    let indent = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    for line in lines {
        *line = line.get(indent..).unwrap_or_default().to_owned();
    }
}

fn split(lines: &[String]) -> Doc {
    let is_blank = |line: &String| line.trim().is_empty();
    let start = lines
        .iter()
        .position(|line| !is_blank(line))
        .unwrap_or(lines.len());
    let lines = &lines[start..];
    let end = lines
        .iter()
        .position(|line| is_blank(line) || fence_of(line).is_some() || heading(line).is_some())
        .unwrap_or(lines.len());
    let (summary, rest) = lines.split_at(end);
    let summary: Vec<_> = summary.iter().map(|line| line.trim()).collect();
    let text = |text: String| Some(text).filter(|text| !text.is_empty());
    Doc {
        summary: text(summary.join(" ")),
        explanation: text(rest.join("\n").trim_matches('\n').to_owned()),
    }
}

/// The text of an ATX heading (`# Causes`), if the line is one.
fn heading(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    ((1..=6).contains(&level) && (title.is_empty() || title.starts_with(' ')))
        .then(|| title.trim().trim_end_matches('#').trim())
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::Doc;

    fn doc(summary: Option<&str>, explanation: Option<&str>) -> Doc {
        Doc {
            summary: summary.map(str::to_owned),
            explanation: explanation.map(str::to_owned),
        }
    }

    #[test]
    fn the_first_paragraph_is_the_summary_and_internal_sections_stay_inside() {
        let item: syn::DeriveInput = parse_quote! {
            /// One or more fields
            /// break a constraint.
            ///
            /// # Causes
            /// - A URL is not absolute
            ///
            /// ```text
            /// # Internal
            /// ```
            ///
            /// # Internal
            /// The validator lives on host db-7.
            struct S;
        };
        assert_eq!(
            Doc::read(&item.attrs),
            doc(
                Some("One or more fields break a constraint."),
                Some("# Causes\n- A URL is not absolute\n\n```text\n# Internal\n```"),
            )
        );
    }

    #[test]
    fn whatever_may_be_meant_as_the_internal_heading_counts_as_it() {
        for heading in [
            "# Internal",
            "#Internal",
            "   # Internal",
            "###### INTERNAL ##",
            "# Internal: hosts",
            "# Internal notes",
            "Internal\n========",
            "Internal\n---",
            "- # Internal",
            "> # Internal",
            "1. ## Internal",
            "\t# internal",
        ] {
            for (text, expected) in [
                (
                    format!(" Public\n {heading}\n SECRET"),
                    doc(Some("Public"), None),
                ),
                (
                    format!("Public\n\n{heading}\n\nSECRET\n# Fix\nx"),
                    doc(Some("Public"), None),
                ),
            ] {
                let item: syn::DeriveInput = parse_quote! {
                    #[doc = #text]
                    struct S;
                };
                assert_eq!(Doc::read(&item.attrs), expected, "{text}");
            }
        }
        for text in [
            "```x``` is a span.\n# Internal\nSECRET",
            "~~~\n```\n~~~\n# Internal\nSECRET",
            "```\n# Internal\nSECRET",
        ] {
            let item: syn::DeriveInput = parse_quote! {
                #[doc = #text]
                struct S;
            };
            let read = Doc::read(&item.attrs);
            let public = format!("{:?} {:?}", read.summary, read.explanation);
            assert!(!public.contains("SECRET"), "{public}");
        }
        let item: syn::DeriveInput = parse_quote! {
            /// Internal errors are rare.
            ///
            /// # Internationalization
            /// None.
            struct S;
        };
        assert_eq!(
            Doc::read(&item.attrs),
            doc(
                Some("Internal errors are rare."),
                Some("# Internationalization\nNone.")
            )
        );
    }

    #[test]
    fn block_comments_and_comments_without_a_summary_are_read_too() {
        let block: syn::DeriveInput = parse_quote! {
            /**
             * Gone for good.
             *
             * Since May.
             */
            struct S;
        };
        assert_eq!(
            Doc::read(&block.attrs),
            doc(Some("Gone for good."), Some("Since May."))
        );
        let headed: syn::DeriveInput = parse_quote! {
            /// # Fix
            /// Try again.
            struct S;
        };
        assert_eq!(
            Doc::read(&headed.attrs),
            doc(None, Some("# Fix\nTry again."))
        );
        let bare: syn::DeriveInput = parse_quote! { struct S; };
        assert_eq!(Doc::read(&bare.attrs), doc(None, None));
    }
}
