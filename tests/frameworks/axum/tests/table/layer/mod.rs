//! What the layer promises.

mod clients;
mod concurrent;
mod envelopes;
mod positions;
mod request_ids;
mod secrets;
