//! OpenAPI descriptions: exact values of the documents, and that whatever is rendered is valid by
//! them.

#![allow(
    dead_code,
    reason = "the declarations are what is described, no test makes a value of them"
)]

mod arrays;
mod bytes;
mod details;
mod dialects;
mod generated;
mod header_lines;
mod headers;
mod merge;
mod names;
mod operations;
mod private_docs;
mod required;
mod schemas;
mod shapes;
mod versions;
mod wholes;
