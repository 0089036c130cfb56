//! The set of a type's errors: the rows, what they have in common, and `ErrorSet`.
//!
//! ```text
//! static __DECLARATION: __e::Declaration = __e::Declaration { name: "ClaimError", .. };
//! static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
//! static __ROWS: [__e::ErrorSpec; 2] = [__e::ErrorSpec { .. }, ..];   // facts.rs
//! impl __e::ErrorSet for ClaimError { .. }
//! ```

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use proc_macro2::Span;
use quote::quote_spanned;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::source::{Code, Source};
use super::{Target, facts};
use crate::hash::hash;
use crate::model::{Declaration, Field, Kind};

pub(super) fn expand(target: &Target<'_>, source: &mut Source) {
    let declaration = target.declaration;
    let name = declaration.ident.unraw().to_string();
    let docs = declaration.docs.as_deref().unwrap_or_default();
    let mut rows = Source::default();
    let (mut count, mut names) = (0, name.clone());
    for (variant, error) in target.errors() {
        facts::row(target, count, variant, error, &mut rows);
        rows.text(",");
        count += 1;
        names.extend([" ", &error.name, " ", &error.code.text()]);
    }
    let hash = told_apart(hash(&names), &names);
    // Only an associated constant can mention type parameters.
    let in_static = count > 0 && !target.has_generic_rows;
    let caches = if in_static { "&__CACHES" } else { "&[]" };
    source.text(&format!(
        "static __DECLARATION:__e::Declaration=__e::Declaration{{module: ::core::module_path!(),\
         place:__e::here(),name:{name:?},hash:{hash},docs:{docs:?},caches:{caches}}};"
    ));
    let mut set = Source::default();
    match &declaration.envelope {
        // One that is less visible than the type is reported at the whole item.
        Some(path) => {
            let span = Span::call_site().located_at(path.span());
            set.tokens(&quote_spanned!(span=> type Envelope = #path;));
        }
        None => set.text("type Envelope=__e::Problem;"),
    }
    // Of enums that nest each other the compiler says, at this constant, that it needs itself.
    let [start, end] = match nested(declaration).next().map(Field::here) {
        Some(at) => [
            Code::Tokens(quote_spanned!(at=> const ERRORS: &'static __e::Errors =)),
            Code::Tokens(quote_spanned!(at=> ;)),
        ],
        None => ["const ERRORS:&'static __e::Errors=", ";"].map(|text| Code::Text(text.to_owned())),
    };
    set.code(start);
    if declaration.wrong.is_some() {
        if in_static {
            write_rows(count, rows, source);
        }
        set.text("__e::NO_ERRORS");
        set.code(end);
        target.implement("__e::ErrorSet", set.finish(), source);
        return;
    }
    let mut errors = Source::default();
    errors.text("declaration:&__DECLARATION,shape:__e::shape_of::<Self>(),rows:");
    if in_static {
        write_rows(count, rows, source);
        errors.text("&__ROWS");
    } else {
        errors.code(rows.in_brackets("&"));
    }
    errors.text(&format!(",generic:{},nested:", target.is_generic()));
    let mut sets = Source::default();
    for field in nested(declaration) {
        let ty = &field.ty;
        sets.tokens(&quote_spanned!(field.here()=> <#ty as __e::Nested>::SET,));
    }
    errors.code(sets.in_brackets("&"));
    set.code(errors.in_braces("&__e::Errors"));
    set.code(end);
    target.implement("__e::ErrorSet", set.finish(), source);
}

/// The fields of the transparent variants.
fn nested(declaration: &Declaration) -> impl Iterator<Item = &Field> {
    declaration
        .variants
        .iter()
        .filter_map(|variant| match variant.kind {
            Kind::Transparent { field, .. } => Some(&variant.fields[field]),
            Kind::Error(_) => None,
        })
}

/// The hash of a declaration. One call of a macro can make several types that have everything in common, place and
/// names included: from the second one on they are counted. Other types keep their hash when one is added ahead of
/// them, so an incremental build keeps what it has of them.
fn told_apart(first: u32, names: &str) -> u32 {
    static SEEN: Mutex<BTreeMap<u32, u32>> = Mutex::new(BTreeMap::new());

    // Only the compiler expands each declaration once.
    if !proc_macro::is_available() {
        return first;
    }
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let count = seen.entry(first).or_default();
    *count += 1;
    match count {
        1 => first,
        count => hash(&format!("{names} {count}")),
    }
}

fn write_rows(count: usize, rows: Source, source: &mut Source) {
    source.text(&format!(
        "static __CACHES:[__e::Cache;{count}]=[__e::Cache::EMPTY;{count}];\
         static __ROWS:[__e::ErrorSpec;{count}]="
    ));
    source.code(rows.in_brackets(""));
    source.text(";");
}
