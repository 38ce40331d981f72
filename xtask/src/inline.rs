//! Octets as the text of a script: a WebAssembly module that comes with it.
//!
//! Base64 tears the octets of an instruction apart, so that a compressed script is a third larger than the
//! compressed module; here an octet is one character or two, and the script a thirtieth larger. The reader is
//! `pkg-template/lib/inline.js`.

/// What a text begins with, so that tools can find it in a bundle.
pub(crate) const MARK: &str = "wasm ";

/// What can stand in a string literal of any kind, and in a page's `<script>`, without an escape.
fn alphabet() -> Vec<char> {
    (' '..='~')
        .filter(|character| !"\"'`\\<$".contains(*character))
        .collect()
}

/// The octets as text: after the mark a bit for each octet that is written as one character, in hexadecimal; then the
/// octets. In the order of their values, the frequent ones are the first characters of the alphabet; of the others,
/// the last two characters and any other stand for one.
pub(crate) fn to_text(octets: &[u8]) -> String {
    let alphabet = alphabet();
    let singles = alphabet.len() - 2;
    let mut counts = [0_usize; 256];
    for octet in octets {
        counts[usize::from(*octet)] += 1;
    }
    let mut by_count: Vec<usize> = (0..256).collect();
    by_count.sort_by_key(|octet| std::cmp::Reverse(counts[*octet]));
    let is_single: Vec<bool> = {
        let mut is_single = vec![false; 256];
        by_count[..singles]
            .iter()
            .for_each(|octet| is_single[*octet] = true);
        is_single
    };
    let (mut first, mut second) = (0, 0);
    let words: Vec<String> = is_single
        .iter()
        .map(|is_single| {
            if *is_single {
                first += 1;
                alphabet[first - 1].to_string()
            } else {
                let (prefix, rest) = (second / alphabet.len(), second % alphabet.len());
                second += 1;
                [alphabet[singles + prefix], alphabet[rest]]
                    .iter()
                    .collect()
            }
        })
        .collect();
    let bits = is_single.chunks(4).map(|four| {
        let digit = four
            .iter()
            .fold(0, |digit, bit| digit << 1 | u32::from(*bit));
        char::from_digit(digit, 16).unwrap_or('0')
    });
    let mut text: String = MARK.chars().chain(bits).collect();
    text.extend(
        octets
            .iter()
            .map(|octet| words[usize::from(*octet)].as_str()),
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reader, written again.
    fn from_text(text: &str) -> Vec<u8> {
        let alphabet = alphabet();
        let (bits, body) = text.strip_prefix(MARK).unwrap().split_at(64);
        let is_single = |octet: u8| {
            let digit = bits[usize::from(octet / 4)..].chars().next().unwrap();
            digit.to_digit(16).unwrap() >> (3 - octet % 4) & 1 == 1
        };
        let (singles, pairs): (Vec<u8>, Vec<u8>) = (0..=255).partition(|octet| is_single(*octet));
        let place = |character| alphabet.iter().position(|one| *one == character).unwrap();
        let mut octets = Vec::new();
        let mut characters = body.chars().map(place);
        while let Some(first) = characters.next() {
            octets.push(match first.checked_sub(singles.len()) {
                None => singles[first],
                Some(prefix) => pairs[prefix * alphabet.len() + characters.next().unwrap()],
            });
        }
        octets
    }

    #[test]
    fn octets_come_back() {
        for octets in [
            Vec::new(),
            vec![0; 10],
            (0..=255).collect(),
            (0..10_000_u32)
                .map(|n| ((n * n) >> 3).to_le_bytes()[0])
                .collect::<Vec<u8>>(),
        ] {
            let text = to_text(&octets);
            assert_eq!(from_text(&text), octets);
            assert!(text.bytes().all(|byte| matches!(byte, b' '..=b'~')));
            assert!(!text.contains(['"', '\'', '\\', '`', '<', '$']));
        }
    }

    #[test]
    fn frequent_octets_take_one_character() {
        let text = to_text(&[7; 100]);
        assert_eq!(text.len(), MARK.len() + 64 + 100);
    }
}
