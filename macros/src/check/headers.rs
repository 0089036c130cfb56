//! Response headers: which may be declared, which a status requires (RFC 9110).

use syn::{LitStr, Type};

use super::types::in_option;
use super::{Context, fields, message};
use crate::ast;
use crate::attr::{At, Attrs, ConstantHeader};
use crate::format;
use crate::header::{check_name, check_value, may_repeat};
use crate::literal;
use crate::model::{RequiredHeader, Source, WrittenHeaders};
use crate::status::{challenge_header, required_header};

/// The constant headers of one place, names in lower case.
pub(crate) fn check_constant(
    context: &Context<'_>,
    headers: &[ConstantHeader],
) -> Vec<(String, String)> {
    let mut checked: Vec<(String, String)> = Vec::new();
    for ConstantHeader { name, value } in headers {
        if let Err(problem) = check_value(&literal::text(value)) {
            context.diagnostics.error(value.span(), problem);
        }
        let Some(lower) = check_header_name(context, name) else {
            continue;
        };
        // This one holds URI templates, whose holes clients fill (RFC 9652).
        if lower != "link-template" {
            check_no_holes(context, value, "a constant header", &literal::text(name));
        }
        if checked.iter().any(|(other, _)| *other == lower) && !may_repeat(&lower) {
            context.diagnostics.error(
                name.span(),
                format!(
                    "the header `{}` appears twice, and it is not known to be a list, which can repeat (RFC 9110, section 5.3): keep one of them",
                    literal::text(name)
                ),
            );
        }
        checked.push((lower, literal::text(value)));
    }
    checked
}

fn check_header_name(context: &Context<'_>, name: &LitStr) -> Option<String> {
    match check_name(&literal::text(name)) {
        Ok(lower) => Some(lower),
        Err(problem) => {
            context.diagnostics.error(name.span(), problem);
            None
        }
    }
}

/// A challenge is a header value, and challenges are the only ones that set their header. `header` is
/// that of the status, if it is known.
pub(crate) fn check_challenges(context: &Context<'_>, attrs: &Attrs, header: Option<&str>) {
    for challenge in &attrs.challenges {
        let text = literal::text(&challenge.value);
        if let Err(problem) = check_value(&text) {
            context.diagnostics.error(challenge.value.span(), problem);
        } else if text.is_empty() {
            context.diagnostics.error(
                challenge.value.span(),
                "`challenge` cannot be empty: write an authentication scheme, as in `challenge = \"Bearer\"`",
            );
        }
        let name = match header {
            Some("proxy-authenticate") => "Proxy-Authenticate",
            _ => "WWW-Authenticate",
        };
        check_no_holes(context, &challenge.value, "`challenge`", name);
    }
    if attrs.challenges.is_empty() {
        return;
    }
    for other in &attrs.constant_headers {
        let name = literal::text(&other.name);
        let is_same = match header {
            Some(header) => name.eq_ignore_ascii_case(header),
            None => CHALLENGE_HEADERS
                .iter()
                .any(|header| name.eq_ignore_ascii_case(header)),
        };
        if is_same {
            context.diagnostics.error(
                other.name.span(),
                format!("`challenge` already sets the header `{name}`: write a second `challenge = \"..\"` instead"),
            );
        }
    }
}

/// The headers that challenges are sent as.
const CHALLENGE_HEADERS: [&str; 2] = ["www-authenticate", "proxy-authenticate"];

