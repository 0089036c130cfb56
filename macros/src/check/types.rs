//! Which type parameters a field's type mentions, and what they are bounded by.

use std::collections::{HashMap, HashSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, Type, TypeParamBound, WherePredicate};

/// The type parameters of a declaration.
pub(crate) struct Parameters {
    /// Each parameter, and whether it is bounded by `PublicText`.
    public: HashMap<String, bool>,
    /// Other types that are bounded by it, such as `T::Item`.
    public_types: HashSet<String>,
}

impl Parameters {
    pub(crate) fn of(generics: &Generics) -> Self {
        let mut parameters = Parameters {
            public: HashMap::new(),
            public_types: HashSet::new(),
        };
        for parameter in generics.type_params() {
            let public = parameter.bounds.iter().any(is_public_text);
            parameters
                .public
                .insert(parameter.ident.to_string(), public);
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
                let ty = text(&predicate.bounded_ty);
                if let Some(public) = parameters.public.get_mut(&ty) {
                    *public = true;
                }
                parameters.public_types.insert(ty);
            }
        }
        parameters
    }

    /// Whether a type mentions any of the parameters.
    pub(crate) fn are_in(&self, ty: &Type) -> bool {
        self.mentioned(ty).next().is_some()
    }

    /// The parameters that a public field of this type needs `PublicText` for and lacks it.
    pub(crate) fn not_public_in(&self, ty: &Type) -> Vec<String> {
        if self.public_types.contains(&text(ty)) {
            return Vec::new();
        }
        let mut lacking: Vec<_> = self
            .mentioned(ty)
            .filter(|name| !self.public[name])
            .collect();
        lacking.sort();
        lacking.dedup();
        lacking
    }

    fn mentioned(&self, ty: &Type) -> impl Iterator<Item = String> + use<'_> {
        idents(ty.to_token_stream())
            .into_iter()
            .filter(|name| self.public.contains_key(name))
    }
}

/// The type inside of an `Option`, if the type is written as one.
pub(crate) fn in_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if last.ident == "Option" => Some(inner),
        _ => None,
    }
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

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
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
