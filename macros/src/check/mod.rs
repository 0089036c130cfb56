//! From what is written to what is valid: every rule of a declaration that its tokens can break.

mod code;
mod display;
mod error;
mod fields;
mod headers;
mod holes;
mod link;
mod message;
mod retry;
mod thiserror;
mod transparent;
mod types;

use syn::{Ident, LitStr, Path};

use crate::ast;
use crate::attr::{Attrs, Place};
use crate::case::Case;
use crate::diagnostics::Diagnostics;
use crate::literal;
use crate::model;
use crate::nearest::unknown;

use link::Link;
use types::Parameters;

pub(crate) use types::{in_option, inside, is_framework_error};

/// What is valid of a declaration. Every rule that the rest breaks is reported.
pub(crate) fn check(
    declaration: &ast::Declaration,
    diagnostics: &Diagnostics,
) -> model::Declaration {
    let context = Context {
        diagnostics,
        declaration,
        case: rename_rule(declaration, diagnostics),
        makes_error: !declaration.thiserror && declaration.attrs.manual_error.is_none(),
        docs: link::check(diagnostics, declaration.attrs.docs.as_ref()),
        parameters: Parameters::of(&declaration.generics),
    };
    check_type(&context);
    let mut variants = Vec::new();
    let mut from = Vec::new();
    let mut framework = false;
    for variant in &declaration.variants {
        let before = diagnostics.count();
        let checked = check_variant(&context, variant);
        let is_right = diagnostics.count() == before && !variant.has_unread();
        variants.push((checked, is_right));
        if !is_right {
            let marked = variant
                .fields
                .iter()
                .filter(|field| field.attrs.from.is_some());
            from.extend(marked.map(|field| field.ty.clone()));
            framework |= variant.attrs.framework.is_some();
        }
    }
    code::check_unique(&context, &variants);
    fields::check_from_once(&context);
    transparent::check_framework_once(&context);
    let attrs = &declaration.attrs;
    model::Declaration {
        ident: declaration.name_in_impls(),
        allowed: declaration.allowed().cloned().collect(),
        generics: declaration.generics.clone(),
        is_enum: declaration.place == Place::Enum,
        errorbook: runtime_path(declaration),
        envelope: attrs
            .envelope
            .as_ref()
            .map(|envelope| envelope.value.clone()),
        docs: context
            .docs
            .and_then(|link| link.without_cases().map(str::to_owned)),
        error_maker: match context.makes_error {
            true => model::Maker::This,
            false if declaration.thiserror => model::Maker::Thiserror,
            false => model::Maker::User,
        },
        makes_response: attrs.manual_response.is_none(),
        declared_variants: declaration.variants.len(),
        http_errors: declaration.http_errors,
        wrong: (!diagnostics.is_clean()).then(|| model::Wrong {
            from,
            framework,
            in_type: !attrs.unread.is_empty(),
        }),
        variants: variants
            .into_iter()
            .filter_map(|(checked, is_right)| checked.filter(|_| is_right))
            .collect(),
    }
}

/// What every rule may need to know.
struct Context<'a> {
    diagnostics: &'a Diagnostics,
    declaration: &'a ast::Declaration,
    case: Case,
    /// Whether `Display`, `Error` and `From` are made here.
    makes_error: bool,
    /// The docs link of the type.
    docs: Option<Link>,
    parameters: Parameters,
}

/// Where the runtime is: at `crate = ..`, else where everybody has it.
pub(crate) fn runtime_path(declaration: &ast::Declaration) -> Path {
    match &declaration.attrs.errorbook {
        Some(path) => path.value.clone(),
        None => {
            let name = Ident::new("errorbook", proc_macro2::Span::call_site());
            syn::parse_quote!(::#name)
        }
    }
}

fn rename_rule(declaration: &ast::Declaration, diagnostics: &Diagnostics) -> Case {
    let Some(rule) = &declaration.attrs.rename_all else {
        return Case::ScreamingSnake;
    };
    let name = literal::text(&rule.value);
    Case::find(&name).unwrap_or_else(|| {
        diagnostics.error(rule.value.span(), unknown("rule", &name, Case::names()));
        Case::ScreamingSnake
    })
}

/// What the type says of all its errors.
fn check_type(context: &Context<'_>) {
    let attrs = &context.declaration.attrs;
    check_markers(context, attrs);
    if context.declaration.place == Place::Enum {
        let variants = context.declaration.variants.iter();
        let fields: Vec<_> = variants.flat_map(ast::Variant::field_names).collect();
        headers::check_constant(context, &attrs.constant_headers);
        error::check_types_category(context, &fields);
        headers::check_challenges(context, attrs, None);
        if let Some(message) = &attrs.message {
            thiserror::check_can_be_read(context, message.key);
        }
    }
    if let (Some(manual), true) = (attrs.manual_error, context.declaration.thiserror) {
        context.diagnostics.error(
            manual,
            "`manual(error)` cannot appear beside thiserror, whose derive already makes `Display`, `Error` and `From`: remove it",
        );
    }
}

/// With `manual(error)` another derive may read `#[source]` and `#[from]`, and give them other places and values.
fn check_markers(context: &Context<'_>, attrs: &Attrs) {
    let manual = &context.declaration.attrs;
    if manual.manual_error.is_none() && !manual.has_unread(&["manual"]) {
        for error in &attrs.wrong_markers {
            context.diagnostics.push(error.clone());
        }
    }
}

fn check_variant(context: &Context<'_>, variant: &ast::Variant) -> Option<model::Variant> {
    check_markers(context, &variant.attrs);
    for field in &variant.fields {
        check_markers(context, &field.attrs);
    }
    let fields = fields::read(context, variant);
    let source = fields::source(context, variant);
    let kind = if let Some(transparent) = variant.attrs.transparent {
        transparent::check(context, variant, transparent)?
    } else {
        transparent::check_framework_alone(context, variant);
        model::Kind::Error(Box::new(error::check(context, variant, source.as_ref())?))
    };
    Some(model::Variant {
        ident: variant.ident.clone(),
        is_unit: variant.is_unit,
        fields,
        source,
        kind,
    })
}

/// The text of a literal, which cannot be blank.
fn check_not_empty(diagnostics: &Diagnostics, literal: &LitStr, what: &str) -> Option<String> {
    let text = literal::text(literal);
    if text.trim().is_empty() {
        diagnostics.error(
            literal.span(),
            format!("`{what}` cannot be empty: write a text, or remove the key"),
        );
        return None;
    }
    Some(text)
}
