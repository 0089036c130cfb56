//! Doc comments, which are an error's public explanation.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta};

use crate::internal::{fence_of, public_lines};
use crate::literal;

/// What a doc comment says to the public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doc {
    /// The first paragraph, its lines joined.
    pub(crate) summary: Option<String>,
    /// What follows it, in Markdown, up to `# Internal`.
    pub(crate) explanation: Option<String>,
    /// A doc attribute that is not a literal, if the first paragraph may be in it or go on in it.
    pub(crate) unread: Option<Unread>,
}

/// The place of a doc attribute whose text only the compiler knows, such as `#[doc = include_str!(..)]`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unread(pub(crate) Span);

impl PartialEq for Unread {
    fn eq(&self, _: &Unread) -> bool {
        true
    }
}

impl Eq for Unread {}

impl Doc {
    /// Reads the doc comment among a declaration's attributes, up to a doc attribute that is not a literal: an
    /// `# Internal` heading could be in that one.
    pub(crate) fn read(attributes: &[Attribute]) -> Doc {
        let mut lines = Vec::new();
        let mut unread = None;
        for attribute in attributes {
            let Meta::NameValue(pair) = &attribute.meta else {
                continue;
            };
            if !pair.path.is_ident("doc") {
                continue;
            }
            let Some(text) = text_of(&pair.value) else {
                unread = Some(Unread(pair.path.span()));
                break;
            };
            push_lines(&literal::text(text), &mut lines);
        }
        unindent(&mut lines);
        let end = public_lines(&lines);
        let is_cut = end < lines.len();
        lines.truncate(end);
        let is_first_paragraph = lines
            .iter()
            .skip_while(|line| line.trim().is_empty())
            .all(|line| !line.trim().is_empty());
        match unread {
            Some(_) if !is_cut && is_first_paragraph => Doc {
                unread,
                ..Doc::default()
            },
            _ => split(&lines),
        }
    }
}

/// The literal that an expression is; what a `macro_rules` passes on is in a group.
fn text_of(expression: &Expr) -> Option<&LitStr> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text),
        Expr::Group(group) => text_of(&group.expr),
        _ => None,
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
        unread: None,
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

    use super::{Doc, Unread};

    fn doc(summary: Option<&str>, explanation: Option<&str>) -> Doc {
        Doc {
            summary: summary.map(str::to_owned),
            explanation: explanation.map(str::to_owned),
            unread: None,
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
    fn nothing_from_a_doc_attribute_on_that_is_not_a_literal_is_public() {
        let unread = Doc {
            unread: Some(Unread(proc_macro2::Span::call_site())),
            ..Doc::default()
        };
        for (item, expected) in [
            (
                parse_quote! {
                    #[doc = concat!("No ", "user")]
                    #[doc = "SECRET"]
                    struct S;
                },
                unread.clone(),
            ),
            (
                parse_quote! {
                    /// A sentence that goes on
                    #[doc = include_str!("rest.md")]
                    struct S;
                },
                unread,
            ),
            (
                parse_quote! {
                    /// Public.
                    ///
                    #[doc = include_str!("rest.md")]
                    /// SECRET
                    struct S;
                },
                doc(Some("Public."), None),
            ),
            (
                parse_quote! {
                    /// Public.
                    /// # Internal
                    #[doc = include_str!("rest.md")]
                    struct S;
                },
                doc(Some("Public."), None),
            ),
        ] {
            let item: syn::DeriveInput = item;
            assert_eq!(Doc::read(&item.attrs), expected);
        }
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
