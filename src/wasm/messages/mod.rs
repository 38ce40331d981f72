//! What surrounds a text, for `septet/messages`: a module of its own. Every function takes its arguments as
//! [`arguments`] reads them, and gives JSON.

mod address;
mod arguments;
mod failure;
mod form;
mod keyword;
mod media;
mod message;
mod pace;
mod reply;
mod sender;
mod signature;
mod webhook;
