//! `From<FrameworkError>`, and with it `From` for each type of rejection of the frameworks that are on.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::Target;
use super::source::{Code, Source, in_text};
use crate::model::{Kind, Variant};

/// ```text
/// impl From<__e::FrameworkError> for VerifyError {
///     fn from(__error: __e::FrameworkError) -> Self {
///         VerifyError::Http { 0: <HttpError as __e::HoldsFramework>::hold(__error) }
///     }
/// }
/// impl From<__e::FrameworkError> for Box<VerifyError> { .. }
/// __e::impl_rejections! { {} {VerifyError} {} }
/// ```
pub(super) fn expand(target: &Target<'_>, source: &mut Source) {
    let declaration = target.declaration;
    if let Some(http_errors) = declaration.http_errors {
        of_status(target, source);
        if !http_errors.derives_debug {
            debug(target, source);
        }
        return;
    }
    let holder = declaration
        .variants
        .iter()
        .find_map(|variant| match variant.kind {
            Kind::Transparent {
                field,
                framework: true,
            } => Some(hold(target, variant, field)),
            _ => None,
        });
    let is_wrong = declaration
        .wrong
        .as_ref()
        .is_some_and(|wrong| wrong.framework);
    match holder {
        Some(value) => implement(target, &value, source),
        // What is made of a framework's error misses nothing, so that the user reads of the mistake alone.
        None if is_wrong => implement(target, &quote!(::core::unreachable!()), source),
        None => {}
    }
}

impl Target<'_> {
    /// Whether a variant is marked with `framework`.
    pub(super) fn holds_framework(&self) -> bool {
        let mut variants = self.declaration.variants.iter();
        variants.any(|variant| {
            matches!(
                variant.kind,
                Kind::Transparent {
                    framework: true,
                    ..
                }
            )
        })
    }
}

/// The value that holds `__error`. A type that cannot is reported at the field.
fn hold(target: &Target<'_>, variant: &Variant, field: usize) -> TokenStream {
    let constructor = Code::Text(target.constructor(variant)).into_tokens();
    let field = &variant.fields[field];
    let (member, ty) = (&field.member, &field.ty);
    let hold = quote_spanned!(field.here()=> <#ty as __e::HoldsFramework>::hold(__error));
    target.without_self(quote!(#constructor { #member: #hold }))
}

fn implement(target: &Target<'_>, value: &TokenStream, source: &mut Source) {
    let (impl_generics, this) = (&target.impl_generics, &target.this);
    let where_clause = &target.where_clause;
    let of = quote!(::core::convert::From<__e::FrameworkError>);
    source.tokens(&quote! {
        #[automatically_derived]
        impl #impl_generics #of for #this #where_clause {
            fn from(__error: __e::FrameworkError) -> Self {
                #value
            }
        }

        #[automatically_derived]
        impl #impl_generics #of for __e::Box<#this> #where_clause {
            #[inline]
            fn from(__error: __e::FrameworkError) -> Self {
                __e::Box::new(<#this as #of>::from(__error))
            }
        }

        __e::impl_rejections! { {#impl_generics} {#this} {#where_clause} }
    });
}

/// Each error by its status. A status without one has that of its class (RFC 9110, section 15).
///
/// ```text
/// impl From<__e::FrameworkError> for HttpError {
///     fn from(__error: __e::FrameworkError) -> Self {
///         match __error.status().as_u16() {
///             401 => HttpError::Unauthorized { 0: __error },
///             500..=599 => HttpError::InternalServerError { 0: __error },
///             _ => HttpError::BadRequest { 0: __error },
///         }
///     }
/// }
/// ```
fn of_status(target: &Target<'_>, source: &mut Source) {
    let mut arms = String::new();
    if target.declaration.wrong.is_some() {
        arms.push_str("_=> ::core::unreachable!(),");
    } else {
        let (classes, statuses): (Vec<_>, Vec<_>) = target
            .errors()
            .partition(|(_, error)| matches!(error.status, 400 | 500));
        for (variant, error) in statuses.into_iter().chain(classes.into_iter().rev()) {
            let statuses = match error.status {
                400 => "_".to_owned(),
                500 => "500..=599".to_owned(),
                status => status.to_string(),
            };
            let constructor = target.constructor(variant);
            let _ = write!(arms, "{statuses}=>{constructor}{{0:__error}},");
        }
    }
    let ident = in_text(&target.declaration.ident);
    let of = "#[automatically_derived]impl ::core::convert::From<__e::FrameworkError>";
    source.text(&format!(
        "{of} for {ident}{{\
           fn from(__error:__e::FrameworkError)->Self{{match __error.status().as_u16(){{{arms}}}}}\
         }}\
         {of} for __e::Box<{ident}>{{\
           #[inline]fn from(__error:__e::FrameworkError)->Self{{__e::Box::new({ident}::from(__error))}}\
         }}"
    ));
}

/// The name of the variant and what is in it, without an arm for each.
fn debug(target: &Target<'_>, source: &mut Source) {
    let body = "fn fmt(&self,__f:&mut ::core::fmt::Formatter<'_>)-> ::core::fmt::Result\
                {__e::debug_http_error(self,__f)}";
    target.implement("::core::fmt::Debug", Code::Text(body.to_owned()), source);
}
