//! What axum's extractors refuse: as they are, as a `Result` with `?`, and by `errorbook::extract`.

mod bytes;
mod form;
mod headers;
mod json;
mod json_body;
mod json_data;
mod multipart;
mod path;
mod query;
