//! Each case is a request over real HTTP and the whole of the responses: from a router without the layer, from the same
//! router with it, and what the observer was told.

mod before;
mod connections;
mod foreign_texts;
mod http2;
mod hyper_service;
mod layer;
mod middleware;
mod panics;
mod passing;
mod proxied;
mod rejections;
mod routing;
mod streams;
mod table;
mod websocket;
