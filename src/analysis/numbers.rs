//! Numbers for characters, found in two steps whatever and however many the characters are.

use alloc::vec::Vec;

/// Code points of a page.
const PAGE: usize = 256;

/// A number for each character; 0 until it is given another.
pub(super) struct Numbers {
    /// For each so many code points their page, counted from 1; 0 where no number was asked for yet.
    page_of: Vec<u16>,
    pages: Vec<[usize; PAGE]>,
}

impl Numbers {
    pub(super) fn new() -> Self {
        Numbers {
            page_of: alloc::vec![0; 0x11_0000 / PAGE],
            pages: Vec::new(),
        }
    }

    /// The number of a character.
    #[expect(clippy::cast_possible_truncation, reason = "there are 4,352 pages")]
    pub(super) fn of(&mut self, character: char) -> &mut usize {
        let code_point = u32::from(character) as usize;
        let page = &mut self.page_of[code_point / PAGE];
        if *page == 0 {
            self.pages.push([0; PAGE]);
            *page = self.pages.len() as u16;
        }
        &mut self.pages[usize::from(*page) - 1][code_point % PAGE]
    }
}
