//! Where the lines of a declaration begin.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, token};

pub(super) mod keyword {
    syn::custom_keyword!(fields);
    syn::custom_keyword!(field_names);
    syn::custom_keyword!(header);
}

/// Whether a header line begins here, and not a key that lacks its quotes.
pub(super) fn at_header(input: ParseStream) -> bool {
    let at_name = input.peek2(LitStr) || input.peek2(Ident::peek_any) || input.peek2(Token![=]);
    input.peek(keyword::header) && at_name
}

/// Whether the notation of paths is set here.
pub(super) fn at_fields(input: ParseStream) -> bool {
    input.peek(keyword::fields) && input.peek2(Token![=])
}

/// Whether the case of fields' names is set here.
pub(super) fn at_field_names(input: ParseStream) -> bool {
    input.peek(keyword::field_names) && input.peek2(Token![=])
}

/// Whether a member begins here, as far as two tokens can tell.
pub(super) fn at_member(input: ParseStream) -> bool {
    let mark_or_colon = input.peek2(Token![:]) || input.peek2(Token![?]);
    input.peek(LitStr)
        || input.peek(Token![..])
        || (input.peek(token::Paren) || input.peek(Ident::peek_any)) && mark_or_colon
}
