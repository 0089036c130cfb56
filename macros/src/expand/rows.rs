//! The set of a type's errors, and what is code in their facts.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::Target;
use crate::model::{Code, Error, Field, Kind, Variant};

/// The facts, and the set that they make.
pub(super) fn expand(target: &Target<'_>) -> TokenStream {
    let declaration = target.declaration;
    let name = declaration.ident.unraw().to_string();
    let docs = option(declaration.docs.as_ref());
    let envelope = match &declaration.envelope {
        // One that is less visible than the type is reported at the whole item.
        Some(path) => {
            quote_spanned!(Span::call_site().located_at(path.span())=> type Envelope = #path;)
        }
        None => quote!(
            type Envelope = __e::Problem;
        ),
    };
    let facts = super::facts::expand(target);
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
    // Only an associated constant can mention type parameters.
    let (count, generic) = (errors(target).count(), target.is_generic());
    let (statics, facts, cells) = if generic {
        let cells = quote! {
            static __CELLS: __e::GenericCells = __e::GenericCells::new();
            __CELLS.of(<Self as __e::ErrorSet>::ERRORS.facts)
        };
        (None, quote!(&#facts), quote!({ #cells }))
    } else {
        let statics = quote! {
            static __FACTS: __e::Facts = #facts;
            static __CELLS: [__e::SpecCell; #count] = [const { __e::SpecCell::new() }; #count];
        };
        (Some(statics), quote!(&__FACTS), quote!(&__CELLS))
    };
    let set = target.implement(
        &quote!(__e::ErrorSet),
        &quote! {
            #envelope
            const ERRORS: &'static __e::Errors = &__e::Errors {
                declaration: &__DECLARATION,
                shape: __e::shape_of::<Self>(),
                facts: #facts,
                cells: || #cells,
                generic: #generic,
                nested: &[#(#nested),*],
            };
        },
    );
    quote! {
        static __DECLARATION: __e::Declaration = __e::Declaration {
            module: ::core::module_path!(),
            place: ::core::concat!(::core::file!(), ":", ::core::line!(), ":", ::core::column!()),
            name: #name,
            docs: #docs,
        };
        #statics
        #set
    }
}

/// The variants that are errors of this type's own, in order: their positions are the rows'.
pub(super) fn errors<'a>(target: &'a Target<'_>) -> impl Iterator<Item = (&'a Variant, &'a Error)> {
    target
        .declaration
        .variants
        .iter()
        .filter_map(|variant| match &variant.kind {
            Kind::Error(error) => Some((variant, &**error)),
            Kind::Transparent { .. } => None,
        })
}

/// `__e::MoreFacts { category: Some("claims"), ..__e::MoreFacts::NONE }`, where a variant declares what
/// few do.
pub(super) fn more(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    let mut more = TokenStream::new();
    let mut fact = |name: &str, value: Option<TokenStream>| {
        if let Some(value) = value {
            let name = Ident::new(name, Span::call_site());
            more.extend(quote!(#name: #value,));
        }
    };
    let text = |text: &Option<String>| text.as_ref().map(some);
    if let Code::Number(code) = error.code {
        fact("number", Some(some(Literal::i64_unsuffixed(code))));
    }
    fact("explanation", text(&error.explanation));
    fact("docs", text(&error.docs));
    fact("category", text(&error.category));
    fact("retry_after", error.retry_after.map(number).map(some));
    fact(
        "max_attempts",
        error.max_attempts.map(u64::from).map(number).map(some),
    );
    fact("shared", error.shared.then(|| quote!(true)));
    fact(
        "deprecation",
        error.deprecation.as_ref().map(|deprecation| {
            let (since, note) = (
                option(deprecation.since.as_ref()),
                option(deprecation.note.as_ref()),
            );
            some(quote!(__e::Deprecation::new(#since, #note)))
        }),
    );
    let headers = error
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    fact("headers", list(headers));
    fact(
        "written_headers",
        list(written_headers(target, variant, error)),
    );
    fact("retry_after_field", wait(target, variant, error));
    fact("docs_field", link(target, variant, error).map(some));
    fact(
        "always_waits",
        error.retry_after_field.map(|field| {
            let field = &variant.fields[field];
            let ty = type_in_rows(&field.ty, target);
            quote_spanned!(field.here()=> <#ty as __e::Wait>::ALWAYS)
        }),
    );
    (!more.is_empty()).then(|| quote!(__e::MoreFacts { #more ..__e::MoreFacts::NONE }))
}

fn number(number: u64) -> TokenStream {
    Literal::u64_unsuffixed(number).into_token_stream()
}

fn written_headers(target: &Target<'_>, variant: &Variant, error: &Error) -> Vec<TokenStream> {
    let nothing = TokenStream::new();
    error
        .written_headers
        .iter()
        .map(|headers| {
            let field = &variant.fields[headers.field];
            let ty = type_in_rows(&field.ty, target);
            let write = write_header(
                field,
                headers.name.as_deref(),
                &ty,
                &field.example_binding(),
            );
            let write = with_example(target, field, &write, &nothing);
            let (names, always, value) = match &headers.name {
                Some(name) => (
                    quote!(&[#name]),
                    quote!(&[]),
                    quote!(|| __e::header_value::<#ty>().of()),
                ),
                None => (
                    quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::NAMES),
                    quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::ALWAYS),
                    quote!(|| __e::HeaderValue::ANY),
                ),
            };
            quote!(__e::WrittenHeaders {
                names: #names,
                always: #always,
                example: |__writer| #write,
                value: #value,
            })
        })
        .collect()
}

/// The wait of an example: the marked field's, else that of the first set of headers that can have one:
/// `if <RateLimit as __e::HeaderSet>::CAN_WAIT { Some(|| ..) } else { None }`.
fn wait(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    waiting_fields(error).next()?;
    let none = quote!(::core::option::Option::None);
    let mut wait = TokenStream::new();
    for waiting in waiting_fields(error) {
        let field = &variant.fields[waiting.field];
        let ty = type_in_rows(&field.ty, target);
        let value = read_wait(field, &waiting, &ty, &field.example_binding());
        let example = with_example(target, field, &value, &none);
        let example = some(quote!(|| #example));
        if !waiting.is_set {
            return Some(example);
        }
        let can_wait = quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::CAN_WAIT);
        wait.extend(quote!(if #can_wait { #example } else));
    }
    Some(quote!(#wait { #none }))
}

/// A field that holds an occurrence's own wait.
pub(super) struct Waiting {
    pub(super) field: usize,
    /// Whether it is a set of headers.
    is_set: bool,
}

/// The fields that hold an occurrence's own wait, the marked one first.
pub(super) fn waiting_fields(error: &Error) -> impl Iterator<Item = Waiting> {
    let marked = error.retry_after_field.map(|field| Waiting {
        field,
        is_set: false,
    });
    let sets = error
        .written_headers
        .iter()
        .filter(|headers| headers.name.is_none())
        .map(|headers| Waiting {
            field: headers.field,
            is_set: true,
        });
    marked.into_iter().chain(sets)
}

/// Reads the wait from a field's value. The type is written out, so that a wrong one is reported once.
pub(super) fn read_wait(
    field: &Field,
    waiting: &Waiting,
    ty: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let span = field.here();
    if waiting.is_set {
        quote_spanned!(span=> <#ty as __e::HeaderSet>::retry_after(#value))
    } else {
        quote_spanned!(span=> <#ty as __e::Wait>::wait(#value))
    }
}

fn link(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    let field = &variant.fields[error.docs_field?];
    let probe = field.probe(&field.example_binding());
    let value = quote_spanned! {field.here()=>
        #probe
            .link(__value)
            .map(|__link| ::std::borrow::Cow::Owned(__link.into_owned()))
    };
    let none = quote!(::core::option::Option::None);
    let example = with_example(target, field, &value, &none);
    Some(quote!(|| #example))
}

/// `action` with `__value` bound to the example of a field; `otherwise` where a type parameter has
/// none.
pub(super) fn with_example(
    target: &Target<'_>,
    field: &Field,
    action: &TokenStream,
    otherwise: &TokenStream,
) -> TokenStream {
    let span = field.here();
    if let Some(example) = &field.example {
        // Nobody has looked whether it is an expression: syn would need a feature for that.
        let at = example.clone().into_iter().next();
        let at = at.map_or(span, |token| span.located_at(token.span()));
        let example = quote_spanned!(at=> __e::example_expression!(#example));
        return quote_spanned!(span=> { let __value = &#example; #action });
    }
    let (ty, name) = (type_in_rows(&field.ty, target), &field.name);
    if field.generic {
        return quote_spanned! {span=>
            if let ::core::option::Option::Some(__value) = &__e::example::<#ty>().if_any(#name) {
                #action
            } else {
                #otherwise
            }
        };
    }
    quote_spanned!(span=> { let __value = &__e::example::<#ty>().of(#name); #action })
}

/// Adds a field's value to the details.
pub(super) fn write_detail(field: &Field, name: Option<&str>, value: &TokenStream) -> TokenStream {
    let (span, probe) = (field.here(), field.probe(value));
    match name {
        Some(name) => quote_spanned!(span=> #probe.detail(#name, #value, __writer)),
        None => quote_spanned!(span=> #probe.details(#value, __writer)),
    }
}

/// Writes a field's headers.
pub(super) fn write_header(
    field: &Field,
    name: Option<&str>,
    ty: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let span = field.here();
    match name {
        Some(name) => {
            let probe = field.probe(value);
            quote_spanned!(span=> #probe.header(#name, #value, __writer))
        }
        None => quote_spanned!(span=> <#ty as __e::HeaderSet>::write(#value, __writer)),
    }
}

/// A type as it can be written in the rows. In a static there is no `Self` and no lifetime but
/// `'static`; those that the type itself brings, as in `for<'a> fn(&'a str)`, stay.
pub(super) fn type_in_rows(ty: &Type, target: &Target<'_>) -> TokenStream {
    if target.is_generic() {
        return ty.to_token_stream();
    }
    let ident = &target.declaration.ident;
    let lifetimes: Vec<_> = target
        .declaration
        .generics
        .lifetimes()
        .map(|parameter| parameter.lifetime.ident.clone())
        .collect();
    let arguments = lifetimes.iter().map(|_| quote!('static,));
    let this = quote!(#ident<#(#arguments)*>);
    replace(ty.to_token_stream(), &lifetimes, &this)
}

fn replace(tokens: TokenStream, lifetimes: &[Ident], this: &TokenStream) -> TokenStream {
    let mut replaced = TokenStream::new();
    let mut behind_quote = false;
    for token in tokens {
        let was_behind_quote = std::mem::take(&mut behind_quote);
        match token {
            TokenTree::Ident(ident) if was_behind_quote && lifetimes.contains(&ident) => {
                replaced.extend([TokenTree::Ident(Ident::new("static", ident.span()))]);
            }
            TokenTree::Ident(ident) if ident == "Self" => replaced.extend(this.clone()),
            TokenTree::Group(group) => {
                let inner = replace(group.stream(), lifetimes, this);
                replaced.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
            }
            token => {
                behind_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
                replaced.extend([token]);
            }
        }
    }
    replaced
}

fn some(value: impl ToTokens) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(::core::option::Option::None), some)
}

/// `&[..]`, or nothing for an empty list.
fn list(items: impl IntoIterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<_> = items.into_iter().collect();
    (!items.is_empty()).then(|| quote!(&[#(#items),*]))
}
