//! The memory that JavaScript and this module share: JavaScript writes a text here and reads
//! results, so that no string and no object crosses the border. The only file of the bindings with `unsafe`.
#![allow(
    unsafe_code,
    reason = "what JavaScript writes to has to be a static that changes"
)]

use core::cell::{Cell, UnsafeCell};

use super::{count, saturating_u32, split};
#[cfg(feature = "lines")]
use super::{latin1, lines};
use septet::unstable::{LANES, Ucs2Stride};
use septet::{Utf16Counter, Utf16Cuts};

#[cfg(target_feature = "atomics")]
compile_error!("the scratch memory is for modules of one thread");

/// 16-bit units of text at a time; a longer text comes in pieces.
const UNITS: usize = 1 << 15;
/// Texts counted at a time.
const TEXTS: usize = 1 << 10;

/// Shared memory, and the state that lasts from one piece of a text to the next.
pub(super) struct Scratch {
    /// A text in UTF-16, or a piece of one, or several one after another; a chunk more, so that every text ends
    /// within a chunk of its own.
    pub(super) text: [[u16; LANES]; UNITS / LANES + 1],
    /// Lines of UTF-8: as text they have at most as many units. Or several texts of Latin-1 one after another; a chunk
    /// more, as above.
    #[cfg(feature = "lines")]
    pub(super) octets: [[u8; LANES]; UNITS / LANES + 1],
    /// Segments, units, units per segment, units remaining, and the languages of the locking and the
    /// single shift table; or where and what is wrong.
    pub(super) results: [u32; 6],
    /// Length of each of several texts, in 16-bit units.
    pub(super) lengths: [u32; TEXTS],
    /// Segments of each of several texts.
    pub(super) segments: [u32; TEXTS],
    /// Code units of each of several texts.
    pub(super) units: [u32; TEXTS],
    /// Encoding of each of several texts, 0 for GSM-7 and 1 for UCS-2.
    pub(super) encodings: [u8; TEXTS],
    /// 16-bit units of each segment that ends in the text, and its code units above them.
    /// Two more can end at the end of a text than it has units.
    pub(super) cuts: [u32; UNITS + 2],
    /// The count in progress.
    pub(super) counter: Option<Utf16Counter>,
    /// The stride in progress.
    pub(super) stride: Option<Ucs2Stride>,
    /// The division in progress.
    pub(super) cutter: Option<Utf16Cuts>,
}

struct Shared {
    layout: Cell<[u32; 9]>,
    scratch: UnsafeCell<Scratch>,
}

// SAFETY: the module has one thread; see the error above.
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared {
    layout: Cell::new([0; 9]),
    scratch: UnsafeCell::new(Scratch {
        text: [[0; LANES]; UNITS / LANES + 1],
        #[cfg(feature = "lines")]
        octets: [[0; LANES]; UNITS / LANES + 1],
        results: [0; 6],
        lengths: [0; TEXTS],
        segments: [0; TEXTS],
        units: [0; TEXTS],
        encodings: [0; TEXTS],
        cuts: [0; UNITS + 2],
        counter: None,
        stride: None,
        cutter: None,
    }),
};

/// Exports functions to JavaScript under the names given; each gets the scratch memory. No call leaves a mark that
/// the next one would trip over: JavaScript may end one at any place, when its stack is full.
macro_rules! exports {
    ($($name:literal $path:path[$function:ident]($($argument:ident: $type:ty),*) -> $result:ty;)*) => {$(
        // SAFETY: nothing else in the module has this name.
        #[unsafe(export_name = $name)]
        extern "C" fn $function($($argument: $type),*) -> $result {
            // SAFETY: the only reference. References are made in these functions alone, which nothing in the module calls;
            // it has one thread and imports nothing, so JavaScript cannot call one from within another, and touches
            // the memory between calls only.
            $path(unsafe { &mut *SHARED.scratch.get() }, $($argument),*)
        }
    )*};
}

exports! {
    "layout" layout[export_layout]() -> *const u32;
    "cuts" cuts[export_cuts]() -> *const u32;
    "count" count::count[export_count](length: usize, flags: u32, limits: u32) -> u32;
    "sample" count::sample[export_sample](length: usize, unit: u16, clear: usize, before: u16, after: u16) -> i32;
    "sampleNext" count::sample_next[export_sample_next](clear: usize, before: u16, after: u16) -> i32;
    "countBegin" count::count_begin[export_count_begin](flags: u32, limits: u32) -> u32;
    "countMore" count::count_more[export_count_more](length: usize) -> ();
    "countEnd" count::count_end[export_count_end]() -> u32;
    "countTexts" count::count_texts[export_count_texts](texts: usize, flags: u32, limits: u32) -> usize;
    "cutMore" split::cut_more[export_cut_more](length: usize) -> usize;
    "cutEnd" split::cut_end[export_cut_end]() -> usize;
}

/// The address of a list of addresses and lengths, in the order in which JavaScript reads them.
fn layout(scratch: &mut Scratch) -> *const u32 {
    SHARED.layout.set([
        address(scratch.text.as_flattened()),
        saturating_u32(UNITS),
        address(&scratch.results),
        saturating_u32(TEXTS),
        address(&scratch.lengths),
        address(&scratch.segments),
        address(&scratch.units),
        address(&scratch.encodings),
        saturating_u32(Ucs2Stride::step()),
    ]);
    SHARED.layout.as_ptr().cast()
}

/// The address of the list that [`split`] fills.
fn cuts(scratch: &mut Scratch) -> *const u32 {
    scratch.cuts.as_ptr()
}

/// The address of the memory that [`lines`] and [`latin1`] read.
#[cfg(feature = "lines")]
fn octets(scratch: &mut Scratch) -> *const u8 {
    scratch.octets.as_flattened().as_ptr()
}

#[cfg(feature = "lines")]
exports! {
    "octets" octets[export_octets]() -> *const u8;
    "countLatin1" latin1::count_latin1[export_count_latin1](texts: usize) -> ();
    "countLines" lines::count_lines[export_count_lines](length: usize, is_last: bool, flags: u32, limits: u32) -> usize;
}

fn address<T>(list: &[T]) -> u32 {
    saturating_u32(list.as_ptr() as usize)
}
