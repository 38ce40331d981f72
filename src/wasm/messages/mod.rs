//! What surrounds a text, for `septet/messages`: a module for each task, so that who looks up an error code loads no
//! limits of media. Each has one function that leads to all of its task. (What each would bring to cross the border is
//! as much as many of them have to do.)

#![cfg_attr(
    not(all(
        feature = "wasm-failing",
        feature = "wasm-incoming",
        feature = "wasm-sending"
    )),
    allow(dead_code, reason = "one task reads fewer kinds of arguments than all")
)]

mod arguments;
mod counter;
#[cfg(feature = "wasm-failing")]
mod failing;
#[cfg(feature = "wasm-incoming")]
mod incoming;
#[cfg(feature = "wasm-sending")]
mod sending;
mod terms;

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::Answer;
use arguments::{Errors, Given};
use counter::Counter;

/// The answer of a function that a task has: JSON, or a text.
type Task = fn(&str, &mut Given<'_>) -> Option<String>;

/// The tasks of this module.
const TASKS: &[Task] = &[
    #[cfg(feature = "wasm-failing")]
    failing::answer,
    #[cfg(feature = "wasm-incoming")]
    incoming::answer,
    #[cfg(feature = "wasm-sending")]
    sending::answer,
];

/// Calls a function with the values that [`arguments`] reads; the name of the function is the first of them.
#[wasm_bindgen]
pub fn call(words: &[u32], octets: &[u8], counter: &Counter) -> Answer {
    let errors = Errors::default();
    let mut given = Given::new(words, octets, counter, &errors);
    let name = given.next().text();
    let answer = TASKS.iter().find_map(|task| task(name, &mut given));
    errors.or(answer.unwrap_or_default())
}
