//! What was written → a declaration, as the derive reads them.

use proc_macro2::Span;
use quote::quote;
use syn::{Attribute, Ident, Index, Member, Meta, Path, Type, TypePath};

use super::rows::Row;
use super::written::Written;
use crate::ast::{self, Declaration, Field, HttpErrors, Variant};
use crate::attr::{self, At, Attrs, Place, Status};
use crate::diagnostics::Diagnostics;
use crate::doc::Doc;

pub(super) fn declaration(
    written: &Written,
    rows: &[Row<'_>],
    diagnostics: &Diagnostics,
) -> Declaration {
    let mut attrs = attr::parse_keys(written.keys.clone(), Place::HttpErrors, diagnostics);
    attrs.allowed = attr::parse(&written.attrs, Place::HttpErrors, diagnostics).allowed;
    if let Some(at) = attrs.manual_error.take() {
        diagnostics.error(
            at,
            "`manual(error)` cannot appear on the type of `http_errors!`, whose source is always the framework's error: remove it",
        );
    }
    attrs.errorbook = Some(At {
        key: Span::call_site(),
        value: written.runtime.clone(),
    });
    // Outside of a derive, the impls use what is deprecated.
    let all_attributes = [&written.attrs].into_iter().chain(
        rows.iter()
            .filter_map(|row| row.written)
            .map(|row| &row.attrs),
    );
    if all_attributes.flatten().any(is_deprecated) {
        attrs.allowed.push(quote!(deprecated));
    }
    Declaration {
        ident: written.name.clone(),
        generics: syn::Generics::default(),
        place: Place::Enum,
        attrs,
        is_deprecated: written.attrs.iter().any(is_deprecated),
        thiserror: false,
        variants: rows
            .iter()
            .map(|row| variant(written, row, diagnostics))
            .collect(),
        http_errors: Some(HttpErrors {
            derives_debug: derives_debug(written),
        }),
    }
}

fn is_deprecated(attribute: &Attribute) -> bool {
    attribute.path().is_ident("deprecated")
}

fn variant(written: &Written, row: &Row<'_>, diagnostics: &Diagnostics) -> Variant {
    let (mut attrs, deprecation) = match row.written {
        Some(written) => {
            let keys = written.keys.clone();
            let mut attrs = attr::parse_keys(keys, Place::HttpError, diagnostics);
            attrs.allowed = attr::parse(&written.attrs, Place::HttpError, diagnostics).allowed;
            (attrs, ast::read_deprecation(&written.attrs))
        }
        None => (Attrs::default(), None),
    };
    attrs.status = Some(At {
        key: row.ident.span(),
        value: Status::Name(Ident::new(row.constant, row.ident.span())),
    });
    let doc = match (row.default_doc(), row.written) {
        (Some(text), _) => Doc {
            summary: Some(text.to_owned()),
            ..Doc::default()
        },
        (None, Some(written)) => Doc::read(&written.attrs),
        (None, None) => Doc::default(),
    };
    Variant {
        ident: row.ident.clone(),
        is_unit: false,
        attrs,
        doc,
        deprecation,
        thiserror: None,
        fields: vec![field(&written.runtime, row.ident.span())],
    }
}

/// The framework's error.
fn field(runtime: &Path, span: Span) -> Field {
    let mut path = runtime.clone();
    path.segments
        .push(Ident::new("FrameworkError", span).into());
    Field {
        member: Member::Unnamed(Index { index: 0, span }),
        ty: Type::Path(TypePath {
            attrs: Vec::new(),
            qself: None,
            path,
        }),
        attrs: Attrs {
            source: Some(span),
            ..Attrs::default()
        },
    }
}

/// Whether the user derives `Debug`, which is otherwise implemented here.
fn derives_debug(written: &Written) -> bool {
    let mut derives = written
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"));
    derives.any(|attribute| {
        let Meta::List(list) = &attribute.meta else {
            return false;
        };
        let mut tokens = list.tokens.clone().into_iter();
        tokens.any(|token| token.to_string() == "Debug")
    })
}
