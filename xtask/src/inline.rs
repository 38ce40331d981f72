//! Octets as the text of a script: a WebAssembly module that comes with it.
//!
//! Base64 tears the octets of an instruction apart, so that a compressed script is a third larger than the
//! compressed module; here an octet is one character or two, and the script a fortieth larger. Letters stand for
//! themselves, so that compression finds the words of a language, and all modules are written in one alphabet, so that
//! it finds what two of them have in common. The reader is `pkg-template/lib/inline.js`.
//!
//! A table of ranges, as Unicode's properties are kept in, compresses to half if it goes column by column, each range
//! told by its distance from the one before it.

/// What a text begins with, so that tools can find it in a bundle.
pub(crate) const MARK: &str = "wasm ";

/// What can stand in a string literal of any kind, and in a page's `<script>`, without an escape.
fn plain() -> Vec<u8> {
    (b' '..=b'~')
        .filter(|octet| !b"\"'`\\<$".contains(octet))
        .collect()
}

/// How each octet is written.
pub(crate) struct Alphabet {
    is_single: [bool; 256],
    words: [String; 256],
}

impl Alphabet {
    /// For these modules: their frequent octets are one character, itself if it can stand in a text. Of the others two
    /// characters, the first one of two, stand for each.
    pub(crate) fn of<'m>(modules: impl IntoIterator<Item = &'m [u8]>) -> Self {
        let plain = plain();
        let mut counts = [0_usize; 256];
        for octet in modules.into_iter().flatten() {
            counts[usize::from(*octet)] += 1;
        }
        let mut by_count: Vec<usize> = (0..256).collect();
        by_count.sort_by_key(|octet| std::cmp::Reverse(counts[*octet]));
        let mut is_single = [false; 256];
        for octet in &by_count[..plain.len() - 2] {
            is_single[*octet] = true;
        }
        let free: Vec<u8> = (plain.iter().copied())
            .filter(|octet| !is_single[usize::from(*octet)])
            .collect();
        let (mut first, mut second) = (0, 0);
        let words = std::array::from_fn(|index| {
            let mut word = String::new();
            match u8::try_from(index) {
                Ok(octet) if is_single[index] && plain.contains(&octet) => word.push(octet.into()),
                _ if is_single[index] => {
                    word.push(free[first].into());
                    first += 1;
                }
                _ => {
                    let prefix = free.len() - 2 + second / plain.len();
                    word.push(free[prefix].into());
                    word.push(plain[second % plain.len()].into());
                    second += 1;
                }
            }
            word
        });
        Alphabet { is_single, words }
    }

    /// The octets as text: after the mark a bit for each octet that is written as one character, in hexadecimal; then
    /// the octets.
    pub(crate) fn text(&self, octets: &[u8]) -> String {
        let bits = self.is_single.chunks(4).map(|four| {
            let digit = four
                .iter()
                .fold(0, |digit, bit| digit << 1 | u32::from(*bit));
            char::from_digit(digit, 16).unwrap_or('0')
        });
        let mut text: String = MARK.chars().chain(bits).collect();
        text.extend(
            octets
                .iter()
                .map(|octet| self.words[usize::from(*octet)].as_str()),
        );
        text
    }

    /// The same, the table of ranges column by column; where it begins and how many rows it has come last, in eight
    /// hexadecimal digits each.
    pub(crate) fn text_by_columns(&self, octets: &[u8]) -> String {
        let (start, rows) = table_of_ranges(octets);
        let mut octets = octets.to_vec();
        into_columns(&mut octets[start..start + ROW * rows]);
        self.text(&octets) + &format!("{start:08x}{rows:08x}")
    }
}

/// Octets of a row of a table: where a range begins, where it ends, and a small number, in 32 bits each.
const ROW: usize = 12;
/// Rows that are worth it.
const LEAST_ROWS: usize = 64;

/// Where the longest table of ranges begins and how many rows it has; none is one of no rows.
fn table_of_ranges(octets: &[u8]) -> (usize, usize) {
    let (mut longest, mut at) = ((0, 0), 0);
    while at + ROW <= octets.len() {
        let (rows, _) = octets[at..].as_chunks::<ROW>();
        let mut end = None;
        let ascends = |row: &&[u8; ROW]| {
            let [from, to, number] = words(row);
            let fits =
                end.is_none_or(|end| end < from) && from <= to && to < 0x11_0000 && number < 32;
            end = Some(to);
            fits
        };
        let rows = rows.iter().take_while(ascends).count();
        if rows >= LEAST_ROWS && rows > longest.1 {
            longest = (at, rows);
        }
        // Within a long table every shorter one is a part of it.
        at += if rows >= LEAST_ROWS { ROW * rows } else { 1 };
    }
    longest
}

