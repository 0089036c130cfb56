//! What fields of a common type share: one function per type and use, where each field of another
//! type has an expression of its own. To find the method that fits a type is what costs the compiler
//! most, and a `String` is a `String` in every variant.
//!
//! ```text
//! fn __message0(__value: &String, __writer: &mut __e::MessageWriter<'_>) {
//!     __e::probe(__value).message(__value, __writer)
//! }
//! ```

use std::cell::RefCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::model::Field;

/// The functions that are asked for so far.
#[derive(Default)]
pub(super) struct Shared {
    functions: RefCell<Vec<Function>>,
}

struct Function {
    prefix: &'static str,
    common_type: String,
    tokens: TokenStream,
}

impl Shared {
    /// Writes a value into the message. A type that has no text is not shared: each field of it is to be
    /// reported.
    pub(super) fn message(&self, field: &Field) -> Option<Ident> {
        let common_type = field.common_type.as_ref()?;
        if ["Duration", "Option", "Vec"]
            .iter()
            .any(|name| common_type.contains(name))
        {
            return None;
        }
        self.function("__message", field, |name, ty, span| {
            quote_spanned! {span=>
                fn #name(__value: &#ty, __writer: &mut __e::MessageWriter<'_>) {
                    __e::probe(__value).message(__value, __writer)
                }
            }
        })
    }

    /// Writes the example of a type into the message.
    pub(super) fn message_example(&self, field: &Field) -> Option<Ident> {
        let message = self.message(field)?;
        self.function("__message_example", field, |name, ty, span| {
            quote_spanned! {span=>
                fn #name(
                    __field: &'static ::core::primitive::str,
                    __writer: &mut __e::MessageWriter<'_>,
                ) {
                    __e::common_example::<#ty>().message(__field, __writer, |__writer| {
                        #message(&__e::example::<#ty>().of(__field), __writer)
                    })
                }
            }
        })
    }

    /// Adds a value to the details.
    pub(super) fn detail(&self, field: &Field) -> Option<Ident> {
        self.function("__detail", field, |name, ty, span| {
            quote_spanned! {span=>
                fn #name(
                    __name: &'static ::core::primitive::str,
                    __value: &#ty,
                    __writer: &mut __e::DetailsWriter<'_>,
                ) {
                    __e::probe(__value).detail(__name, __value, __writer)
                }
            }
        })
    }

    /// Adds the example of a type to the details.
    pub(super) fn detail_example(&self, field: &Field) -> Option<Ident> {
        let detail = self.detail(field)?;
        self.function("__detail_example", field, |name, ty, span| {
            quote_spanned! {span=>
                fn #name(__detail: &__e::Detail, __writer: &mut __e::DetailsWriter<'_>) {
                    __e::common_example::<#ty>().detail(__detail, __writer, |__writer| {
                        let __value = __e::example::<#ty>().of(__detail.field);
                        #detail(__detail.member_name(), &__value, __writer)
                    })
                }
            }
        })
    }

    /// Makes the schema of a type.
    pub(super) fn schema(&self, field: &Field) -> Option<Ident> {
        self.function("__schema", field, |name, ty, span| {
            quote_spanned! {span=>
                fn #name(__schemas: &mut __e::Schemas) -> __e::DetailSchema {
                    __e::schema::<#ty>().of(__schemas)
                }
            }
        })
    }

    /// The functions, once everything has asked for its own.
    pub(super) fn into_functions(self) -> TokenStream {
        self.functions
            .into_inner()
            .into_iter()
            .map(|function| function.tokens)
            .collect()
    }

    /// The function of that use for the field's type, made if it is the first that asks; none for a
    /// type that is not common.
    fn function(
        &self,
        prefix: &'static str,
        field: &Field,
        make: impl FnOnce(&Ident, &TokenStream, Span) -> TokenStream,
    ) -> Option<Ident> {
        let common_type = field.common_type.as_ref()?;
        let mut functions = self.functions.borrow_mut();
        let is_it =
            |function: &Function| function.prefix == prefix && function.common_type == *common_type;
        let known = functions.iter().position(is_it);
        let index = known.unwrap_or(functions.len());
        let name = Ident::new(&format!("{prefix}{index}"), Span::call_site());
        if known.is_none() {
            let tokens = make(&name, &field.ty.to_token_stream(), field.here());
            functions.push(Function {
                prefix,
                common_type: common_type.clone(),
                tokens,
            });
        }
        Some(name)
    }
}
