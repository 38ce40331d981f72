//! Memory that hosts get, and memory that a request will need.

use crate::failure::Failure;

/// Blocks of memory that a host holds, by address.
///
/// Each is a vector that the module owns and the host writes into between two calls: a range that is inside a block is
/// a slice, any other is an error, and no pointer is ever followed.
#[derive(Debug, Default)]
pub struct Blocks {
    /// Sorted by address, so that a range is found by halving.
    blocks: Vec<(usize, Vec<u8>)>,
}

impl Blocks {
    /// No blocks.
    pub const fn new() -> Self {
        Blocks { blocks: Vec::new() }
    }

    /// Makes a block of `length` octets, all zero; returns its address, or 0 if there is not enough memory.
    pub fn alloc(&mut self, length: usize) -> usize {
        // An empty vector has no address of its own.
        let length = length.max(1);
        let mut block = Vec::new();
        if self.blocks.try_reserve(1).is_err() || block.try_reserve_exact(length).is_err() {
            return 0;
        }
        block.resize(length, 0);
        let address = block.as_mut_ptr().expose_provenance();
        let index = self.blocks.partition_point(|other| other.0 < address);
        self.blocks.insert(index, (address, block));
        address
    }

    /// Gives back the block at an address; `false` if there is none.
    pub fn free(&mut self, address: usize) -> bool {
        let found = self.blocks.binary_search_by_key(&address, |block| block.0);
        found.map(|index| self.blocks.remove(index)).is_ok()
    }

    /// The octets of a range, which must be inside one block.
    pub fn slice(&self, address: usize, length: usize) -> Result<&[u8], Failure> {
        let index = self.blocks.partition_point(|block| block.0 <= address);
        let block = index
            .checked_sub(1)
            .and_then(|index| self.blocks.get(index));
        let range = block.and_then(|(start, octets)| {
            let from = address - start;
            octets.get(from..from.checked_add(length)?)
        });
        range.ok_or_else(|| {
            let message = format!(
                "{length} octets at {address} are not inside a block of alloc that is still in use"
            );
            Failure::new("bad-pointer", message)
        })
    }
}

/// Octets that small work needs: reading options, writing the sentence of an error.
pub(crate) const SMALL: usize = 1 << 17;

/// Makes sure that `octets` of memory can be allocated, and leaves them free.
///
/// A failed allocation inside the standard library is a trap. WebAssembly never gives memory back to its host, so what
/// was there a moment ago is there for the work that follows.
pub fn reserve(octets: usize) -> Result<(), Failure> {
    let mut probe: Vec<u8> = Vec::new();
    let reserved = probe.try_reserve_exact(octets);
    // Otherwise the compiler leaves an allocation out that nothing is written to.
    std::hint::black_box(&mut probe);
    reserved.map_err(|_| Failure::out_of_memory())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_inside_blocks_in_use() {
        let mut blocks = Blocks::new();
        let (one, two) = (blocks.alloc(16), blocks.alloc(0));
        assert!(one != 0 && two != 0 && one != two);
        assert_eq!(blocks.slice(one, 16).unwrap(), [0; 16]);
        assert_eq!(blocks.slice(one + 15, 1).unwrap(), [0]);
        assert!(blocks.slice(one + 16, 0).unwrap().is_empty());
        assert_eq!(blocks.slice(two, 1).unwrap(), [0]);
        for (address, length) in [
            (one, 17),
            (one + 15, 2),
            (0, 0),
            (one - 1, 1),
            (one + 1, usize::MAX),
            (usize::MAX, 1),
        ] {
            let failure = blocks.slice(address, length).unwrap_err();
            assert_eq!(failure.code(), "bad-pointer", "{address} {length}");
        }
        assert!(!blocks.free(one + 1));
        assert!(blocks.free(one));
        assert!(!blocks.free(one));
        assert!(blocks.slice(one, 1).is_err());
        assert!(blocks.free(two));
    }

    #[test]
    fn a_block_that_cannot_be_has_no_address() {
        let mut blocks = Blocks::new();
        assert_eq!(blocks.alloc(usize::MAX), 0);
        assert_eq!(blocks.alloc(isize::MAX.unsigned_abs()), 0);
        assert_eq!(reserve(usize::MAX).unwrap_err().code(), "out-of-memory");
    }
}
