//! The rows of the enum: one for each status, and what its error says unless the user writes another text.

use proc_macro2::Ident;

use super::written::{self, Written};
use crate::case::Case;
use crate::diagnostics::Diagnostics;
use crate::nearest::nearest;
use crate::status;

/// The error of a status.
pub(super) struct Row<'a> {
    /// The name, at the user's row, else at the name of the type: there mistakes are reported.
    pub(super) ident: Ident,
    /// The constant of `http::StatusCode`.
    pub(super) constant: &'static str,
    text: &'static str,
    pub(super) written: Option<&'a written::Row>,
}

impl Row<'_> {
    /// The text, unless the user has documented the row.
    pub(super) fn default_doc(&self) -> Option<&'static str> {
        let attrs = self.written.map(|row| &row.attrs);
        let is_documented = attrs
            .into_iter()
            .flatten()
            .any(|attribute| attribute.path().is_ident("doc"));
        (!is_documented).then_some(self.text)
    }
}

/// What the error of each status says: each status that is registered for use (IANA, HTTP Status Code Registry).
#[rustfmt::skip]
static TEXTS: &[(u16, &str)] = &[
    (400, "The request is not valid."),
    (401, "The request requires valid credentials."),
    (402, "The request requires a payment."),
    (403, "The server refuses this request."),
    (404, "The requested resource was not found."),
    (405, "The resource does not support this method."),
    (406, "The resource is not available in a form that the request accepts."),
    (407, "The proxy requires valid credentials."),
    (408, "The request did not arrive in time."),
    (409, "The request conflicts with the current state of the resource."),
    (410, "The resource is no longer available."),
    (411, "The request must have a Content-Length header."),
    (412, "A precondition of the request was not met."),
    (413, "The request body is too large."),
    (414, "The URI of the request is too long."),
    (415, "The format of the request body is not supported."),
    (416, "The requested range is not available."),
    (417, "The expectation in the Expect header cannot be met."),
    (421, "This server does not answer for the requested host."),
    (422, "The content of the request is not valid."),
    (423, "The resource is locked."),
    (424, "A request that this one depends on failed."),
    (425, "The server does not process this request as early data."),
    (426, "The request requires another protocol."),
    (428, "The request must be conditional."),
    (429, "There were too many requests."),
    (431, "The header fields of the request are too large."),
    (451, "The resource is not available for legal reasons."),
    (500, "An unexpected error occurred in the server."),
    (501, "The server does not support what the request requires."),
    (502, "An upstream server sent an invalid response."),
    (503, "The server is overloaded or under maintenance."),
    (504, "An upstream server did not respond in time."),
    (505, "The server does not support the HTTP version of the request."),
    (506, "The server is configured wrongly: its content negotiation does not end."),
    (507, "The server does not have enough storage to complete the request."),
    (508, "The server found an infinite loop while it processed the request."),
    (510, "The request lacks an extension that the server requires."),
    (511, "The network requires authentication before it grants access."),
];

/// All rows in the order of their statuses. The user's are reported if they are not rows of this enum.
pub(super) fn all<'a>(written: &'a Written, diagnostics: &Diagnostics) -> Vec<Row<'a>> {
    check_names(written, diagnostics);
    TEXTS
        .iter()
        .filter_map(|(number, text)| {
            let constant = status::name_of(*number)?;
            let name = variant_name(constant);
            let written_row = written.rows.iter().find(|row| row.name == name);
            let span = written_row.map_or(written.name.span(), |row| row.name.span());
            Some(Row {
                ident: Ident::new(&name, span),
                constant,
                text,
                written: written_row,
            })
        })
        .collect()
}

fn check_names(written: &Written, diagnostics: &Diagnostics) {
    for (index, row) in written.rows.iter().enumerate() {
        let name = row.name.to_string();
        if !is_known(&row.name) {
            let problem = unknown(&name);
            diagnostics.error(row.name.span(), problem);
        } else if written.rows[..index].iter().any(|other| other.name == name) {
            diagnostics.error(
                row.name.span(),
                format!("`{name}` appears twice: keep one of them"),
            );
        }
    }
}

fn unknown(name: &str) -> String {
    if name == "ImATeapot" {
        return "status 418 has no row, because it is reserved and unused (RFC 9110, section 15.5.19): remove it"
            .to_owned();
    }
    let names: Vec<String> = names().collect();
    let renamed = RENAMED.iter().find(|(other, _)| *other == name);
    let near = renamed
        .map(|(_, name)| *name)
        .or_else(|| nearest(name, names.iter().map(String::as_str)));
    match near {
        Some(near) => format!("unknown status `{name}`: did you mean `{near}`?"),
        None => format!(
            "unknown status `{name}`: write the name of a status, as in `NotFound`; an error of your own is a variant of your enum"
        ),
    }
}

/// Other names of statuses, and those of the `http` crate.
const RENAMED: [(&str, &str); 5] = [
    ("ContentTooLarge", "PayloadTooLarge"),
    ("RequestEntityTooLarge", "PayloadTooLarge"),
    ("RequestUriTooLong", "UriTooLong"),
    ("UnprocessableContent", "UnprocessableEntity"),
    ("RequestedRangeNotSatisfiable", "RangeNotSatisfiable"),
];

/// Whether a row has this name.
pub(super) fn is_known(name: &Ident) -> bool {
    names().any(|known| *name == known)
}

/// The name of the row for a status.
pub(super) fn name_of_status(number: u16) -> Option<String> {
    let (number, _) = TEXTS.iter().find(|(other, _)| *other == number)?;
    status::name_of(*number).map(variant_name)
}

fn names() -> impl Iterator<Item = String> {
    TEXTS
        .iter()
        .filter_map(|(number, _)| status::name_of(*number).map(variant_name))
}

/// `NOT_FOUND` → `NotFound`
fn variant_name(constant: &str) -> String {
    Case::Pascal.apply_to_code(constant)
}

#[cfg(test)]
mod tests {
    use super::{TEXTS, name_of_status};
    use crate::status;

    #[test]
    fn each_registered_status_but_418_has_a_row() {
        let registered = status::names().filter(|name| *name != "IM_A_TEAPOT");
        let numbers: Vec<_> = registered.filter_map(status::by_name).collect();
        assert_eq!(
            numbers,
            TEXTS.iter().map(|(number, _)| *number).collect::<Vec<_>>()
        );
        assert_eq!(
            name_of_status(505).as_deref(),
            Some("HttpVersionNotSupported")
        );
        assert_eq!(name_of_status(418), None);
    }

    #[test]
    fn each_text_is_one_short_sentence() {
        for (number, text) in TEXTS {
            assert!(text.ends_with('.') && text.len() < 80, "{number}: {text}");
        }
    }
}