fn words(row: &[u8; ROW]) -> [u32; 3] {
    let (words, _) = row.as_chunks::<4>();
    [0, 1, 2].map(|word| u32::from_le_bytes(words[word]))
}

/// A table with the distance of each range from the one before and its length, all first octets of its rows before all
/// second ones.
fn into_columns(table: &mut [u8]) {
    let rows = table.len() / ROW;
    let (before, mut end) = (table.to_vec(), 0);
    for (index, row) in before.as_chunks::<ROW>().0.iter().enumerate() {
        let [from, to, number] = words(row);
        let distances = [from - end, to - from, number].map(u32::to_le_bytes);
        end = to;
        for (column, octet) in distances.as_flattened().iter().enumerate() {
            table[column * rows + index] = *octet;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reader, written again.
    fn from_text(text: &str) -> Vec<u8> {
        let plain = plain();
        let (bits, body) = text.strip_prefix(MARK).unwrap().split_at(64);
        let is_single = |octet: &u8| {
            let digit = bits[usize::from(*octet / 4)..].chars().next().unwrap();
            digit.to_digit(16).unwrap() >> (3 - octet % 4) & 1 == 1
        };
        let (singles, pairs): (Vec<u8>, Vec<u8>) = (0..=255).partition(is_single);
        let mut free: Vec<u8> = plain
            .iter()
            .copied()
            .filter(|octet| !is_single(octet))
            .collect();
        let prefixes = free.split_off(free.len() - 2);
        let others: Vec<u8> = singles
            .iter()
            .copied()
            .filter(|octet| !plain.contains(octet))
            .collect();
        let mut octets = Vec::new();
        let mut body = body.bytes();
        while let Some(first) = body.next() {
            let place = |list: &[u8], octet| list.iter().position(|one| *one == octet);
            octets.push(match (place(&prefixes, first), place(&free, first)) {
                (Some(prefix), _) => {
                    pairs[prefix * plain.len() + place(&plain, body.next().unwrap()).unwrap()]
                }
                (None, Some(place)) => others[place],
                (None, None) => first,
            });
        }
        octets
    }

    fn from_text_by_columns(text: &str) -> Vec<u8> {
        let (text, table) = text.split_at(text.len() - 16);
        let (start, rows) = table.split_at(8);
        let [start, rows] = [start, rows].map(|digits| usize::from_str_radix(digits, 16).unwrap());
        let mut octets = from_text(text);
        let columns = octets[start..start + ROW * rows].to_vec();
        let mut end = 0;
        for row in 0..rows {
            let word = |word: usize| {
                (0..4).fold(0, |value, octet| {
                    value | u32::from(columns[(4 * word + octet) * rows + row]) << (8 * octet)
                })
            };
            let from = end + word(0);
            end = from + word(1);
            let words = [from, end, word(2)].map(u32::to_le_bytes);
            octets[start + ROW * row..][..ROW].copy_from_slice(words.as_flattened());
        }
        octets
    }

    /// Ranges as the properties of characters are kept in.
    fn ranges(rows: u32) -> Vec<u8> {
        let row = |n: u32| [7 * n, 7 * n + n % 5, n % 13].map(u32::to_le_bytes);
        (0..rows)
            .flat_map(|n| row(n).as_flattened().to_vec())
            .collect()
    }

    #[test]
    fn tables_of_ranges_are_found() {
        let found =
            |rows| table_of_ranges(&[b"\xFF\xFE\xFD".as_slice(), &ranges(rows), b"\xFF"].concat());
        assert_eq!(found(1000), (3, 1000));
        assert_eq!(found(63), (0, 0));
    }

    #[test]
    fn octets_come_back() {
        for octets in [
            Vec::new(),
            vec![0; 10],
            [b"\0asm\xFF".as_slice(), &ranges(500), b"\xFF\xFF"].concat(),
            (0..=255).collect(),
            (0..10_000_u32)
                .map(|n| ((n * n) >> 3).to_le_bytes()[0])
                .collect::<Vec<u8>>(),
        ] {
            let alphabet = Alphabet::of([octets.as_slice(), b"other octets"]);
            let text = alphabet.text(&octets);
            assert_eq!(from_text(&text), octets);
            assert_eq!(
                from_text_by_columns(&alphabet.text_by_columns(&octets)),
                octets
            );
            assert!(text.bytes().all(|byte| matches!(byte, b' '..=b'~')));
            assert!(!text.contains(['"', '\'', '\\', '`', '<', '$']));
        }
    }

    #[test]
    fn frequent_octets_take_one_character_and_letters_are_themselves() {
        let octets = [[7; 100].as_slice(), b"Words"].concat();
        let text = Alphabet::of([octets.as_slice()]).text(&octets);
        assert_eq!(text.len(), MARK.len() + 64 + octets.len());
        assert!(text.ends_with("Words"));
    }
}
