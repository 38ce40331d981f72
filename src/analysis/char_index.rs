//! A slot for each character, found in two steps whatever and however many the characters are. (A `BTreeMap` takes more
//! steps the more characters there are, and 0.7 KB more of the WebAssembly module after brotli.)

use alloc::vec::Vec;

/// Code points of a page.
const PAGE: usize = 256;

/// A number for each character; 0 until it is set.
pub(super) struct CharIndex {
    /// The page of each range of [`PAGE`] code points, counted from 1; 0 where no slot was asked for yet.
    page_of: Vec<u16>,
    pages: Vec<[usize; PAGE]>,
}

impl CharIndex {
    pub(super) fn new() -> Self {
        CharIndex {
            page_of: alloc::vec![0; 0x11_0000 / PAGE],
            pages: Vec::new(),
        }
    }

    /// The slot of a character.
    #[expect(clippy::cast_possible_truncation, reason = "there are 4,352 pages")]
    pub(super) fn slot(&mut self, character: char) -> &mut usize {
        let code_point = u32::from(character) as usize;
        let page = &mut self.page_of[code_point / PAGE];
        if *page == 0 {
            self.pages.push([0; PAGE]);
            *page = self.pages.len() as u16;
        }
        &mut self.pages[usize::from(*page) - 1][code_point % PAGE]
    }
}
