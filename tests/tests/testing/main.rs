//! The feature `testing`: captures of reports, and assertions on whole error responses.

mod assertions;
mod captures;
mod failures;
mod servers;
