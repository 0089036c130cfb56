//! A declaration as it is written: syn's items beside what their attributes say.

use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;
use syn::{
    Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Generics, Ident, Index, Lit, LitStr,
    Member, Meta, Type, TypePath,
};

use crate::attr::{self, Attrs, Place, is_thiserror};
use crate::diagnostics::Diagnostics;
use crate::doc::Doc;
use crate::literal;

/// An enum of errors, or a struct that is one.
pub(crate) struct Declaration {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) place: Place,
    /// What the type says; of a struct, only what is about a type.
    pub(crate) attrs: Attrs,
    /// Whether it is `#[deprecated]`.
    pub(crate) is_deprecated: bool,
    /// Whether thiserror's attributes are on it.
    pub(crate) thiserror: bool,
    /// The variants; a struct has itself for its only one.
    pub(crate) variants: Vec<Variant>,
    /// What is known of a type that `http_errors!` declares.
    pub(crate) http_errors: Option<HttpErrors>,
}

/// A type that holds the errors of frameworks, one status in each variant.
#[derive(Clone, Copy)]
pub(crate) struct HttpErrors {
    /// Whether the user derives `Debug`.
    pub(crate) derives_debug: bool,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// Whether it is written without braces or parentheses.
    pub(crate) is_unit: bool,
    pub(crate) attrs: Attrs,
    pub(crate) doc: Doc,
    pub(crate) deprecation: Option<Deprecation>,
    pub(crate) thiserror: Option<Thiserror>,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    pub(crate) attrs: Attrs,
}

/// `#[deprecated(since = "..", note = "..")]`.
#[derive(Clone, Default)]
pub(crate) struct Deprecation {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
}

/// thiserror's `#[error(..)]` on a variant.
pub(crate) enum Thiserror {
    /// `#[error("..")]`
    Text(LitStr),
    /// With arguments, `transparent`, or a function: a text that this derive cannot read.
    Other,
}

impl Declaration {
    /// Reads the input of the derive. Nothing comes of a union.
    pub(crate) fn read(input: &DeriveInput, diagnostics: &Diagnostics) -> Option<Declaration> {
        let mut declaration = Declaration {
            ident: input.ident.clone(),
            generics: input.generics.clone(),
            place: Place::Struct,
            attrs: Attrs::default(),
            is_deprecated: input
                .attrs
                .iter()
                .any(|attribute| attribute.path().is_ident("deprecated")),
            thiserror: input.attrs.iter().any(is_thiserror),
            variants: Vec::new(),
            http_errors: None,
        };
        match &input.data {
            Data::Struct(data) => {
                let variant = Variant::read(
                    &input.ident,
                    &input.attrs,
                    &data.fields,
                    Place::Struct,
                    diagnostics,
                );
                declaration.attrs = take_type_keys(&variant.attrs);
                declaration.variants.push(variant);
            }
            Data::Enum(data) => {
                declaration.place = Place::Enum;
                declaration.attrs = attr::parse(&input.attrs, Place::Enum, diagnostics);
                for variant in &data.variants {
                    declaration.variants.push(Variant::read(
                        &variant.ident,
                        &variant.attrs,
                        &variant.fields,
                        Place::Variant,
                        diagnostics,
                    ));
                }
            }
            Data::Union(data) => {
                diagnostics.error(
                    data.union_token.span,
                    "`ApiError` cannot be derived for a union: write an enum with a variant for each error",
                );
                return None;
            }
        }
        declaration.thiserror |= declaration
            .variants
            .iter()
            .any(|variant| variant.thiserror.is_some());
        Some(declaration)
    }
}

impl Declaration {
    /// The lints that the declaration allows anywhere in it: what is made of it names its types again.
    pub(crate) fn allowed(&self) -> impl Iterator<Item = &TokenStream> {
        let variants = self.variants.iter().flat_map(|variant| {
            let fields = variant.fields.iter().map(|field| &field.attrs);
            fields.chain([&variant.attrs])
        });
        [&self.attrs]
            .into_iter()
            .chain(variants)
            .flat_map(|attrs| &attrs.allowed)
    }

