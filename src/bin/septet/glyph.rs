//! A text as it can be shown: user-perceived characters, and by name what has no look of its own.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Joins its neighbours into one emoji, or into one sign of an Indic script.
const JOINER: char = '\u{200D}';

/// Asks for the colourful form of the character before it.
const EMOJI_STYLE: char = '\u{FE0F}';

/// The flag that tags turn into that of a region, and the tag that ends them.
const BLACK_FLAG: char = '\u{1F3F4}';
const END_OF_TAGS: char = '\u{E007F}';

/// One thing to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Glyph<'t> {
    /// The characters it stands for.
    pub(crate) source: &'t str,
    /// The characters to draw.
    pub(crate) shown: String,
    /// `shown` is a name instead of the character itself.
    pub(crate) is_named: bool,
    /// The columns it takes.
    pub(crate) columns: usize,
}

/// The glyphs of a text, in order.
pub(crate) fn glyphs(text: &str) -> impl Iterator<Item = Glyph<'_>> {
    text.graphemes(true).flat_map(parts).map(Glyph::of)
}

/// The parts of a cluster: an invisible character is one of its own unless it changes what is drawn, as a joiner between
/// two emoji does.
fn parts(cluster: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, character) in cluster.char_indices() {
        let end = at + character.len_utf8();
        if is_invisible(character) && !is_effective(cluster, at, character) {
            parts.push(&cluster[start..at]);
            parts.push(&cluster[at..end]);
            start = end;
        }
    }
    parts.push(&cluster[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Returns `true` if an invisible character at this index of a cluster changes what is drawn.
fn is_effective(cluster: &str, at: usize, character: char) -> bool {
    let before = &cluster[..at];
    let after = &cluster[at + character.len_utf8()..];
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    match character {
        EMOJI_STYLE if last.is_ascii() => after.starts_with('\u{20E3}'),
        EMOJI_STYLE => {
            [last, EMOJI_STYLE].iter().collect::<String>().width() == 2 && !is_wide_text(last)
        }
        // Between two emoji, or after a sign that kills a vowel.
        JOINER => {
            let is_after_emoji =
                last.width() == Some(2) || last == EMOJI_STYLE || is_skin_tone(last);
            let is_emoji = after.chars().next().is_some_and(is_pictograph);
            is_after_emoji && is_emoji || is_virama(last)
        }
        '\u{E0020}'..='\u{E007F}' => {
            let is_flag = before.starts_with(BLACK_FLAG) && cluster.ends_with(END_OF_TAGS);
            let mut tags = cluster.chars().skip(1);
            is_flag && tags.all(|tag| matches!(tag, '\u{E0020}'..='\u{E007F}'))
        }
        _ => false,
    }
}

/// A character that may be an emoji: a sign outside of alphabets.
fn is_pictograph(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

const fn is_skin_tone(character: char) -> bool {
    matches!(character, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Two columns wide, and without a colourful form: ideographs, kana, Hangul.
fn is_wide_text(character: char) -> bool {
    character.width() == Some(2)
        && !is_pictograph(character)
        && !matches!(character, '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}')
}

/// The signs of Indic scripts that take the vowel from a letter (property `Indic_Syllabic_Category=Virama` of the
/// scripts in use).
const fn is_virama(character: char) -> bool {
    matches!(
        character,
        '\u{94D}'
            | '\u{9CD}'
            | '\u{A4D}'
            | '\u{ACD}'
            | '\u{B4D}'
            | '\u{BCD}'
            | '\u{C4D}'
            | '\u{CCD}'
            | '\u{D4D}'
            | '\u{DCA}'
    )
}

/// A piece of text for a list: nothing and a space by name, a letter and its marks apart, since they
/// look like the one character that a change makes of them.
pub(crate) fn in_list(piece: &str) -> String {
    let apart = |glyph: Glyph| {
        let mut characters = glyph.source.char_indices().skip(1);
        match characters.next().map(|(at, _)| glyph.source.split_at(at)) {
            Some((letter, marks)) if marks.width() == 0 && !marks.contains(is_invisible) => {
                let marks: Vec<String> = marks.chars().map(|mark| format!("+◌{mark}")).collect();
                format!("{letter}{}", marks.concat())
            }
            _ => glyph.shown,
        }
    };
    match piece {
        "" => "nothing".to_owned(),
        " " => "␣".to_owned(),
        _ => glyphs(piece).map(apart).collect(),
    }
}

/// A text on one line of so many columns, `…` where it is longer.
pub(crate) fn in_line(text: &str, columns: usize) -> String {
    let (mut line, mut width) = (String::new(), 0);
    let mut glyphs = glyphs(text).peekable();
    while let Some(glyph) = glyphs.next() {
        width += glyph.columns;
        if width + usize::from(glyphs.peek().is_some()) > columns {
            line.push('…');
            break;
        }
        line.push_str(&glyph.shown);
    }
    line
}

impl<'t> Glyph<'t> {
    fn of(source: &'t str) -> Self {
        let first = source.chars().next().unwrap_or_default();
        let is_named = is_invisible(first) && source.chars().count() == 1;
        let shown = if is_named {
            name(first)
        } else if first.len_utf8() > 1 && source.width() == 0 {
            format!("◌{source}") // a mark without its letter
        } else {
            source.to_owned()
        };
        let columns = shown.as_str().width();
        Glyph {
            source,
            shown,
            is_named,
            columns,
        }
    }

    /// Returns `true` for a space between words.
    pub(crate) fn is_space(&self) -> bool {
        self.source == " "
    }

    /// Returns `true` if terminals may draw its line from right to left.
    pub(crate) fn is_right_to_left(&self) -> bool {
        self.source.chars().any(|character| {
            matches!(character,
                '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
                | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        })
    }

    /// Returns `true` for CR and LF.
    pub(crate) fn ends_line(&self) -> bool {
        matches!(self.source, "\r" | "\n")
    }

    /// Returns `true` if a line ends after it.
    pub(crate) fn is_line_break(&self) -> bool {
        self.source == "\n"
    }
}

/// The picture of a control character, else the code point.
fn name(character: char) -> String {
    match u32::from(character) {
        code @ 0..0x20 => char::from_u32(0x2400 + code)
            .map(String::from)
            .unwrap_or_default(),
        0x7F => "␡".to_owned(),
        code => format!("<U+{code:04X}>"),
    }
}

/// Returns `true` if a character shows as nothing, as an ordinary space, or as whatever the terminal makes of
/// it: controls, spaces other than U+0020, joiners, direction marks, fillers, tags, private use.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || character != ' ' && character.is_whitespace()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, usize)> {
        glyphs(text)
            .map(|glyph| (glyph.shown, glyph.columns))
            .collect()
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        let named = |name: &str, columns| vec![(name.to_owned(), columns)];
        assert_eq!(shown("\u{1B}"), named("␛", 1));
        assert_eq!(shown("\u{7F}"), named("␡", 1));
        assert_eq!(shown("\u{85}"), named("<U+0085>", 8));
        assert_eq!(shown("\u{A0}"), named("<U+00A0>", 8));
        assert_eq!(shown("\u{202E}"), named("<U+202E>", 8));
        assert_eq!(shown("\u{200D}"), named("<U+200D>", 8));
        assert_eq!(shown("\r\n"), [("␍".to_owned(), 1), ("␊".to_owned(), 1)]);
    }

    #[test]
    fn what_can_be_seen_is_shown_whole() {
        assert_eq!(shown("e\u{301}"), [("e\u{301}".to_owned(), 1)]);
        assert_eq!(shown("👨‍👩‍👧"), [("👨‍👩‍👧".to_owned(), 2)]);
        assert_eq!(shown("❤️"), [("❤️".to_owned(), 2)]);
        assert_eq!(shown("中"), [("中".to_owned(), 2)]);
    }

    #[test]
    fn an_invisible_character_in_a_cluster_is_named() {
        let names = |text: &str| -> Vec<String> {
            let shown = shown(text).into_iter().map(|(shown, _)| shown);
            shown.collect()
        };
        for (text, expected) in [
            ("می\u{200C}خواهم", "م ی <U+200C> خ و ا ه م"),
            ("a\u{34F}b", "a <U+034F> b"),
            ("a\u{FE0F}b", "a <U+FE0F> b"),
            ("中\u{FE0F}", "中 <U+FE0F>"),
            ("葛\u{E0100}", "葛 <U+E0100>"),
            ("1\u{FE0F}", "1 <U+FE0F>"),
            ("☎\u{FE0E}", "☎ <U+FE0E>"),
            ("a\u{E0061}\u{E007F}", "a <U+E0061> <U+E007F>"),
            ("👍\u{E0061}", "👍 <U+E0061>"),
            ("e\u{301}\u{200D}x", "e\u{301} <U+200D> x"),
            ("👨\u{200D}", "👨 <U+200D>"),
            ("\u{2067}a\u{2069}", "<U+2067> a <U+2069>"),
        ] {
            let expected: Vec<&str> = expected.split(' ').collect();
            assert_eq!(names(text), expected, "{text:?}");
        }
        let england = "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";
        for whole in [
            england,
            "1\u{FE0F}\u{20E3}",
            "©\u{FE0F}",
            "❤\u{FE0F}\u{200D}🔥",
            "👩🏽\u{200D}🚀",
            "👁\u{FE0F}\u{200D}🗨\u{FE0F}",
            "🧑\u{200D}✈\u{FE0F}",
            "क\u{94D}\u{200D}ष",
        ] {
            assert_eq!(names(whole), [whole], "{whole:?}");
        }
    }

    #[test]
    fn a_letter_and_its_marks_are_listed_apart() {
        assert_eq!(in_list("e\u{301}\u{302}x"), "e+◌\u{301}+◌\u{302}x");
        assert_eq!(in_list("👨\u{200D}👩"), "👨\u{200D}👩");
        assert_eq!(
            (in_list(""), in_list(" ")),
            ("nothing".to_owned(), "␣".to_owned())
        );
    }

    #[test]
    fn a_line_is_shortened_only_where_it_is_too_long() {
        assert_eq!(in_line("abcde", 5), "abcde");
        assert_eq!(in_line("abcdef", 5), "abcd…");
        assert_eq!(in_line("中中中", 5), "中中…");
    }

    #[test]
    fn what_a_cut_tore_is_shown_apart() {
        assert_eq!(
            shown("\u{301}e"),
            [("◌\u{301}".to_owned(), 1), ("e".to_owned(), 1)]
        );
        let torn: Vec<_> = shown("\u{200D}👧")
            .into_iter()
            .map(|(shown, _)| shown)
            .collect();
        assert_eq!(torn, ["<U+200D>", "👧"]);
    }
}
