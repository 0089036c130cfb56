//! What garde and validator find wrong with a request, as clients see it.

mod extractors;
mod garde_reports;
mod names;
mod secrets;
mod validator_errors;
mod variants;
