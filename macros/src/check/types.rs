//! Which type parameters a field's type mentions, and what they are bounded by.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, Type, TypeParamBound, WherePredicate};

use crate::model::StdType;

/// The type parameters of a declaration.
pub(crate) struct Parameters {
    names: HashSet<String>,
    /// The parameters that are bounded by `PublicText`, and other such types, as `T::Item`.
    public: Vec<TokenStream>,
}

impl Parameters {
    pub(crate) fn of(generics: &Generics) -> Self {
        let mut parameters = Parameters {
            names: HashSet::new(),
            public: Vec::new(),
        };
        for parameter in generics.type_params() {
            parameters.names.insert(parameter.ident.to_string());
            if parameter.bounds.iter().any(is_public_text) {
                parameters.public.push(parameter.ident.to_token_stream());
            }
        }
        for predicate in generics
            .where_clause
            .iter()
            .flat_map(|clause| &clause.predicates)
        {
            let WherePredicate::Type(predicate) = predicate else {
                continue;
            };
            if predicate.bounds.iter().any(is_public_text) {
                parameters
                    .public
                    .push(predicate.bounded_ty.to_token_stream());
            }
        }
        parameters
    }

    /// Whether a type mentions any of the parameters.
    pub(crate) fn are_in(&self, ty: &Type) -> bool {
        !self.names.is_empty() && self.mentioned(ty).next().is_some()
    }

    /// The types that are bounded by something called `PublicText`. That it is errorbook's is for
    /// the compiler to see.
    pub(crate) fn public(&self) -> &[TokenStream] {
        &self.public
    }

    /// The parameters that a public field of this type needs `PublicText` for and lacks it.
    pub(crate) fn not_public_in(&self, ty: &Type) -> Vec<String> {
        if self.names.is_empty() || self.is_public(&ty.to_token_stream().to_string()) {
            return Vec::new();
        }
        if let Some(projection) = self.projection_in(&ty.to_token_stream()) {
            // What stands behind it is another type, whatever is known of the parameter.
            return vec![projection];
        }
        let mut lacking: Vec<_> = self
            .mentioned(ty)
            .filter(|name| !self.is_public(name))
            .collect();
        lacking.sort();
        lacking.dedup();
        lacking
    }

    /// An associated type of a parameter that a type mentions: `T::Item`, `<T as Trait>::Item`.
    fn projection_in(&self, ty: &TokenStream) -> Option<String> {
        let tokens: Vec<TokenTree> = ty.clone().into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            let behind = tokens[index + 1..].iter().map(ToString::to_string);
            let found = match token {
                TokenTree::Group(group) => self.projection_in(&group.stream()),
                TokenTree::Ident(ident) if self.names.contains(&ident.to_string()) => {
                    let behind: Vec<_> = behind.take(3).collect();
                    match behind.as_slice() {
                        [colon, _, name] if colon == ":" => Some(format!("{ident}::{name}")),
                        [word, ..] if word == "as" => Some(ty.to_string().replace(' ', "")),
                        _ => None,
                    }
                }
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn is_public(&self, ty: &str) -> bool {
        self.public.iter().any(|public| public.to_string() == ty)
    }

    fn mentioned(&self, ty: &Type) -> impl Iterator<Item = String> + use<'_> {
        idents(ty.to_token_stream())
            .into_iter()
            .filter(|name| self.names.contains(name))
    }
}

/// The type inside of an `Option`, if the type is written as one.
pub(crate) fn in_option(ty: &Type) -> Option<&Type> {
    inside(ty, "Option")
}

/// The type inside of another with this name, such as `Box`, if the type is written as one.
pub(crate) fn inside<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let path = match ty {
        // What a `macro_rules` passes on as a type.
        Type::Group(group) => return inside(&group.elem, name),
        Type::Path(path) => path,
        _ => return None,
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if last.ident == name => Some(inner),
        _ => None,
    }
}

/// The type, if the runtime has compiled what is done with it: for the first ones named here it implements `StdText`,
/// for all of them and an `Option` of each `StdDetail`.
pub(super) fn std_type(parameters: &Parameters, ty: &Type) -> Option<StdType> {
    const TEXTS: [&str; 17] = [
        "String",
        "&str",
        "&'static str",
        "Cow<'static,str>",
        "Cow<'_,str>",
        "bool",
        "char",
        "u8",
        "u16",
        "u32",
        "u64",
        "usize",
        "i8",
        "i16",
        "i32",
        "i64",
        "isize",
    ];
    const DETAILS: [&str; 9] = [
        "f32",
        "f64",
        "Vec<String>",
        "Vec<&str>",
        "Vec<&'static str>",
        "Vec<u32>",
        "Vec<u64>",
        "Vec<i32>",
        "Vec<i64>",
    ];
    let text = written(parameters, ty)?;
    let inner = text
        .strip_prefix("Option<")
        .and_then(|inner| inner.strip_suffix('>'))
        .unwrap_or(&text);
    let has_text = TEXTS.contains(&text.as_str());
    (TEXTS.contains(&inner) || DETAILS.contains(&inner)).then_some(StdType { text, has_text })
}

/// A short type with no spaces but those it needs, if it consists of names, none of them a parameter, and of `<`, `>`, `,`, `&`, `'`.
fn written(parameters: &Parameters, ty: &Type) -> Option<String> {
    let mut text = String::new();
    for token in ty.to_token_stream() {
        match token {
            TokenTree::Ident(ident) => {
                let ident = ident.to_string();
                if text.len() > 24 || parameters.names.contains(&ident) {
                    return None;
                }
                if text.ends_with(char::is_alphanumeric) {
                    text.push(' ');
                }
                text.push_str(&ident);
            }
            TokenTree::Punct(punct) if "<>,&'".contains(punct.as_char()) => {
                text.push(punct.as_char());
            }
            _ => return None,
        }
    }
    Some(text)
}

fn is_public_text(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => bound
            .path
            .segments
            .last()
            .is_some_and(|segment| segment.ident == "PublicText"),
        _ => false,
    }
}

fn idents(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => found.push(ident.to_string()),
            TokenTree::Group(group) => found.extend(idents(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}
