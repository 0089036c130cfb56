//! Which parameters a field's type mentions, and whether the runtime knows the type.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, Type};

use crate::model::StdType;

/// The parameters of a declaration.
pub(crate) struct Parameters {
    types: HashSet<String>,
    /// The type and const parameters, and `Self` if there are any.
    names: HashSet<String>,
}

impl Parameters {
    pub(crate) fn of(generics: &Generics) -> Self {
        let types = generics.type_params();
        let types: HashSet<_> = types.map(|ty| ty.ident.to_string()).collect();
        let constants = generics.const_params();
        let mut names = types.clone();
        names.extend(constants.map(|constant| constant.ident.to_string()));
        if !names.is_empty() {
            names.insert("Self".to_owned());
        }
        Parameters { types, names }
    }

    /// Whether a type depends on a parameter: what it is is unknown where it is declared.
    pub(crate) fn are_in(&self, ty: &Type) -> bool {
        !self.names.is_empty() && mentions(ty.to_token_stream(), &self.names)
    }

    /// Whether a type mentions a type parameter by its name.
    pub(crate) fn types_are_in(&self, ty: &Type) -> bool {
        !self.types.is_empty() && mentions(ty.to_token_stream(), &self.types)
    }
}

fn mentions(tokens: TokenStream, names: &HashSet<String>) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.contains(&ident.to_string()),
        TokenTree::Group(group) => mentions(group.stream(), names),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
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

/// Whether a type is the runtime's `FrameworkError`, as far as its name tells.
pub(crate) fn is_framework_error(ty: &Type) -> bool {
    match ty {
        Type::Group(group) => is_framework_error(&group.elem),
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| last.ident == "FrameworkError")
        }
        _ => false,
    }
}

/// Whether a type is a report on the fields of a request, as far as its name tells: `garde::Report`,
/// `validator::ValidationErrors`, or one in an `Option`, a `Box` or an `Arc`.
pub(super) fn is_report(ty: &Type) -> bool {
    if let Some(inner) = ["Option", "Box", "Arc"]
        .into_iter()
        .find_map(|name| inside(ty, name))
    {
        return is_report(inner);
    }
    match ty {
        Type::Group(group) => is_report(&group.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            last.arguments.is_none() && (last.ident == "Report" || last.ident == "ValidationErrors")
        }),
        _ => false,
    }
}
