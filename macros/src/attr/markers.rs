//! `#[source]`, `#[from]` and `#[error(..)]`, which other derives read, too.

use proc_macro2::{Span, TokenTree};
use syn::{Attribute, Ident, Meta, Path};

use super::Attrs;
use super::table::{Key, Place, keys_on};
use crate::diagnostics::Diagnostics;

/// `#[source]` or `#[from]`. What else these can be, on a variant for example, is for another derive, if one makes
/// `Error` and `From`.
pub(super) fn read(
    name: &str,
    attribute: &Attribute,
    place: Place,
    attrs: &mut Attrs,
) -> Option<Span> {
    let at = span_of_first(attribute.path());
    let problem = if place != Place::Field {
        format!("`#[{name}]` cannot appear on {place}: write it on the field that holds the cause")
    } else if !matches!(attribute.meta, Meta::Path(_)) {
        format!("`#[{name}]` takes no value: write `#[{name}]` alone")
    } else {
        return Some(at);
    };
    attrs.wrong_markers.push(syn::Error::new(at, problem));
    None
}

/// `#[error(..)]`: on a field it is for `derive_more`, elsewhere for thiserror, unless `#[api_error(..)]` is meant.
pub(super) fn read_error(
    attribute: &Attribute,
    place: Place,
    attrs: &mut Attrs,
    diagnostics: &Diagnostics,
) {
    let Some(word) = first_word(attribute) else {
        return;
    };
    if place != Place::Field {
        if is_own_key(&word) {
            attrs.unread.extend(keys_on(place));
            diagnostics.error(
                word.span(),
                format!(
                    "`{word}` is not a key of `#[error(..)]`: write `#[api_error({word} = ..)]`"
                ),
            );
        }
    } else if word == "source" {
        attrs.source = Some(word.span());
    } else if word == "not" || word == "ignore" {
        attrs.not_source = true;
    }
}

/// Whether it is `#[error("..")]`, `#[error(transparent)]` or the like. `#[error(ignore)]` and `#[error(not(source))]`
/// are those of `derive_more`.
pub(crate) fn is_thiserror(attribute: &Attribute) -> bool {
    attribute.path().is_ident("error")
        && matches!(attribute.meta, Meta::List(_))
        && first_word(attribute).is_none_or(|word| {
            let of_derive_more = ["backtrace", "ignore", "not", "source"];
            !is_own_key(&word) && of_derive_more.iter().all(|other| word != other)
        })
}

/// The word with which the list of an attribute begins.
fn first_word(attribute: &Attribute) -> Option<Ident> {
    let Meta::List(list) = &attribute.meta else {
        return None;
    };
    match list.tokens.clone().into_iter().next() {
        Some(TokenTree::Ident(word)) => Some(word),
        _ => None,
    }
}

/// Whether it is a key of this derive, and none of thiserror's.
fn is_own_key(word: &Ident) -> bool {
    word != "transparent" && Key::find(&word.to_string()).is_some()
}

/// The span of a path's first segment: that of the whole cannot be had on a stable compiler.
pub(super) fn span_of_first(path: &Path) -> Span {
    path.segments
        .first()
        .map_or_else(Span::call_site, |segment| segment.ident.span())
}