    /// The type's name as it appears in what is made of it. Naming a deprecated type there is not a use of it,
    /// which the compiler knows of names that a derive made.
    pub(crate) fn name_in_impls(&self) -> Ident {
        let mut ident = self.ident.clone();
        if self.is_deprecated {
            ident.set_span(Span::call_site().located_at(ident.span()));
        }
        ident
    }
}

/// A struct is a type and an error in one. What both can say counts as said by the error.
fn take_type_keys(attrs: &Attrs) -> Attrs {
    Attrs {
        envelope: attrs.envelope.clone(),
        rename_all: attrs.rename_all.clone(),
        manual_error: attrs.manual_error,
        manual_response: attrs.manual_response,
        errorbook: attrs.errorbook.clone(),
        ..Attrs::default()
    }
}

impl Variant {
    fn read(
        ident: &Ident,
        attributes: &[Attribute],
        fields: &Fields,
        place: Place,
        diagnostics: &Diagnostics,
    ) -> Variant {
        Variant {
            ident: ident.clone(),
            is_unit: matches!(fields, Fields::Unit),
            attrs: attr::parse(attributes, place, diagnostics),
            doc: Doc::read(attributes),
            deprecation: read_deprecation(attributes),
            thiserror: attributes
                .iter()
                .find(|attribute| is_thiserror(attribute))
                .map(|attribute| {
                    attribute
                        .parse_args()
                        .map_or(Thiserror::Other, Thiserror::Text)
                }),
            fields: fields
                .iter()
                .enumerate()
                .map(|(index, field)| Field {
                    member: match &field.ident {
                        Some(ident) => Member::Named(ident.clone()),
                        None => Member::Unnamed(Index {
                            index: u32::try_from(index).unwrap_or(u32::MAX),
                            span: start(&field.ty),
                        }),
                    },
                    ty: field.ty.clone(),
                    attrs: attr::parse(&field.attrs, Place::Field, diagnostics),
                })
                .collect(),
        }
    }

    /// Whether a key of it or its fields could not be read.
    pub(crate) fn has_unread(&self) -> bool {
        let mut attrs = self
            .fields
            .iter()
            .map(|field| &field.attrs)
            .chain([&self.attrs]);
        attrs.any(|attrs| !attrs.unread.is_empty())
    }

    /// The name of the variant, without `r#`.
    pub(crate) fn name(&self) -> String {
        unraw(&self.ident)
    }

    /// What a message calls the fields.
    pub(crate) fn field_names(&self) -> Vec<String> {
        self.fields.iter().map(Field::name).collect()
    }
}

impl Field {
    /// What a message calls the field: its name, or its position.
    pub(crate) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => unraw(ident),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// Where the field is, for messages: its name; its type, if it has none.
    pub(crate) fn span(&self) -> Span {
        match &self.member {
            Member::Named(ident) => ident.span(),
            Member::Unnamed(_) => start(&self.ty),
        }
    }
}

/// A name without `r#`.
fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(text) => text.to_owned(),
        None => text,
    }
}

/// Where a type begins: a stable compiler joins no spans, so that syn's way to ask, which is a long one,
/// leads to no other.
pub(crate) fn start(ty: &Type) -> Span {
    match ty {
        Type::Path(TypePath {
            qself: None, path, ..
        }) if path.leading_colon.is_none() => path.segments[0].ident.span(),
        _ => ty.span(),
    }
}

pub(crate) fn read_deprecation(attributes: &[Attribute]) -> Option<Deprecation> {
    let attribute = attributes
        .iter()
        .find(|attribute| attribute.path().is_ident("deprecated"))?;
    let mut deprecation = Deprecation::default();
    match &attribute.meta {
        Meta::NameValue(pair) => deprecation.note = text_of(&pair.value),
        Meta::Path(_) => {}
        Meta::List(list) => {
            // A malformed one is rustc's to report.
            let _ = list.parse_nested_meta(|meta| {
                let text: LitStr = meta.value()?.parse()?;
                if meta.path.is_ident("since") {
                    deprecation.since = Some(literal::text(&text));
                } else if meta.path.is_ident("note") {
                    deprecation.note = Some(literal::text(&text));
                }
                Ok(())
            });
        }
    }
    Some(deprecation)
}

fn text_of(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(literal::text(text)),
        _ => None,
    }
}
