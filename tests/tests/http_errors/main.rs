//! The enum of `http_errors!`, one error for each status that a framework can answer with.

mod responses;
