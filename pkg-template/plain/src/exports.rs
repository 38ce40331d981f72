//! Exports of the module besides its memory.
#![expect(
    unsafe_code,
    reason = "`no_mangle` names an export; two crates that export the same name would clash"
)]

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::answer::Answer;
use crate::columns::{self, Texts};
use crate::failure::Failure;
use crate::memory::{Blocks, SMALL, reserve};
use crate::request;

struct Module {
    blocks: Blocks,
    answer: Answer,
}

static MODULE: Mutex<Module> = Mutex::new(Module {
    blocks: Blocks::new(),
    answer: Answer::new(),
});

/// The state of the module. It has one thread and calls nothing of its host, so nobody else holds the lock.
fn module() -> MutexGuard<'static, Module> {
    MODULE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the number of the contract.
#[unsafe(no_mangle)]
pub extern "C" fn version() -> u32 {
    crate::VERSION
}

/// Gives the host a block of memory; returns its address, or 0 if there is not enough.
#[unsafe(no_mangle)]
pub extern "C" fn alloc(length: usize) -> usize {
    module().blocks.alloc(length)
}

/// Takes a block back; returns 1, or 0 if `alloc` gave none at this address or it was taken back before.
#[unsafe(no_mangle)]
pub extern "C" fn free(address: usize) -> u32 {
    u32::from(module().blocks.free(address))
}

/// Answers a request in JSON; returns the address of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn call(address: usize, length: usize) -> usize {
    let module = &mut *module();
    let blocks = &module.blocks;
    answered(&mut module.answer, |answer| {
        request::respond(blocks.slice(address, length)?, answer)
    })
}

/// Counts many texts of UTF-8: `texts` octets at `address`, cut by `offsets` 32-bit offsets (one more than there are
/// texts) or, if that address is 0, by line feeds; under the options that the JSON object at `options` has. Returns the
/// address of the answer, which is columns.
#[unsafe(no_mangle)]
pub extern "C" fn count_many(
    address: usize,
    texts: usize,
    offsets_address: usize,
    offsets: usize,
    options_address: usize,
    options: usize,
) -> usize {
    let module = &mut *module();
    let blocks = &module.blocks;
    answered(&mut module.answer, |answer| {
        let options = match options_address {
            0 => None,
            _ => Some(blocks.slice(options_address, options)?),
        };
        let octets = blocks.slice(address, texts)?;
        let texts = if offsets_address == 0 {
            Texts::lines(octets)
        } else {
            let length = offsets.saturating_mul(4);
            Texts::between(octets, blocks.slice(offsets_address, length)?)?
        };
        columns::count_many(&texts, options, answer)
    })
}

fn answered(answer: &mut Answer, work: impl FnOnce(&mut Answer) -> Result<(), Failure>) -> usize {
    let result = (answer.begin())
        .and_then(|()| reserve(SMALL))
        .and_then(|()| work(answer));
    answer.finish(result)
}
