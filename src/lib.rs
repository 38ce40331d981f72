//! How a text travels as SMS, before it is sent.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
