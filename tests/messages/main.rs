//! The feature `messages`: a message before it is sent, everything that comes back from a provider, and the examples built
//! on both.

mod examples;
mod inbound;
mod outbound;
#[path = "../promises/messages/mod.rs"]
mod promises;
#[path = "../tables/tsv.rs"]
mod tsv;
