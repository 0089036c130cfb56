//! What is done with one field, in a row with its example and in an occurrence with its value.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::Target;
use crate::check::in_option;
use crate::model::{Error, Field, Variant, WrittenHeaders};

/// The wait of an example: the marked field's, else that of the first set of headers that can have one:
/// `if <RateLimit as __e::HeaderSet>::CAN_WAIT { Some(|| ..) } else { None }`.
pub(super) fn wait(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    waiting_fields(error).next()?;
    let none = quote!(::core::option::Option::None);
    let mut wait = TokenStream::new();
    for waiting in waiting_fields(error) {
        let field = &variant.fields[waiting.field];
        let ty = target.type_in_rows(&field.ty);
        if !waiting.is_set && field.example.is_none() && !field.generic {
            return Some(some(
                quote_spanned!(field.here()=> <#ty as __e::Wait>::example),
            ));
        }
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

pub(super) fn link(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    let field = &variant.fields[error.docs_field?];
    let show = field.show(&field.example_binding());
    let value = quote_spanned! {field.here()=>
        #show
            .link(__value)
            .map(|__link| ::std::borrow::Cow::Owned(__link.into_owned()))
    };
    let none = quote!(::core::option::Option::None);
    let example = with_public_example(target, field, Place::Link, &value, &none);
    Some(quote!(|| #example))
}

/// Where a public field appears.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Message,
    /// In a message with a format spec.
    Formatted,
    Detail,
    Details,
    Header,
    Link,
}

impl Place {
    /// The method of the runtime that requires the form for this place.
    fn method(self) -> Ident {
        let name = match self {
            Place::Message => "message",
            Place::Formatted => "formatted",
            Place::Detail => "detail",
            Place::Details => "details",
            Place::Header => "header",
            Place::Link => "link",
        };
        Ident::new(name, Span::call_site())
    }
}

/// `action` with `__value` bound to the example of a public field; `otherwise` where a type parameter has none.
/// Whether the field may be shown in this place is asked here, and nowhere else.
///
/// ```text
/// { let __value = &__e::shown(__e::field::<Claim>().inside()…).detail().of("claim"); .. }
/// ```
pub(super) fn with_public_example(
    target: &Target<'_>,
    field: &Field,
    place: Place,
    action: &TokenStream,
    otherwise: &TokenStream,
) -> TokenStream {
    let span = field.here();
    let (ty, name) = (target.type_in_rows(&field.ty), &field.name);
    let mut method = place.method();
    method.set_span(span);
    if field.generic {
        let check = quote_spanned!(span=> let _ = __e::public_field::<#ty>().#method(););
        if let Some(example) = written_example(target, field, &ty) {
            return quote_spanned!(span=> { #check #example let __value = &__value; #action });
        }
        return quote_spanned! {span=> {
            #check
            if let ::core::option::Option::Some(__value) = &__e::public_example::<#ty>().of(#name) {
                #action
            } else {
                #otherwise
            }
        }};
    }
    let is_std = match place {
        Place::Message | Place::Formatted | Place::Header => field.std_text().is_some(),
        Place::Detail => field.std_type.is_some(),
        Place::Details | Place::Link => false,
    };
    let start = if !is_std {
        let inside = std::iter::repeat_n(quote_spanned!(span=> .inside()), LEVELS);
        quote_spanned!(span=> __e::shown(__e::field::<#ty>()#(#inside)*).#method())
    } else if matches!(place, Place::Formatted | Place::Header) {
        quote_spanned!(span=> __e::std_text::<#ty>())
    } else {
        quote_spanned!(span=> __e::example::<#ty>())
    };
    match written_example(target, field, &ty) {
        Some(example) if is_std && !matches!(place, Place::Formatted | Place::Header) => {
            quote_spanned!(span=> { #example let __value = &__value; #action })
        }
        Some(example) => {
            quote_spanned!(span=> { let _ = #start; #example let __value = &__value; #action })
        }
        None => quote_spanned!(span=> { let __value = &#start.of(#name); #action }),
    }
}

/// How many types the compiler looks at to find out whether a field's type leads to an error.
const LEVELS: usize = 7;

/// The example that a user wrote, as a value of the field's type: `let __value: Option<u64> = Some(7);`. A literal may
/// stand for what is in an `Option`, and one of text for a type that is `From<&str>`.
fn written_example(target: &Target<'_>, field: &Field, ty: &TokenStream) -> Option<TokenStream> {
    let example = &target.in_rows(field.example.clone()?);
    let first = example.clone().into_iter().next();
    let at = first.map_or(field.here(), |token| field.here().located_at(token.span()));
    let value = match Literal::of(example) {
        Literal::Text => quote_spanned!(at=> __e::text(#example)),
        Literal::Other => quote!(#example),
        // A constant can be text, too. Of a reference it is a value of that type in any case.
        Literal::Path if !is_reference(&field.ty) => {
            return Some(quote_spanned!(at=> let __value: #ty = __e::constant(#example);));
        }
        // Nobody has looked whether it is an expression: syn would need a feature for that.
        Literal::Path | Literal::None => {
            let value = quote_spanned!(at=> __e::example_expression!(#example));
            return Some(quote_spanned!(at=> let __value: #ty = #value;));
        }
    };
    let value = match in_option(&field.ty) {
        Some(_) => quote_spanned!(at=> ::core::option::Option::Some(#value)),
        None => value,
    };
    Some(quote_spanned!(at=> let __value: #ty = #value;))
}

fn is_reference(ty: &Type) -> bool {
    match ty {
        // What a `macro_rules` passes on.
        Type::Group(group) => is_reference(&group.elem),
        Type::Paren(paren) => is_reference(&paren.elem),
        ty => matches!(ty, Type::Reference(_)),
    }
}

/// What kind of literal an example is.
enum Literal {
    Text,
    Other,
    /// The path of a constant.
    Path,
    None,
}

impl Literal {
    fn of(example: &TokenStream) -> Literal {
        let tokens: Vec<_> = example.clone().into_iter().collect();
        match tokens.as_slice() {
            // What a `macro_rules` passes on.
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                Literal::of(&group.stream())
            }
            [TokenTree::Literal(literal)] => {
                let text = literal.to_string();
                if text.starts_with(['"', 'r']) {
                    Literal::Text
                } else {
                    Literal::Other
                }
            }
            [TokenTree::Punct(minus), TokenTree::Literal(_)] if minus.as_char() == '-' => {
                Literal::Other
            }
            [TokenTree::Ident(word)] if word == "true" || word == "false" => Literal::Other,
            tokens if tokens.iter().all(is_of_path) => Literal::Path,
            _ => Literal::None,
        }
    }
}

fn is_of_path(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    }
}

/// `action` with `__value` bound to the example of a field whose type decides what clients see of it.
pub(super) fn with_example(
    target: &Target<'_>,
    field: &Field,
    action: &TokenStream,
    otherwise: &TokenStream,
) -> TokenStream {
    let span = field.here();
    let (ty, name) = (target.type_in_rows(&field.ty), &field.name);
    if let Some(example) = written_example(target, field, &ty) {
        return quote_spanned!(span=> { #example let __value = &__value; #action });
    }
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
    let (span, show) = (field.here(), field.show(value));
    match name {
        Some(name) => quote_spanned!(span=> #show.detail(#name, #value, __writer)),
        None => quote_spanned!(span=> #show.details(#value, __writer)),
    }
}

/// What is known of a source that may be a report on the fields of a request. The compiler takes the associated item that
/// `Reported` has for such types, else that of the trait.
pub(super) fn report(target: &Target<'_>, field: &Field, item: &TokenStream) -> TokenStream {
    let span = field.here();
    let ty = target.type_in_rows(&field.ty);
    quote_spanned!(span=> {
        use __e::NotReported as _;
        __e::Reported::<#ty>::#item
    })
}

/// Writes a field's headers.
pub(super) fn write_header(
    field: &Field,
    headers: &WrittenHeaders,
    ty: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let span = field.here();
    match &headers.name {
        Some(name) => {
            let show = field.show(value);
            let write = quote_spanned!(span=> #show.header(#name, #value, __writer));
            if headers.repeats {
                quote_spanned!(span=> __writer.adding(|__writer| #write))
            } else {
                write
            }
        }
        None => quote_spanned!(span=> <#ty as __e::HeaderSet>::write(#value, __writer)),
    }
}

fn some(value: impl ToTokens) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}
