//! A text as it can be shown: user-perceived characters, and by name what has no look of its own.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Joins what is beside it into one emoji, or into whatever is drawn next to it.
const JOINER: char = '\u{200D}';

/// One thing to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Glyph<'t> {
    /// What it stands for.
    pub(crate) source: &'t str,
    /// What to draw.
    pub(crate) shown: String,
    /// Whether that is a name instead of the character itself.
    pub(crate) is_named: bool,
    /// The columns it takes.
    pub(crate) columns: usize,
}

/// The glyphs of a text, in order.
pub(crate) fn glyphs(text: &str) -> impl Iterator<Item = Glyph<'_>> {
    text.graphemes(true).flat_map(|cluster| {
        // An invisible character at an edge of a cluster, such as the CR of CRLF or a joiner that a cut
        // left without what it joins, is a glyph of its own.
        let first = cluster.chars().next().filter(|&first| is_invisible(first));
        let (first, rest) = cluster.split_at(first.map_or(0, char::len_utf8));
        let (rest, joiner) = rest.split_at(rest.strip_suffix(JOINER).unwrap_or(rest).len());
        [first, rest, joiner]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(Glyph::of)
    })
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

    /// Whether it is a space between words.
    pub(crate) fn is_space(&self) -> bool {
        self.source == " "
    }

    /// Whether terminals may draw its line from right to left.
    pub(crate) fn is_right_to_left(&self) -> bool {
        self.source.chars().any(|character| {
            matches!(character,
                '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
                | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        })
    }

    /// Whether it is what a line ends with: CR or LF.
    pub(crate) fn ends_line(&self) -> bool {
        matches!(self.source, "\r" | "\n")
    }

    /// Whether a line ends behind it.
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

/// Whether a character shows as nothing, as an ordinary space, or as whatever the terminal makes of
/// it: controls, spaces other than U+0020, joiners, direction marks, fillers, tags, private use.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || character != ' ' && character.is_whitespace()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
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
