//! The branches of a template: of each `{% if %}` and `{{#if}}` the longest one and the shortest one.

use alloc::string::String;
use alloc::vec::Vec;

use crate::alphabet::default_units;
use crate::text::utf16_len;

/// The most blocks within each other. Each costs another copy of what is in it.
const DEEPEST: usize = 32;

/// Characters of a field, when branches are compared.
const FIELD: usize = 40;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// A place in the names of the fields, and what stands there where a row has no value.
    Field(usize, Option<String>),
}

/// The pieces of a template twice: with the longest branches, and with the shortest.
#[derive(Debug, Default)]
pub(super) struct Branches {
    pub(super) longest: Vec<Piece>,
    pub(super) shortest: Vec<Piece>,
    /// Whether there was any block.
    pub(super) has_blocks: bool,
    open: Vec<Block>,
}

/// A block that is not closed yet.
#[derive(Debug)]
struct Block {
    /// Where its tag is in the text.
    index: usize,
    is_comment: bool,
    has_else: bool,
    /// The pieces before it.
    before: [Vec<Piece>; 2],
    /// The longest and the shortest of the branches that are done.
    best: Option<[Vec<Piece>; 2]>,
}

impl Branches {
    pub(super) fn push(&mut self, piece: Piece) {
        self.shortest.push(piece.clone());
        self.longest.push(piece);
    }

    /// Opens a block; false if there are too many within each other.
    pub(super) fn open(&mut self, index: usize, is_comment: bool) -> bool {
        let before = [
            core::mem::take(&mut self.longest),
            core::mem::take(&mut self.shortest),
        ];
        self.open.push(Block {
            index,
            is_comment,
            has_else: false,
            before,
            best: None,
        });
        self.has_blocks = true;
        self.open.len() <= DEEPEST
    }

    pub(super) fn is_in_block(&self) -> bool {
        !self.open.is_empty()
    }

    /// Ends a branch and begins another; `is_last` says that there is no case in which none of them is taken.
    pub(super) fn next_branch(&mut self, is_last: bool) {
        let branch = [
            core::mem::take(&mut self.longest),
            core::mem::take(&mut self.shortest),
        ];
        if let Some(block) = self.open.last_mut() {
            block.has_else |= is_last;
            block.best = Some(match block.best.take() {
                None => branch,
                Some([longest, shortest]) => {
                    let [long, short] = branch;
                    let longest = if weight(&long) > weight(&longest) {
                        long
                    } else {
                        longest
                    };
                    [
                        longest,
                        if weight(&short) < weight(&shortest) {
                            short
                        } else {
                            shortest
                        },
                    ]
                }
            });
        }
    }

    /// Closes the block that was opened last.
    pub(super) fn close(&mut self) {
        self.next_branch(false);
        let Some(block) = self.open.pop() else {
            return;
        };
        let [longest, shortest] = block.best.unwrap_or_default();
        [self.longest, self.shortest] = block.before;
        if block.is_comment {
            return;
        }
        self.longest.extend(longest);
        if block.has_else {
            self.shortest.extend(shortest);
        }
    }

    /// Where the first block is that was not closed.
    pub(super) fn unclosed(&self) -> Option<usize> {
        self.open.first().map(|block| block.index)
    }
}

/// What branches are compared by: a character that GSM-7 lacks is dearer than any length.
fn weight(pieces: &[Piece]) -> (bool, usize) {
    let ucs2 = |text: &String| {
        text.chars()
            .any(|character| default_units(u32::from(character)) == 0)
    };
    let of = |piece: &Piece| match piece {
        Piece::Text(text) => (ucs2(text), utf16_len(text)),
        Piece::Field(..) => (false, FIELD),
    };
    pieces
        .iter()
        .map(of)
        .fold((false, 0), |sum, one| (sum.0 || one.0, sum.1 + one.1))
}
