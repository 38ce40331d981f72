//! Calls each function once for every text of a fixed list, inside [`measured`] alone: callgrind counts the
//! instructions of each such call (`xtask/src/instructions.rs`). Prints a line for each: its name, a tab, the characters.

#[path = "../../texts/mod.rs"]
mod texts;

use std::hint::black_box;

use septet::pdu::{Dcs, Udhi, UserData};
use septet::{Level, Segmenter, analyze, count, segments, smart_encode, suggest};
use texts::{CLASSES, text};

/// The one function that callgrind looks at.
#[inline(never)]
fn measured(work: &mut dyn FnMut()) {
    work();
}

/// Measures a function, after a call that sets up what the process keeps.
fn measure<T>(name: &str, text: &str, work: impl Fn(&str) -> T) {
    println!("{name}\t{}", text.chars().count());
    black_box(work(black_box(text)));
    measured(&mut || drop(black_box(work(black_box(text)))));
}

fn main() {
    for (class, sample) in CLASSES {
        for characters in [20, 160, 1_000, 100_000] {
            measure(
                &format!("count {class} {characters}"),
                &text(sample, characters),
                count,
            );
        }
    }
    for (class, sample) in CLASSES {
        let text = text(sample, 10_000);
        measure(&format!("chars().count() {class} 10000"), &text, |text| {
            text.chars().count()
        });
    }
    for (class, sample) in CLASSES {
        for characters in [500, 5_000] {
            let text = text(sample, characters);
            let run = |what: &str, work: &dyn Fn(&str) -> usize| {
                measure(&format!("{what} {class} {characters}"), &text, work);
            };
            run("segments", &|text| {
                segments(text).map(|segment| segment.units()).sum()
            });
            run("typography", &|text| {
                smart_encode(text, Level::Typography).text().len()
            });
            run("transliteration", &|text| {
                smart_encode(text, Level::Transliteration).text().len()
            });
            run("analyze", &|text| analyze(text).warnings().len());
            run("suggest", &|text| suggest(text).len());
            let encode = |text: &str| Segmenter::new().user_data(text, 1).unwrap_or_default();
            run("encode", &|text| encode(text).len());
            let sent: Vec<_> = encode(&text)
                .iter()
                .map(|part| (part.dcs(), part.udhi(), part.udl(), part.octets()))
                .collect();
            let read = |(dcs, udhi, udl, octets): &(Dcs, Udhi, u8, Vec<u8>)| {
                UserData::decode(*dcs, *udhi, *udl, octets)
                    .ok()
                    .and_then(|part| part.text())
            };
            run("decode", &|_| {
                sent.iter().filter_map(read).map(|text| text.len()).sum()
            });
        }
    }
}
