//! Conformance vectors: expectations given by at least two independent implementations and by a
//! reference written from the rules (tests/data/vectors/FORMAT.md).

use septet::pdu::{Dcs, Udhi, UserData, fill_bits, pack, unpack};
use septet::{Alphabet, Encoding, NationalLanguage, Segmenter};
use serde_json::Value;

const VECTORS: &str = include_str!("../data/vectors/differential.jsonl");

/// Every vector of a kind; none left out.
fn vectors(kind: &str, expected: usize, mut check: impl FnMut(&Value)) {
    let mut checked = 0;
    for line in VECTORS.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        if vector["kind"] == kind {
            check(&vector);
            checked += 1;
        }
    }
    assert_eq!(checked, expected, "vectors of kind {kind}");
}

fn octets(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap().as_bytes().chunks(2);
    hex.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn number(value: &Value) -> u8 {
    u8::try_from(value.as_u64().unwrap_or(0)).unwrap()
}

fn languages(options: &Value) -> [Option<NationalLanguage>; 2] {
    ["locking", "single"].map(|shift| NationalLanguage::from_id(number(&options[shift])))
}

fn alphabet(options: &Value) -> Alphabet {
    let [locking, single] = languages(options);
    Alphabet::new(locking, single)
}

#[test]
fn encode() {
    vectors("encode", 467, |vector| {
        let text = vector["input"].as_str().unwrap();
        let septets = alphabet(&vector["options"]).encode(text);
        match vector["expect"]["error"].as_str() {
            Some("unencodable") => assert!(septets.is_err(), "{vector}"),
            _ => assert_eq!(
                septets,
                Ok(octets(&vector["expect"]["septets"])),
                "{vector}"
            ),
        }
    });
}

#[test]
fn decode() {
    vectors("decode", 1_149, |vector| {
        let text = alphabet(&vector["options"]).decode(&octets(&vector["input"]["septets"]));
        assert_eq!(text, vector["expect"]["text"].as_str().unwrap(), "{vector}");
    });
}

#[test]
fn pack_septets_and_whole_user_data() {
    vectors("pack", 203, |vector| {
        let (options, expect) = (&vector["options"], &vector["expect"]);
        let fill = number(&options["fill_bits"]);
        let Some(text) = vector["input"].as_str() else {
            let septets = octets(&vector["input"]["septets"]);
            let packed = octets(&expect["packed"]);
            assert_eq!(pack(&septets, fill).as_ref(), Ok(&packed), "{vector}");
            assert_eq!(
                unpack(&packed, septets.len(), fill),
                Ok(septets),
                "{vector}"
            );
            return;
        };
        let mut user_data = Vec::new();
        let udh = octets(&options["udh"]);
        if !udh.is_empty() {
            user_data.push(u8::try_from(udh.len()).unwrap());
            user_data.extend(&udh);
        }
        assert_eq!(fill_bits(user_data.len()), fill, "{vector}");
        let septets = alphabet(options).encode(text).unwrap();
        user_data.extend(pack(&septets, fill).unwrap());
        assert_eq!(user_data, octets(&expect["ud"]), "{vector}");

        let udl = number(&expect["udl"]);
        let udhi = Udhi::from(!udh.is_empty());
        let read = UserData::decode_strict(Dcs::GSM7, udhi, udl, &user_data).unwrap();
        assert_eq!(read.text().as_deref(), Some(text), "{vector}");
        assert_eq!(read.alphabet(), Some(alphabet(options)), "{vector}");
        assert_eq!((read.udl(), read.octets()), (udl, user_data), "{vector}");
    });
}

/// Vectors whose pair of tables is not the cheapest: another pair is chosen, in as many segments.
const CHEAPER: [u64; 0] = [];

#[test]
fn split() {
    let mut cheaper = Vec::new();
    vectors("split", 385, |vector| {
        let text = vector["input"].as_str().unwrap();
        let expect = &vector["expect"];
        let segmenter = Segmenter::new().with_languages(
            languages(&vector["options"])
                .into_iter()
                .flatten()
                .collect::<Vec<_>>(),
        );
        let count = segmenter.count(text).unwrap();
        if expect["encoding"] == "gsm7" && count.alphabet() != alphabet(&vector["options"]) {
            assert_eq!(count.encoding(), Encoding::Gsm7, "{vector}");
            assert!(
                count.segments() as u64 <= expect["segments"].as_u64().unwrap(),
                "{vector}"
            );
            cheaper.push(vector["id"].as_u64().unwrap());
            return;
        }
        let parts: Vec<_> = segmenter.segments(text).unwrap().collect();
        let texts: Vec<&str> = parts.iter().map(septet::Segment::text).collect();
        let units: Vec<usize> = parts.iter().map(septet::Segment::units).collect();
        assert_eq!(serde_json::json!(texts), expect["parts"], "{vector}");
        assert_eq!(serde_json::json!(units), expect["part_units"], "{vector}");
        assert_eq!(
            count.units() as u64,
            expect["units"].as_u64().unwrap(),
            "{vector}"
        );
        let name = ["gsm7", "ucs2"][usize::from(count.encoding() == Encoding::Ucs2)];
        assert_eq!(expect["encoding"], name, "{vector}");

        // And through octets: each segment strictly read gives its text back.
        for (part, text) in segmenter.user_data(text, 0x55).unwrap().iter().zip(texts) {
            let read = UserData::decode_strict(part.dcs(), part.udhi(), part.udl(), &part.octets());
            assert_eq!(read.as_ref(), Ok(part), "{vector}");
            assert_eq!(read.unwrap().text().as_deref(), Some(text), "{vector}");
            assert!(part.octets().len() <= 140);
        }
    });
    assert_eq!(cheaper, CHEAPER);
}
