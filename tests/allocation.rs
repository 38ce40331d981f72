//! Counting allocates nothing: a test binary of its own, since it replaces the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use septet::{Boundary, Encoding, Languages, Profile, Segmenter};

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

#[expect(
    unsafe_code,
    reason = "an allocator is an unsafe trait; this one counts and passes on"
)]
// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
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
