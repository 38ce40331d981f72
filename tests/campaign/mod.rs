//! Rows of a made-up campaign, the same for the same seed: names and texts in many languages, emoji, what word
//! processors put into texts, commas, quotes and line breaks. `cargo xtask data` writes them into a file.

mod words;

use std::fmt::Write as _;

use words::{CITIES, EMOJI, LANGUAGES, Language, PASTED};

/// The names of the columns, as the first line of a CSV file.
pub(crate) const HEADER: &str = "id,phone,name,city,language,text\n";

/// Rows of one seed, each as a line of CSV.
pub(crate) struct Campaign {
    state: u64,
    id: u64,
}

impl Campaign {
    /// The rows of a seed, from the first one on; there is no last one.
    pub(crate) const fn new(seed: u64) -> Self {
        Campaign { state: seed, id: 0 }
    }

    /// Appends the next row to `out`.
    pub(crate) fn write_row(&mut self, out: &mut String) {
        self.id += 1;
        let language = self.language();
        let name = self.choose(language.names);
        let city = self.choose(CITIES);
        let text = self.text(language, name);
        out.push_str(&self.id.to_string());
        out.push_str(",+1555");
        let number = 1_000_000 + self.below(9_000_000);
        out.push_str(&number.to_string());
        for cell in [name, city, language.code, &text] {
            out.push(',');
            push_cell(cell, out);
        }
        out.push('\n');
    }

    /// The generator `SplitMix64`: every seed is a good one.
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.random() % limit
    }

    fn one_in(&mut self, chances: u64) -> bool {
        self.below(chances) == 0
    }

    fn choose<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).unwrap_or(0)]
    }

    /// A language by its weight.
    fn language(&mut self) -> &'static Language {
        let total = LANGUAGES.iter().map(|language| language.weight).sum();
        let mut place = self.below(total);
        let chosen = LANGUAGES.iter().find(|language| {
            let is_here = place < language.weight;
            place = place.wrapping_sub(language.weight);
            is_here
        });
        chosen.unwrap_or(&LANGUAGES[0])
    }

    /// A greeting, one to three sentences, perhaps a code, a link, an emoji; sometimes pasted from elsewhere.
    fn text(&mut self, language: &Language, name: &str) -> String {
        let mut text = self.choose(language.greetings).replace("{}", name);
        for _ in 0..=self.below(3) {
            text.push(' ');
            text.push_str(self.choose(language.sentences));
        }
        if self.one_in(3) {
            let link = self.below(1 << 24);
            let _ = write!(text, " https://example.com/{link:06x}");
        }
        if self.one_in(12) {
            text.push(' ');
            text.push_str(self.choose(EMOJI));
        }
        if self.one_in(9) {
            for (plain, pasted) in PASTED {
                text = text.replace(plain, pasted);
            }
        }
        match self.below(200) {
            0 => text.insert(text.len(), '\u{200B}'),
            1 => text = text.replace('é', "e\u{301}"),
            2 => text = text.replacen(' ', "\n", 2),
            3 => text.push_str(" [5 € | {off}]"),
            _ => {}
        }
        text
    }
}

/// A cell of CSV, in quotes where it needs them.
fn push_cell(cell: &str, out: &mut String) {
    if cell.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}
