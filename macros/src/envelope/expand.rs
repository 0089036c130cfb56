//! Prints a valid template as a type of its own with `Envelope` for it. Every path starts at the
//! runtime's or at `::core`, nothing is imported, so no name of the user's can get in between.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Attribute;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::slot::Slot;
use super::template::{BRACKETED, Element, FieldNames, Header, Key, Member, Node, Piece, Template};
use super::written::Declaration;
use crate::hash::long_hash;

/// ```text
/// #[derive(Clone, Copy, Debug)]
/// pub enum Claims {}
///
/// impl Envelope for Claims {
///     const SHAPE: &'static Shape = {
///         static __SHAPE: Shape = Shape::template(..);
///         &__SHAPE
///     };
/// }
/// ```
pub(super) fn envelope(
    runtime: &TokenStream,
    declaration: &Declaration,
    template: &Template,
) -> TokenStream {
    let Declaration { attrs, vis, name } = declaration;
    let inherited = attrs.iter().filter_map(inherited);
    let printer = Printer {
        private: quote!(#runtime::__private),
    };
    let private = &printer.private;
    let path = format!("::{}", name.unraw());
    let media_type = &template.media_type;
    let headers = template.headers.iter().map(|header| printer.header(header));
    let root = &template.root;
    let fields = printer.fields(template);
    let (beside_details, has_slot_as_key, needs_category) = (
        root.beside_details(),
        root.has_slot_as_key(),
        root.needs_category(),
    );
    let root = printer.node(root);
    let headers: Vec<_> = headers.collect();
    let hash = long_hash(&format!(
        "{name} {media_type} {fields} {} {root}",
        quote!(#(#headers)*)
    ));
    // Lints about the type itself point at its name, not at the whole call.
    let item = quote_spanned!(name.span()=> enum #name {});
    quote! {
        #(#attrs)*
        #[::core::prelude::v1::derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::fmt::Debug,
        )]
        #vis #item

        #(#inherited)*
        #[automatically_derived]
        impl #private::Envelope for #name {
            const SHAPE: &'static #private::Shape = {
                // Its address tells it from all others.
                static __SHAPE: #private::Shape = #private::Shape::template(
                    ::core::concat!(::core::module_path!(), #path),
                    ::core::concat!(::core::file!(), ":", ::core::line!(), ":", ::core::column!()),
                    #media_type,
                    &[#(#headers),*],
                    #private::Template {
                        root: #root,
                        fields: #fields,
                        hash: #hash,
                        needs_category: #needs_category,
                        has_slot_as_key: #has_slot_as_key,
                    },
                );
                &__SHAPE
            };
            const BESIDE_DETAILS: ::core::primitive::u64 = #beside_details;
        }
    }
}

/// What an attribute of the type means for the impl next to it: where the type is configured away
/// the impl goes too, and naming a deprecated type there is no use of it.
fn inherited(attr: &Attribute) -> Option<TokenStream> {
    if attr.path().is_ident("cfg") {
        Some(quote!(#attr))
    } else if attr.path().is_ident("deprecated") {
        Some(quote!(#[allow(deprecated)]))
    } else {
        None
    }
}

struct Printer {
    private: TokenStream,
}

impl Printer {
    /// How the paths of fields are written.
    fn fields(&self, template: &Template) -> TokenStream {
        let private = &self.private;
        let names = match &template.field_names {
            FieldNames::Rust if template.fields == BRACKETED => {
                return quote!(#private::FieldStyle::DEFAULT);
            }
            FieldNames::Rust => quote!(#private::names::rust),
            FieldNames::Case(name) => {
                let name = format_ident!("{name}");
                quote!(#private::names::#name)
            }
            // The function can return any text.
            FieldNames::Function(path) => {
                quote_spanned!(path.span()=> |__name| #private::WireName::into_name(#path(__name)))
            }
        };
        let notation = format_ident!("{}", template.fields);
        quote!(#private::FieldStyle {
            notation: #private::FieldNotation::#notation,
            names: #names,
        })
    }

    fn header(&self, header: &Header) -> TokenStream {
        let private = &self.private;
        let name = &header.name;
        let value = self.pieces(&header.value);
        quote!(#private::BoundHeader { name: #name, value: #value })
    }

    fn node(&self, node: &Node) -> TokenStream {
        let private = &self.private;
        match node {
            Node::Literal(json) => quote!(#private::Node::Literal(#json)),
            Node::Slot(slot) => {
                let slot = self.slot(slot);
                quote!(#private::Node::Slot(#slot))
            }
            Node::Text(pieces) => {
                let pieces = self.pieces(pieces);
                quote!(#private::Node::Text(#pieces))
            }
            Node::Object(members) => {
                let members = members.iter().map(|member| self.member(member));
                quote!(#private::Node::Object(&[#(#members),*]))
            }
            Node::Array(elements) => {
                let elements = elements.iter().map(|element| self.element(element));
                quote!(#private::Node::Array(&[#(#elements),*]))
            }
        }
    }

    fn pieces(&self, pieces: &[Piece]) -> TokenStream {
        let private = &self.private;
        let pieces = pieces.iter().map(|piece| match piece {
            Piece::Literal(text) => quote!(#private::Piece::Literal(#text)),
            Piece::Slot(slot) => {
                let slot = self.slot(slot);
                quote!(#private::Piece::Slot(#slot))
            }
        });
        quote!(&[#(#pieces),*])
    }

    fn member(&self, member: &Member) -> TokenStream {
        let private = &self.private;
        match member {
            Member::Entry {
                key,
                optional,
                value,
            } => {
                let key = self.key(key);
                let value = self.node(value);
                quote!(#private::Member::Entry { key: #key, optional: #optional, value: #value })
            }
            Member::SpreadDetails => quote!(#private::Member::SpreadDetails),
        }
    }

    fn key(&self, key: &Key) -> TokenStream {
        let private = &self.private;
        match key {
            Key::Name(name) => quote!(#private::Key::Name(#name)),
            Key::Slot(slot) => {
                let slot = self.slot(slot);
                quote!(#private::Key::Slot(#slot))
            }
        }
    }

    fn element(&self, element: &Element) -> TokenStream {
        let private = &self.private;
        let optional = element.optional;
        let value = self.node(&element.value);
        quote!(#private::Element { optional: #optional, value: #value })
    }

    fn slot(&self, slot: &Slot) -> TokenStream {
        let private = &self.private;
        let variant = format_ident!("{}", slot.variant);
        match slot.value_name() {
            Some(name) => quote!(#private::Slot::#variant(#name)),
            None => quote!(#private::Slot::#variant),
        }
    }
}