/// All constant headers of an error: its own, then those of its type that it does not override.
pub(crate) fn constant(
    context: &Context<'_>,
    variant: &ast::Variant,
    status: Option<u16>,
) -> Vec<(String, String)> {
    let attrs = &variant.attrs;
    let challenge_header = status.and_then(challenge_header);
    let mut headers = check_constant(context, &attrs.constant_headers);
    check_challenges(context, attrs, challenge_header);
    match (attrs.challenges.first(), status, challenge_header) {
        (Some(challenge), Some(status), None) => context.diagnostics.error(
            challenge.key,
            format!("`challenge` requires status 401 or 407, and this error has {status}: write `header(\"WWW-Authenticate\" = \"..\")` if you mean it"),
        ),
        (_, _, Some(name)) => headers.extend(challenges(attrs, name)),
        _ => {}
    }
    let types = &context.declaration.attrs;
    let mut of_type: Vec<_> = types
        .constant_headers
        .iter()
        .map(|header| {
            let name = literal::text(&header.name).to_ascii_lowercase();
            (name, literal::text(&header.value))
        })
        .collect();
    if let Some(name) = challenge_header {
        of_type.extend(challenges(types, name));
    }
    // Any line of the variant overrides all lines of its type.
    of_type.retain(|(name, _)| headers.iter().all(|(other, _)| other != name));
    headers.extend(of_type);
    headers
}

/// The lines of the header that the challenges of one place are sent as.
fn challenges(attrs: &Attrs, name: &str) -> Vec<(String, String)> {
    let line = |challenge: &At<LitStr>| (name.to_owned(), literal::text(&challenge.value));
    attrs.challenges.iter().map(line).collect()
}

/// A constant header shows nothing: what looks like a hole in it would be sent as written.
fn check_no_holes(context: &Context<'_>, literal: &LitStr, what: &str, header: &str) {
    let text = literal::text(literal);
    let Some(hole) = format::hole_in(&text) else {
        return;
    };
    let remedy = match format::name_of(hole) {
        "code" => "write the code itself".to_owned(),
        _ => format!(
            "remove it, or keep the whole value in a field with `#[api_error(header = \"{header}\")]`"
        ),
    };
    context.diagnostics.error(
        literal.span(),
        format!("{what} is the same for every occurrence, so it cannot contain `{hole}`: {remedy}"),
    );
}

/// The headers that the fields of an error write.
pub(crate) fn written(context: &Context<'_>, variant: &ast::Variant) -> Vec<WrittenHeaders> {
    let mut sets = Vec::new();
    let mut single: Vec<WrittenHeaders> = Vec::new();
    for (index, field) in variant.fields.iter().enumerate() {
        if let (Some(header), Some(_)) = (&field.attrs.header, field.attrs.headers) {
            context.diagnostics.error(
                header.key,
                "`header` and `headers` cannot appear on one field: write `header = \"Name\"` for one header, `headers` for a set of them",
            );
        } else if field.attrs.headers.is_some() {
            sets.push(WrittenHeaders {
                field: index,
                name: None,
                repeats: false,
            });
        } else if let Some(header) = &field.attrs.header {
            let Some(lower) = check_header_name(context, &header.value) else {
                continue;
            };
            let is_same = |other: &WrittenHeaders| other.name.as_ref() == Some(&lower);
            if single.iter().any(is_same) && !may_repeat(&lower) {
                context.diagnostics.error(
                    header.value.span(),
                    format!(
                        "another field already sets the header `{}`: keep one of them",
                        literal::text(&header.value)
                    ),
                );
            }
            single.push(WrittenHeaders {
                field: index,
                name: Some(lower),
                repeats: false,
            });
        }
    }
    for index in 0..single.len() {
        let name = &single[index].name;
        let writers = single.iter().filter(|other| other.name == *name).count() + sets.len();
        single[index].repeats = writers > 1 && name.as_deref().is_some_and(may_repeat);
    }
    // A field that is for one header knows better than a set.
    sets.extend(single);
    sets
}

/// The runtime's sets of headers, which have no other use in an error.
const SETS: [&str; 2] = ["RateLimit", "RouterAllow"];

