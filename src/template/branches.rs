//! The branches of a template: of each `{% if %}` and `{{#if}}` the longest one and the shortest one.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::alphabet::default_units;
use crate::text::utf16_len;

/// The most blocks within each other.
const DEEPEST: usize = 32;

/// Characters of a field, when branches are compared.
const FIELD: usize = 40;

/// A part of a template.
pub(super) enum Part<'t> {
    Text(&'t str),
    /// A place in the names of the fields, and what stands there where a row has no value.
    Field(usize, Option<&'t str>),
}

/// A part as it is kept: the text, or the default of the field, are the literals from the end of the piece before to its
/// own. (A string for each would hold twice as much memory.)
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    kind: Kind,
    end: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Field(usize),
    FieldWithDefault(usize),
}

/// The parts of a template, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pieces {
    literals: String,
    pieces: Vec<Piece>,
}

/// Ranges of the pieces that a text is made of, in order.
pub(super) type Runs = Vec<Range<usize>>;

impl Pieces {
    fn push(&mut self, part: &Part<'_>) {
        let (kind, literal) = match *part {
            Part::Text(text) => (Kind::Text, text),
            Part::Field(field, None) => (Kind::Field(field), ""),
            Part::Field(field, Some(default)) => (Kind::FieldWithDefault(field), default),
        };
        self.literals.push_str(literal);
        let end = self.literals.len();
        self.pieces.push(Piece { kind, end });
    }

    /// Gives each field another place in the names.
    pub(super) fn renumber(&mut self, places: &[usize]) {
        for piece in &mut self.pieces {
            if let Kind::Field(field) | Kind::FieldWithDefault(field) = &mut piece.kind {
                *field = places[*field];
            }
        }
    }

    /// The parts of some runs.
    pub(super) fn parts(&self, runs: &[Range<usize>]) -> impl Iterator<Item = Part<'_>> {
        runs.iter().cloned().flatten().map(|index| {
            let start = index
                .checked_sub(1)
                .map_or(0, |before| self.pieces[before].end);
            let Piece { kind, end } = &self.pieces[index];
            let literal = self.literals.get(start..*end).unwrap_or("");
            match *kind {
                Kind::Text => Part::Text(literal),
                Kind::Field(field) => Part::Field(field, None),
                Kind::FieldWithDefault(field) => Part::Field(field, Some(literal)),
            }
        })
    }

    /// The rank of branches: a character that GSM-7 lacks costs more than any length.
    fn weight(&self, runs: &[Range<usize>]) -> (bool, usize) {
        let lacks = |character: char| default_units(u32::from(character)) == 0;
        let of = |part: Part<'_>| match part {
            Part::Text(text) => (text.chars().any(lacks), utf16_len(text)),
            Part::Field(..) => (false, FIELD),
        };
        self.parts(runs)
            .map(of)
            .fold((false, 0), |sum, one| (sum.0 || one.0, sum.1 + one.1))
    }
}

/// Adds runs to others, as one with the last of them where they go on with it.
fn extend(runs: &mut Runs, more: impl IntoIterator<Item = Range<usize>>) {
    for run in more {
        match runs.last_mut() {
            Some(last) if last.end == run.start => last.end = run.end,
            _ => runs.push(run),
        }
    }
}

/// The pieces of a template, and those with the longest branches and with the shortest.
#[derive(Debug, Default)]
pub(super) struct Branches {
    pub(super) pieces: Pieces,
    pub(super) longest: Runs,
    pub(super) shortest: Runs,
    /// True if there was any block.
    pub(super) has_blocks: bool,
    open: Vec<Block>,
}

/// A block that is not closed yet.
#[derive(Debug)]
struct Block {
    /// The offset of its tag in the text.
    index: usize,
    is_comment: bool,
    has_else: bool,
    /// The pieces before it.
    before: [Runs; 2],
    /// The longest and the shortest of the branches that are done.
    best: Option<[Runs; 2]>,
}

impl Branches {
    pub(super) fn push(&mut self, part: &Part<'_>) {
        let index = self.pieces.pieces.len();
        self.pieces.push(part);
        for runs in [&mut self.longest, &mut self.shortest] {
            extend(runs, core::iter::once(index..index + 1));
        }
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
                Some([mut longest, mut shortest]) => {
                    let [long, short] = branch;
                    if self.pieces.weight(&long) > self.pieces.weight(&longest) {
                        longest = long;
                    }
                    if self.pieces.weight(&short) < self.pieces.weight(&shortest) {
                        shortest = short;
                    }
                    [longest, shortest]
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
        extend(&mut self.longest, longest);
        if block.has_else {
            extend(&mut self.shortest, shortest);
        }
    }

    /// The offset of the first block that was not closed.
    pub(super) fn unclosed(&self) -> Option<usize> {
        self.open.first().map(|block| block.index)
    }
}
