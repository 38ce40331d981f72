//! Smart encoding against its data files, the known cases, and its promises over random texts.

mod known_cases;
mod meaning;
mod native;
mod promises;
mod tables;

use std::sync::LazyLock;

use septet::{Apply, Level, Residue, SmartEncoder, smart_encode};

use crate::smart_data::{Rows, levels};

static ROWS: LazyLock<Rows> = LazyLock::new(levels);

/// The letters of `look-alikes.tsv`.
static LOOK_ALIKES: LazyLock<Vec<char>> = LazyLock::new(|| {
    let lines = include_str!("../../data/smart-encoding/look-alikes.tsv").lines();
    let code = |line: &str| u32::from_str_radix(line[2..].split('\t').next().unwrap(), 16).unwrap();
    lines
        .skip(1)
        .map(|line| char::from_u32(code(line)).unwrap())
        .collect()
});

fn level_of(name: &str) -> Level {
    Level::ALL
        .into_iter()
        .find(|level| level.name() == name)
        .unwrap()
}

/// A level applied whatever comes of it.
fn forced(level: Level) -> SmartEncoder {
    SmartEncoder::new(level)
        .with_residue(Residue::Keep)
        .with_apply(Apply::Always)
}

fn plain(text: &str, level: Level) -> String {
    smart_encode(text, level).into_text().into_owned()
}
