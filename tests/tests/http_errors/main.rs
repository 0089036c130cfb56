//! The enum of `http_errors!`, one error for each status that a framework can answer with.

#![allow(
    dead_code,
    reason = "some declarations are described, and no test makes a value of them"
)]

mod catalogs;
mod documents;
mod rejections;
mod responses;
