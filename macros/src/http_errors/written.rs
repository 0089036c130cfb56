//! What was written, before anyone asks whether it makes sense.

use proc_macro2::TokenStream;
use syn::{Attribute, Ident, Path, Visibility};

/// The input of `http_errors!`.
pub(super) struct Written {
    /// The path of the errorbook crate.
    pub(super) runtime: Path,
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    /// `envelope = Claims, rename_all = "snake_case"`
    pub(super) keys: TokenStream,
    pub(super) rows: Vec<Row>,
}

/// `NotFound(code = "no_route")`
pub(super) struct Row {
    pub(super) attrs: Vec<Attribute>,
    pub(super) name: Ident,
    pub(super) keys: TokenStream,
}
