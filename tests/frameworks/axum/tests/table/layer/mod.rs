//! What the layer promises.

mod clients;
mod concurrent;
mod envelopes;
mod forged_ids;
mod options;
mod positions;
mod request_ids;
mod secrets;