/// That a set of headers is marked: nothing of it would be sent, and nobody would notice. Whether
/// none was forgotten.
pub(crate) fn check_forgotten(
    context: &Context<'_>,
    variant: &ast::Variant,
    source: Option<&Source>,
) -> bool {
    // Who wrote the key to the variant hears of that; a text written by hand may show any field.
    let by_hand = context.declaration.attrs.manual_error.is_some();
    if variant.attrs.has_unread(&["headers"]) || by_hand {
        return true;
    }
    let mut none = true;
    for (index, field) in variant.fields.iter().enumerate() {
        let Some(set) = set_of_headers(&field.ty) else {
            continue;
        };
        let has_use = fields::public_key(&field.attrs).is_some()
            || !field.attrs.unread.is_empty()
            || source.is_some_and(|source| source.field == index)
            || message::may_show(variant, field);
        if has_use {
            continue;
        }
        none = false;
        context.diagnostics.error(
            field.span(),
            format!("this `{set}` is not sent, because the field is not marked: write `#[api_error(headers)]` on it"),
        );
    }
    none
}

/// The name of the runtime's set of headers that a type is, also in an `Option`.
fn set_of_headers(ty: &Type) -> Option<&'static str> {
    let ty = in_option(ty).unwrap_or(ty);
    let path = match ty {
        Type::Group(group) => return set_of_headers(&group.elem),
        Type::Path(path) => path,
        _ => return None,
    };
    let last = path.path.segments.last()?;
    SETS.into_iter().find(|set| last.ident == set)
}

/// That a header which the status requires is there. Where only a set of headers can have it, that
/// is for the compiler to see.
pub(crate) fn check_required(
    context: &Context<'_>,
    variant: &ast::Variant,
    status: u16,
    constant: &[(String, String)],
    written: &[WrittenHeaders],
) -> Option<RequiredHeader> {
    // A framework's error has the headers of the framework's response.
    if context.declaration.http_errors.is_some() {
        return None;
    }
    let (name, value) = required_header(status)?;
    let lower = name.to_ascii_lowercase();
    let types = &context.declaration.attrs;
    if variant.attrs.has_unread(&["header", "challenge"])
        || types.has_unread(&["header", "challenge"])
        || variant
            .fields
            .iter()
            .any(|field| field.attrs.has_unread(&["header", "headers"]))
    {
        return None;
    }
    if constant.iter().any(|(other, _)| *other == lower) {
        return None;
    }
    let mut fields = written
        .iter()
        .filter(|header| header.name.as_ref() == Some(&lower))
        .map(|header| &variant.fields[header.field])
        .peekable();
    if let Some(field) = fields.peek().copied() {
        if fields.all(|field| in_option(&field.ty).is_some()) {
            context.diagnostics.error(
                field.span(),
                format!("status {status} requires the header `{name}` (RFC 9110), and this field can be `None`: write its type without `Option`, or add a constant header for that case"),
            );
        }
        return None;
    }
    let line = match status {
        401 | 407 => format!("challenge = \"{value}\""),
        _ => format!("header(\"{name}\" = \"{value}\")"),
    };
    let problem = format!("status {status} requires the header `{name}` (RFC 9110)");
    let remedy =
        format!("add `{line}` to this error, or `#[api_error(header = \"{name}\")]` to a field");
    // Of a type parameter nothing is known here, and it may lack the header.
    let fields: Vec<usize> = written
        .iter()
        .filter(|header| header.name.is_none())
        .map(|set| set.field)
        .filter(|field| !context.parameters.types_are_in(&variant.fields[*field].ty))
        .collect();
    if fields.is_empty() {
        // A router's own value is right for each path, and a constant would be sent in place of it.
        let router = match status {
            405 => {
                "for the answers of a router, add a field `#[api_error(headers)] RouterAllow` (feature `axum`); otherwise "
            }
            _ => "",
        };
        context
            .diagnostics
            .error(variant.ident.span(), format!("{problem}: {router}{remedy}"));
        return None;
    }
    Some(RequiredHeader {
        fields,
        name,
        message: format!(
            "{problem}, which the `HeaderSet` of this field does not name or, in an `Option`, may lack: {remedy}"
        ),
    })
}
