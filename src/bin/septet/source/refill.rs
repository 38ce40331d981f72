//! Reading octets that are made block by block.

use std::io::{self, Read};

/// A source of blocks of octets.
pub(super) trait Blocks {
    /// Appends the next block to `out`, which is empty; `false` if nothing follows it. A block may be empty.
    fn next_block(&mut self, out: &mut Vec<u8>) -> io::Result<bool>;
}

/// Reads the octets of blocks, one after another.
pub(super) struct Refilled<B> {
    blocks: B,
    block: Vec<u8>,
    /// Octets of the block that were handed out.
    given: usize,
    is_over: bool,
}

impl<B: Blocks> Refilled<B> {
    pub(super) const fn new(blocks: B) -> Self {
        Refilled {
            blocks,
            block: Vec::new(),
            given: 0,
            is_over: false,
        }
    }
}

impl<B: Blocks> Read for Refilled<B> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.block.len() && !self.is_over {
            self.given = 0;
            self.block.clear();
            self.is_over = !self.blocks.next_block(&mut self.block)?;
        }
        let rest = &self.block[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}
