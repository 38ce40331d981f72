//! Septets of every table, packed for SMS and for USSD.

use septet::pdu::{PackError, pack, unpack, ussd};
use septet::{Alphabet, NationalLanguage};

/// Invariants of TS 23.038 Annex A, whatever the transcription.
#[test]
fn tables_have_the_shape_of_the_standard() {
    for language in NationalLanguage::ALL {
        let alphabet = Alphabet::new(Some(language), Some(language));
        let mut twice: Vec<char> = Vec::new();
        for table in [Alphabet::locking_character, Alphabet::single_character] {
            let mut cells: Vec<char> = (0..=0x7F)
                .filter_map(|code| table(alphabet, code))
                .collect();
            cells.sort_unstable();
            let repeated = cells.windows(2).filter(|pair| pair[0] == pair[1]);
            twice.extend(repeated.map(|pair| pair[0]));
            assert_eq!(
                table(alphabet, 0x1B),
                None,
                "{language}: the escape is not a character"
            );
            assert_eq!(table(alphabet, 0x80), None);
        }
        let indic = language >= NationalLanguage::Bengali;
        let expected: &[char] = if indic { &['*', '¡'] } else { &[] };
        assert_eq!(twice, expected, "{language}");
        let parentheses = [0x28, 0x29].map(|code| alphabet.locking_character(code).unwrap());
        assert_eq!(
            parentheses,
            if indic { [')', '('] } else { ['(', ')'] },
            "{language}"
        );
    }
}

/// Every cell is written and read back; a character of two cells is written with the lower one.
#[test]
fn every_cell_round_trips() {
    let tables = std::iter::once(None).chain(NationalLanguage::ALL.map(Some));
    let cells = tables.flat_map(|language| (0..=0x7F).map(move |code| (language, code)));
    for (language, code) in cells {
        let (locking, single) = (Alphabet::new(language, None), Alphabet::new(None, language));
        if let Some(character) = locking.locking_character(code) {
            let septets = locking.encode(&character.to_string()).unwrap();
            assert_eq!(septets, [code], "{language:?} {code:#04X}");
            assert_eq!(locking.decode_strict(&septets), Ok(character.to_string()));
        }
        if let Some(character) = single.single_character(code) {
            let septets = single.encode(&character.to_string()).unwrap();
            assert_eq!(single.decode_strict(&septets), Ok(character.to_string()));
            assert_eq!(single.decode(&[0x1B, code]), character.to_string());
            let lowest = match septets[..] {
                [0x1B, written] => written <= code,
                _ => true,
            };
            assert!(lowest, "{language:?} {code:#04X}");
        }
    }
}

/// The contested Telugu cell: never written, shown as tolerant receivers do, refused strictly.
#[test]
fn telugu_euro() {
    let telugu = Alphabet::new(None, Some(NationalLanguage::Telugu));
    assert!(telugu.encode("€").is_err());
    assert_eq!(telugu.decode(&[0x1B, 0x65]), "€");
    assert!(telugu.decode_strict(&[0x1B, 0x65]).is_err());
}

#[test]
fn undefined_septets() {
    let sentence = |septets: &[u8]| {
        Alphabet::DEFAULT
            .decode_strict(septets)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        sentence(&[0x41, 0x80]),
        "the code 0x80 at index 1 has no symbol"
    );
    let reserved = "the code 0x1B after the escape at index 0 has no symbol";
    assert_eq!(sentence(&[0x1B, 0x1B]), reserved);
    assert_eq!(
        sentence(&[0x41, 0x1B]),
        "the escape at index 1 has no code after it"
    );
    assert_eq!(
        Alphabet::DEFAULT.decode(&[0x80, 0x1B, 0xFF]),
        "\u{FFFD}\u{FFFD}"
    );

    let telugu = Alphabet::new(Some(NationalLanguage::Telugu), None);
    let is_blank = |code: &u8| *code != 0x1B && telugu.locking_character(*code).is_none();
    let blank = (0..0x80).find(is_blank).unwrap();
    assert_eq!(telugu.decode(&[blank, 0x1B, blank]), "  ");
    assert!(telugu.decode_strict(&[blank]).is_err());
    let error = telugu
        .decode_strict(&[0x20, 0x1B, 0x14, blank])
        .unwrap_err();
    assert_eq!(error.index(), 3);
}

#[test]
fn pack_faults() {
    let septet = "the code 0x80 at index 1 is not a septet (0x00..=0x7F)";
    assert_eq!(pack(&[0x41, 0x80], 0).unwrap_err().to_string(), septet);
    let fill = "7 fill bits asked for, 0..=6 are possible";
    assert_eq!(pack(&[], 7).unwrap_err().to_string(), fill);
    assert_eq!(unpack(&[], 0, 7).unwrap_err().to_string(), fill);
    let short = "1 octets are too few for 2 septets";
    assert_eq!(unpack(&[0], 2, 0).unwrap_err().to_string(), short);
    let septets = usize::MAX;
    assert_eq!(
        unpack(&[0], septets, 6),
        Err(PackError::Truncated { septets, octets: 1 })
    );
    assert_eq!(
        ussd::pack(&[0x80]),
        Err(PackError::NotASeptet {
            index: 0,
            code: 0x80
        })
    );
}

/// TS 23.038 clause 6.1.2.3.1.
#[test]
fn ussd_padding() {
    // A well-known request, five septets: nothing to pad.
    assert_eq!(ussd::pack(b"*100#"), Ok(vec![0xAA, 0x18, 0x0C, 0x36, 0x02]));
    // Seven: the return stands in the spare bits. Eight with a return at the end: a second one.
    assert_eq!(ussd::pack(b"AAAAAAA").unwrap().last(), Some(&0x1B));
    assert_eq!(ussd::pack(b"AAAAAAA\r").unwrap()[6..], [0x1B, 0x0D]);
    for septets in 0..100 {
        let text = vec![0x41; septets];
        let octets = ussd::pack(&text).unwrap();
        assert_eq!(octets.len(), (septets * 7).div_ceil(8));
        assert_eq!(ussd::unpack(&octets), text, "{septets} septets");
    }
}
