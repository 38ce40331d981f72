//! Counting allocates nothing, and everything else no more than it says: a test binary of its own, since it
//! replaces the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use septet::pdu::Reassembler;
use septet::{
    Apply, Boundary, Encoding, Languages, Level, Profile, Segmenter, SmartEncoder, Template,
    Truncator,
};

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    /// Bytes that are held, and the most that were.
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

#[expect(
    unsafe_code,
    reason = "an allocator is an unsafe trait; this one counts and passes on"
)]
// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        HELD.set(HELD.get() + layout.size().cast_signed());
        PEAK.set(PEAK.get().max(HELD.get()));
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.set(HELD.get() - layout.size().cast_signed());
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Allocations of this thread during `work`.
fn allocations<T>(work: impl FnOnce() -> T) -> usize {
    let before = ALLOCATIONS.get();
    std::hint::black_box(work());
    ALLOCATIONS.get() - before
}

#[test]
fn counting_allocates_nothing() {
    assert_eq!(allocations(|| String::from("the counter counts")), 1);
    let texts = ["", "Hello", "a]é€Ω", "中文", "👩‍👩‍👧 e\u{301}", "şğı"].map(|text| text.repeat(300));
    let plain = Segmenter::new();
    let segmenters = [
        plain,
        plain.with_encoding(Encoding::Ucs2),
        plain.with_boundary(Boundary::Grapheme),
        plain.with_profile(Profile::TollFree),
        plain.with_languages(Languages::auto()),
        plain
            .with_languages(Languages::auto())
            .with_boundary(Boundary::Grapheme),
    ];
    for text in &texts {
        assert_eq!(allocations(|| septet::count(text)), 0);
        for segmenter in &segmenters {
            assert_eq!(
                allocations(|| segmenter.count(text)),
                0,
                "{segmenter:?} {text:.20}"
            );
            assert_eq!(
                allocations(|| segmenter.segments(text).unwrap().count()),
                0,
                "{segmenter:?} {text:.20}"
            );
        }
    }
}

/// Bytes held at most during `work` and by what it gives, beside those held before.
fn peak<T>(work: impl FnOnce() -> T) -> usize {
    let before = HELD.get();
    PEAK.set(before);
    std::hint::black_box(work());
    usize::try_from(PEAK.get() - before).unwrap()
}

/// Bytes at most for each byte of a text, whatever is in it. `docs/safety.md` states these bounds.
#[test]
fn memory_is_bounded_by_the_text() {
    const LENGTH: usize = 1 << 16;
    let smart = SmartEncoder::new(Level::Transliteration).with_apply(Apply::Always);
    for unit in [
        "a",
        "]",
        "é",
        "中",
        "🙂",
        "“",
        "e\u{301}",
        "\r\n",
        "https://a.io/b ",
        "ş",
        "{{a}} ",
        "щи ",
    ] {
        let text = unit.repeat(LENGTH / unit.len());
        // Octets are made of 255 segments at most.
        let short = &text[..text.floor_char_boundary(16_000)];
        let is_within = |bound: usize, length: usize, held: usize| {
            assert!(
                held <= bound * length,
                "{unit:?}: {held} over {bound} × {length}"
            );
        };
        let length = text.len();
        is_within(0, length, peak(|| septet::segments(&text).count()));
        is_within(1, length, peak(|| Truncator::new(3).truncate(&text)));
        is_within(64, length, peak(|| septet::analyze(&text)));
        is_within(24, length, peak(|| Template::parse(&text)));
        is_within(32, length, peak(|| smart.encode(&text)));
        // Compositions of every letter are held with their edits.
        is_within(64, length, peak(|| septet::suggest(&text)));
        is_within(128, length, peak(|| septet::analyze(&text).warnings()));
        let octets = || Segmenter::new().user_data(short, 1);
        is_within(4, short.len(), peak(octets));
    }
}

/// Whatever arrives and is never completed, a reassembler holds no more than its bounds allow.
#[test]
fn a_reassembler_holds_what_it_is_allowed() {
    const OCTETS: usize = 1 << 16;
    let part = Segmenter::new()
        .user_data(&"a".repeat(161), 7)
        .unwrap()
        .remove(0);
    let held = peak(|| {
        let mut reassembler = Reassembler::new().with_max_octets(OCTETS);
        for sender in 0..4_000u32 {
            reassembler.insert(sender, part.clone(), u64::from(sender));
        }
        reassembler
    });
    assert!(held <= 4 * OCTETS, "{held} bytes");
}
