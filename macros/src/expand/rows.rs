//! The set of a type's errors: the rows, what they have in common, and `ErrorSet`.
//!
//! ```text
//! static __DECLARATION: __e::Declaration = __e::Declaration { name: "ClaimError", .. };
//! static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
//! static __ROWS: [__e::ErrorSpec; 2] = [__e::ErrorSpec { .. }, ..];   // facts.rs
//! impl __e::ErrorSet for ClaimError { .. }
//! ```

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::source::{Code, Source};
use super::{Target, facts};
use crate::hash::hash;
use crate::model::Kind;

pub(super) fn expand(target: &Target<'_>) -> TokenStream {
    let declaration = target.declaration;
    let name = declaration.ident.unraw().to_string();
    let docs = declaration.docs.as_deref().unwrap_or_default();
    let envelope = match &declaration.envelope {
        // One that is less visible than the type is reported at the whole item.
        Some(path) => {
            quote_spanned!(Span::call_site().located_at(path.span())=> type Envelope = #path;)
        }
        None => quote!(
            type Envelope = __e::Problem;
        ),
    };
    let mut rows = Source::default();
    let (mut count, mut names) = (0, name.clone());
    for (variant, error) in target.errors() {
        facts::row(target, variant, error, &mut rows);
        rows.text(",");
        count += 1;
        names.extend([" ", &error.name, " ", &error.code.text()]);
    }
    let rows = rows.finish().into_tokens();
    let hash = Literal::u32_unsuffixed(hash(&names));
    // Only an associated constant can mention type parameters.
    let in_static = !target.has_generic_rows();
    let (statics, in_declaration, rows) = if in_static && count > 0 {
        let count = Literal::usize_unsuffixed(count);
        let statics = quote! {
            static __CACHES: [__e::Cache; #count] = [__e::Cache::EMPTY; #count];
            static __ROWS: [__e::ErrorSpec; #count] = [#rows];
        };
        (
            Some(statics),
            quote!(rows: &__ROWS, caches: &__CACHES),
            quote!(&__ROWS),
        )
    } else {
        (None, quote!(rows: &[], caches: &[]), quote!(&[#rows]))
    };
    let nested = declaration
        .variants
        .iter()
        .filter_map(|variant| match variant.kind {
            Kind::Transparent { field } => {
                let field = &variant.fields[field];
                let ty = &field.ty;
                Some(quote_spanned!(field.here()=> <#ty as __e::ErrorSet>::ERRORS))
            }
            Kind::Error(_) => None,
        });
    let generic = target.is_generic();
    let set = target.implement(
        &quote!(__e::ErrorSet),
        &quote! {
            #envelope
            const ERRORS: &'static __e::Errors = &__e::Errors {
                declaration: &__DECLARATION,
                shape: __e::shape_of::<Self>(),
                rows: #rows,
                generic: #generic,
                nested: &[#(#nested),*],
            };
        },
    );
    let declaration = Code::Text(format!(
        "static __DECLARATION:__e::Declaration=__e::Declaration{{module: ::core::module_path!(),\
         place:__e::here(),name:{name:?},hash:{hash},docs:{docs:?},{in_declaration}}};"
    ))
    .into_tokens();
    quote!(#declaration #statics #set)
}
