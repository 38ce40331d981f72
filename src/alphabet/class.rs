//! Characters by the tables they stand in. Two characters of one class cost the same in every
//! alphabet, so choosing among alphabets needs only the number of characters of each class.

use super::{Alphabet, id, tables};

/// The number of classes; class 0 holds the characters that no table has.
pub(crate) const CLASSES: usize = tables::TABLES.len();

/// A set of characters that stand in exactly the same tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class(u8);

/// The class of a code point, surrogates included: by blocks of 64, of which equal ones share a page.
#[inline]
pub(crate) fn class_of(code_point: u32) -> Class {
    let page = tables::PAGE_OF_BLOCK.get((code_point >> 6) as usize);
    Class(page.map_or(0, |&page| {
        tables::PAGES[usize::from(page)][(code_point & 63) as usize]
    }))
}

impl Class {
    /// The place of this class, in the range `0..CLASSES`.
    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The septets of a character of this class: 1 by the locking table, 2 by the single shift
    /// table, 0 by neither.
    pub(crate) fn units(self, alphabet: Alphabet) -> u8 {
        let (locking, single) = tables::TABLES[self.index()];
        if locking >> id(alphabet.locking) & 1 == 1 {
            1
        } else if single >> id(alphabet.single) & 1 == 1 {
            2
        } else {
            0
        }
    }
}

/// The septets of each class in `alphabet`, 0 where it has none.
#[expect(clippy::cast_possible_truncation, reason = "a class is one octet")]
pub(crate) fn units_by_class(alphabet: Alphabet) -> [u8; CLASSES] {
    core::array::from_fn(|index| Class(index as u8).units(alphabet))
}
