//! From a valid declaration to Rust: facts as data, and small methods for what only an occurrence
//! knows. All behaviour is in the runtime.
//!
//! ```text
//! const _: () = {
//!     use ::errorbook::__private as __e;
//!     static __DECLARATION: __e::Declaration = ..;      // rows.rs
//!     static __CACHES: [__e::Cache; 2] = ..;
//!     static __ROWS: [__e::ErrorSpec; 2] = ..;          // facts.rs
//!     impl ErrorSet for VerifyError { .. }
//!     impl Display, Error, From for VerifyError { .. }  // std_impls.rs
//!     impl From<FrameworkError> for VerifyError { .. }  // framework.rs
//!     impl ApiError for VerifyError { .. }              // occurrence.rs
//!     const _: () = __e::check_detail(..);              // checks.rs
//!     __e::impl_adapters! { .. }
//! };
//! ```

mod bounds;
mod checks;
mod facts;
mod fields;
mod framework;
mod generics;
mod occurrence;
mod rows;
mod source;
mod std_impls;

use std::collections::HashMap;
use std::fmt::Write;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Member, Path};

use crate::model::{Declaration, Field, Piece, Variant};

use source::{Code, Source, in_text};

/// The impls of a declaration. One with mistakes has them, too, made of what is right in it: a user reads of all
/// mistakes, types included, and not of everything that misses the impls.
pub(crate) fn expand(declaration: &Declaration) -> TokenStream {
    let where_clause = bounds::where_clause(declaration);
    let (impl_generics, type_generics, _) = declaration.generics.split_for_impl();
    let ident = &declaration.ident;
    let mut target = Target {
        declaration,
        impl_generics: impl_generics.to_token_stream(),
        this: quote!(#ident #type_generics),
        where_clause: where_clause.to_token_stream(),
        has_generic_rows: generics::has_generic_rows(declaration),
    };
    target.where_clause = target.without_self(target.where_clause.clone());
    let mut source = Source::default();
    rows::expand(&target, &mut source);
    std_impls::expand(&target, &mut source);
    framework::expand(&target, &mut source);
    occurrence::expand(&target, &mut source);
    checks::items(&target, &mut source);
    if declaration.makes_response {
        source.code(Code::Tokens(target.adapters()));
    }
    wrap(&declaration.errorbook, &declaration.allowed, source)
}

/// Keeps the names of what is made apart from the user's. Lints are allowed that the declaration allows, and no
/// others: a crate that forbids a lint does not compile beside an `allow` of it.
fn wrap(errorbook: &Path, allowed: &[TokenStream], content: Source) -> TokenStream {
    let mut source = Source::default();
    source.text("use ");
    source.code(Code::Tokens(errorbook.to_token_stream()));
    source.text("::__private as __e;");
    source.code(content.finish());
    let item = source
        .in_braces("#[doc(hidden)]const _:()=")
        .with(";")
        .into_tokens();
    quote!(#(#[allow(#allowed)])* #item)
}

/// The type that everything is made for.
struct Target<'a> {
    declaration: &'a Declaration,
    impl_generics: TokenStream,
    /// The type with its arguments.
    this: TokenStream,
    where_clause: TokenStream,
    /// Whether a row mentions a type or const parameter.
    has_generic_rows: bool,
}

impl Target<'_> {
    /// `impl<..> Trait for Type<..> where .. { content }`
    fn implement(&self, of: &str, content: Code, source: &mut Source) {
        let generics = &self.declaration.generics;
        if generics.params.is_empty() && generics.where_clause.is_none() {
            let ident = in_text(&self.declaration.ident);
            source.text(&format!("#[automatically_derived]impl {of} for {ident}"));
            source.code(content.in_braces(""));
        } else {
            self.implement_here(of, content, source);
        }
    }

    /// As [`implement`](Self::implement), with the type as the user's token: what it lacks is reported there.
    fn implement_here(&self, of: &str, content: Code, source: &mut Source) {
        source.text("#[automatically_derived]impl");
        source.tokens(&self.impl_generics);
        source.text(&format!(" {of} for "));
        source.tokens(&self.this);
        source.tokens(&self.where_clause);
        source.code(content.in_braces(""));
    }

    /// `impl<..> Trait<..> for Type<..> where .. { content }`
    fn implement_tokens(&self, of: &TokenStream, content: &TokenStream, source: &mut Source) {
        let (impl_generics, this) = (&self.impl_generics, &self.this);
        let where_clause = &self.where_clause;
        source.tokens(&quote! {
            #[automatically_derived]
            impl #impl_generics #of for #this #where_clause { #content }
        });
    }

    fn adapters(&self) -> TokenStream {
        let (impl_generics, this, where_clause) =
            (&self.impl_generics, &self.this, &self.where_clause);
        quote!(__e::impl_adapters! { {#impl_generics} {#this} {#where_clause} })
    }

    /// A `match` on `self` with these arms; `rest` is for the variants that have none. Arms that do
    /// the same become one.
    fn match_self(&self, arms: Vec<Arm>, rest: &str) -> Code {
        if arms.is_empty() && self.declaration.declared_variants > 0 {
            return Code::Text(rest.to_owned());
        }
        let rest = (!self.are_all(&arms)).then_some(rest);
        self.match_each(grouped(arms), rest)
    }

    /// A `match` on `self` with these arms as they are.
    fn match_each(&self, arms: Vec<Arm>, rest: Option<&str>) -> Code {
        if self.declaration.declared_variants == 0 {
            return Code::Text("match *self{}".to_owned());
        }
        let mut source = Source::default();
        for Arm { pattern, action } in arms {
            source.text(&pattern);
            source.text("=>");
            source.code(action);
            source.text(",");
        }
        if let Some(rest) = rest {
            source.text("_=>");
            source.text(rest);
            source.text(",");
        }
        source.in_braces("match self")
    }

    /// Whether there is an arm for each variant.
    fn are_all(&self, arms: &[Arm]) -> bool {
        arms.len() == self.declaration.declared_variants
    }

    /// The pattern of a variant that binds these fields: `VerifyError::NotFound{id:__f0,..}`.
    fn pattern(&self, variant: &Variant, fields: impl IntoIterator<Item = usize>) -> String {
        let mut pattern = self.constructor(variant);
        if variant.is_unit {
            return pattern;
        }
        let mut fields: Vec<usize> = fields.into_iter().collect();
        fields.sort_unstable();
        fields.dedup();
        pattern.push('{');
        for index in &fields {
            let (member, binding) = (&variant.fields[*index].member, variant.binding(*index));
            let _ = match member {
                Member::Named(name) => write!(pattern, "{}:{binding},", in_text(name)),
                Member::Unnamed(place) => write!(pattern, "{}:{binding},", place.index),
            };
        }
        if fields.len() < variant.fields.len() || variant.fields.is_empty() {
            pattern.push_str("..");
        }
        pattern.push('}');
        pattern
    }

    /// `VerifyError::NotFound`, or `Self` for a struct. The compiler looks through all variants for what
    /// stands behind `Self::`.
    fn constructor(&self, variant: &Variant) -> String {
        if self.declaration.is_enum {
            let (ident, variant) = (&self.declaration.ident, &variant.ident);
            format!("{}::{}", in_text(ident), in_text(variant))
        } else {
            "Self".to_owned()
        }
    }

    /// Whether a variant is transparent.
    fn nests(&self) -> bool {
        self.errors().count() < self.declaration.variants.len()
    }
}

/// An arm of a `match`.
struct Arm {
    pattern: String,
    action: Code,
}

/// Arms that do the same as one, at the place of the first.
fn grouped(arms: Vec<Arm>) -> Vec<Arm> {
    let mut grouped: Vec<Arm> = Vec::new();
    let mut places = HashMap::new();
    for arm in arms {
        if let Code::Text(action) = &arm.action {
            if let Some(place) = places.get(action) {
                let first: &mut Arm = &mut grouped[*place];
                first.pattern.push('|');
                first.pattern.push_str(&arm.pattern);
                continue;
            }
            places.insert(action.clone(), grouped.len());
        }
        grouped.push(arm);
    }
    grouped
}

impl Variant {
    /// The name that a field is bound to. Errors about the value point at the field's type.
    fn binding(&self, index: usize) -> Ident {
        Ident::new(&format!("__f{index}"), self.fields[index].here())
    }
}

impl Field {
    /// A span that points at the field's type and resolves names where the derive stands.
    fn here(&self) -> Span {
        Span::call_site().located_at(self.span)
    }

    /// A span that points at the field's name, or at the type of a field without one.
    fn place(&self) -> Span {
        match &self.member {
            Member::Named(name) => Span::call_site().located_at(name.span()),
            Member::Unnamed(_) => self.here(),
        }
    }

    /// The name that the field's example is bound to.
    fn example_binding(&self) -> TokenStream {
        Ident::new("__value", self.here()).to_token_stream()
    }

    /// `__e::show(value)`: the start of the way to a method that writes a value of this type.
    fn show(&self, value: &TokenStream) -> TokenStream {
        quote_spanned!(self.here()=> __e::show(#value))
    }

    /// Writes a hole of the message.
    fn write_hole(&self, value: &TokenStream, spec: &str) -> TokenStream {
        let span = self.here();
        if spec.is_empty() {
            let show = self.show(value);
            return quote_spanned!(span=> #show.message(#value, __writer));
        }
        let format = format!("{{:{spec}}}");
        quote_spanned! {span=> {
            let _ = ::core::fmt::Write::write_fmt(__writer, ::core::format_args!(#format, #value));
        }}
    }
}

/// The holes of a message in order: field and format spec.
fn holes(pieces: &[Piece]) -> impl Iterator<Item = (usize, &str)> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Hole { field, spec } => Some((*field, spec.as_str())),
        Piece::Literal(_) => None,
    })
}
