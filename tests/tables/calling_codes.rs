//! From `tests/data/calling-codes.tsv`, `nanp.tsv` and `number-lengths.tsv` to `src/address/calling_codes.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::tsv;

fn generated() -> String {
    let mut ranges: BTreeMap<u32, String> = BTreeMap::new();
    for row in tsv::read("calling-codes.tsv") {
        let country = match row["countries"].split(' ').next().unwrap() {
            "-" => "--",
            country => country,
        };
        let known = ranges.insert(row["prefix"].parse().unwrap(), country.to_owned());
        assert_eq!(known, None, "{}", row["prefix"]);
    }
    let longest = ranges.keys().last().unwrap().to_string().len();

    let mut areas = [b'.'; 800];
    let mut countries = Vec::new();
    for row in tsv::read("nanp.tsv") {
        let letter = match row["region"].as_str() {
            "toll-free" => b'+',
            "premium" => b'$',
            "non-geographic" => b'*',
            country => {
                countries.push(country.to_owned());
                b'A' + u8::try_from(countries.len() - 1).unwrap()
            }
        };
        for code in row["area_codes"].split(' ') {
            let area = &mut areas[code.parse::<usize>().unwrap() - 200];
            assert_eq!(*area, b'.', "{code} stands twice");
            *area = letter;
        }
    }

    let mut out = String::from(
        "// Generated from tests/data/calling-codes.tsv, nanp.tsv and number-lengths.tsv.\n\
         // `UPDATE=1 cargo test --test tables_current` rewrites it.\n\n",
    );
    writeln!(
        out,
        "/// The most digits of a range below.\npub(super) const LONGEST_RANGE: usize = {longest};\n"
    )
    .unwrap();
    writeln!(out, "/// The country of each range of numbers, by its first digits; `--` where it belongs to none.\n#[rustfmt::skip]\npub(super) static CALLING_CODES: [(u32, [u8; 2]); {}] = [", ranges.len()).unwrap();
    let cells: Vec<String> = ranges
        .iter()
        .map(|(prefix, country)| {
            format!("({}, *b\"{country}\")", tsv::grouped(&prefix.to_string()))
        })
        .collect();
    for row in cells.chunks(6) {
        writeln!(out, "    {},", row.join(", ")).unwrap();
    }
    out.push_str("];\n\n/// Digits that numbers have after each calling code: bit n for n digits.\n#[rustfmt::skip]\npub(super) static NATIONAL_LENGTHS: &[(u16, u32)] = &[\n");
    let cells: Vec<String> = tsv::read("number-lengths.tsv")
        .iter()
        .map(|row| {
            let lengths = row["national_lengths"].split(' ');
            let bits = lengths.fold(0_u32, |bits, digits| {
                bits | 1 << digits.parse::<u32>().unwrap()
            });
            format!("({}, {bits:#X})", row["calling_code"])
        })
        .collect();
    for row in cells.chunks(8) {
        writeln!(out, "    {},", row.join(", ")).unwrap();
    }
    writeln!(out, "];\n\n/// The countries of North American area codes.\n#[rustfmt::skip]\npub(super) static NANP_COUNTRIES: [[u8; 2]; {}] = [", countries.len()).unwrap();
    let cells: Vec<String> = countries.iter().map(|c| format!("*b\"{c}\"")).collect();
    for row in cells.chunks(12) {
        writeln!(out, "    {},", row.join(", ")).unwrap();
    }
    out.push_str("];\n\n/// North American area codes 200 to 999: a letter counts into the countries from `A`, `+` is\n/// toll-free, `$` premium rate, `*` of no country, `.` not in service.\n#[rustfmt::skip]\npub(super) static NANP: [u8; 800] = *b\"\\\n");
    for row in areas.chunks(100) {
        writeln!(out, "    {}\\", std::str::from_utf8(row).unwrap()).unwrap();
    }
    out.push_str("\";\n");
    out
}

#[test]
fn calling_codes_are_current() {
    super::assert_current("src/address/calling_codes.rs", &generated());
}
