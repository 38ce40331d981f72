//! What surrounds a text, for `septet/messages`: a module for each task, so that who looks up an error code loads no
//! limits of media. Each has one function that leads to all of its task. (What each would bring to cross the border is
//! as much as many of them have to do.)

#![cfg_attr(
    not(all(feature = "failing", feature = "incoming", feature = "sending")),
    allow(dead_code, reason = "one task reads fewer kinds of arguments than all")
)]

mod arguments;
mod counter;
#[cfg(feature = "failing")]
mod failing;
#[cfg(feature = "incoming")]
mod incoming;
#[cfg(feature = "sending")]
mod sending;
mod terms;

use alloc::string::String;

use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::Answer;
use arguments::{Errors, Given};
use counter::Counter;

/// A function by its name in JavaScript, which gives JSON or a text.
type Function = (&'static str, fn(&mut Given<'_>) -> String);

/// The tasks of this module.
const TASKS: &[&[Function]] = &[
    #[cfg(feature = "failing")]
    failing::FUNCTIONS,
    #[cfg(feature = "incoming")]
    incoming::FUNCTIONS,
    #[cfg(feature = "sending")]
    sending::FUNCTIONS,
];

/// Calls a function with the values that [`arguments`] reads; the name of the function is the first of them.
#[wasm_bindgen]
pub fn call(words: &[u32], octets: &[u8], counter: &Counter) -> Answer {
    let errors = Errors::default();
    let mut given = Given::new(words, octets, counter, &errors);
    let name = given.next().text();
    let mut functions = TASKS.iter().copied().flatten();
    let function = functions.find(|function| function.0 == name);
    let answer = function.map(|function| function.1(&mut given));
    errors.or(answer.unwrap_or_default())
}
