//! `http_errors!`: an enum of the errors that frameworks answer with, one for each status.
//!
//! ```text
//! tokens ─▶ parse ─▶ written ─▶ read ─▶ ast::Declaration ─▶ the derive
//!                       └─────▶ item ─▶ the enum
//! ```

mod item;
mod parse;
mod read;
mod rows;
mod written;

use proc_macro2::TokenStream;
use quote::quote;

use crate::derive;
use crate::diagnostics::Diagnostics;

/// The enum that `http_errors!` declares with all its impls, or every mistake of the declaration.
///
/// `input` is `($crate)`, the path of the runtime, and behind it what the user wrote.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let found = Diagnostics::new();
    let written = parse::parse(input, &found);
    let (item, declaration) = match written {
        Some(written) => {
            let rows = rows::all(&written, &found);
            let declaration = read::declaration(&written, &rows, &found);
            (Some(item::item(&written, &rows)), Some(declaration))
        }
        None => (None, None),
    };
    let impls = derive::finish(declaration.as_ref(), found);
    quote!(#item #impls)
}
