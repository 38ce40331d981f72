//! `septet encode` and `septet decode`.

use serde_json::{Value, json};

use crate::command::{answer, complaint, fed, septet, stdout};

/// A message that tutorials on PDU mode have shown for twenty years.
const DELIVERED: &str = "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37";

const EXPLAINED: &str = "\
TP-MTI           SMS-DELIVER
service centre   +27381000015
TP-OA            27838890001
TP-PID           0x00
TP-SCTS          1999-03-29T15:16:59+02:00
TP-DCS           0x00 GSM-7
TP-UDHI          0 no header
TP-UDL           10 septets
TP-UD            E8329BFD4697D9EC37

Text · 27838890001
  hellohello
";

#[test]
fn a_delivered_message() {
    assert_eq!(answer(["decode", DELIVERED]), EXPLAINED);
    // Without the service centre's address, octets apart, in lower case.
    let bare = DELIVERED[16..].to_lowercase();
    assert_eq!(answer(["decode", "--text", &bare]), "hellohello\n");
    let apart: Vec<String> = bare
        .as_bytes()
        .chunks(2)
        .map(|two| String::from_utf8(two.into()).unwrap())
        .collect();
    assert_eq!(
        answer(["decode", "--text", &apart.join(" ")]),
        "hellohello\n"
    );
}

/// What a terminal program shows after `AT+CMGL=4`.
#[test]
fn what_a_modem_wrote() {
    let log = format!("AT+CMGL=4\r\r\n+CMGL: 1,1,,26\r\n{DELIVERED}\r\n\r\nOK\r\n");
    assert_eq!(stdout(fed(&log, ["decode"])), EXPLAINED);
    assert_eq!(stdout(fed(&log, ["decode", "-", "--text"])), "hellohello\n");
}

#[test]
fn encoded_lines_are_decoded() {
    for text in [
        "",
        "hello",
        "Grüße, €5",
        "中文 👋",
        &"ş".repeat(400),
        &"👋".repeat(100),
        "\u{1B}[31m",
    ] {
        for options in [
            &["--language", "auto"][..],
            &["--16-bit", "-r", "4660"],
            &["--class", "0"],
        ] {
            let lines = stdout(fed(text, [&["encode", "--keep-newline"], options].concat()));
            assert_eq!(
                stdout(fed(&lines, ["decode", "--text", "--strict"])),
                format!("{text}\n")
            );
            let reversed: Vec<&str> = lines.lines().rev().collect();
            assert_eq!(
                stdout(fed(reversed.join("\n"), ["decode", "--text"])),
                format!("{text}\n")
            );
        }
    }
}

#[test]
fn the_columns_of_a_line() {
    assert_eq!(answer(["encode", "hello"]), "00\t0\t5\tE8329BFD06\n");
    assert_eq!(
        answer(["encode", "--class", "0", "é中"]),
        "18\t0\t4\t00E94E2D\n"
    );
    let long = "a".repeat(161);
    let lines = answer(["encode", "--16-bit", "--reference", "4660", &long]);
    assert!(lines.starts_with("00\t1\t160\t06080412340201"), "{lines}");
    assert!(
        lines.ends_with("\n00\t1\t17\t06080412340202E170381C0E87C361\n"),
        "{lines}"
    );
}

#[test]
fn header_and_missing_parts() {
    let long = "ş".repeat(400);
    let lines = answer([
        "encode",
        "--language",
        "turkish",
        "--reference",
        "42",
        &long,
    ]);
    let second = lines.lines().nth(1).unwrap();
    let expected = format!(
        "\
TP-DCS           0x00 GSM-7
TP-UDHI          1 with a header
TP-UDL           160 septets
UDHL             8 octets
  IE 0x00        concatenation, 8-bit reference: part 2 of 3, reference 0x2A
  IE 0x25        national language locking shift: turkish
TP-UD            {}

Text · 3 parts · missing 1, 3
  {}
",
        second.rsplit('\t').next().unwrap(),
        "ş".repeat(149)
    );
    assert_eq!(stdout(fed(second, ["decode"])), expected);
}

#[test]
fn user_data_alone() {
    assert_eq!(
        answer(["decode", "--udl", "5", "--text", "E8329BFD06"]),
        "hello\n"
    );
    assert_eq!(
        answer(["decode", "--udl", "2", "--dcs", "0x04", "--text", "CAFE"]),
        "CAFE\n"
    );
    let push = "0605040B8423F00041";
    let read = answer(["decode", "--udl", "9", "--udhi", "--dcs", "8", push]);
    assert!(
        read.contains("application ports, 16-bit: to 2948, from 9200"),
        "{read}"
    );
}

/// What came from outside does not reach the terminal as it is, unless `--text` asks for it.
#[test]
fn control_characters_are_drawn() {
    let lines = answer(["encode", "\u{1B}[31m\nred"]);
    let read = stdout(fed(&lines, ["decode"]));
    assert!(read.ends_with("Text\n  ␛[31m\n  red\n"), "{read}");
}

#[test]
fn faults() {
    let of = |arguments: &[&str]| complaint(&septet(arguments).output().unwrap());
    let error = |code, message: &str| (code, format!("error: {message}\n"));
    assert_eq!(
        of(&["decode", "0G"]),
        error(4, "message 1: 'G' at index 1 is not a hexadecimal digit")
    );
    assert_eq!(
        of(&["decode", "000"]),
        error(
            4,
            "message 1: 3 hexadecimal digits are half an octet too many"
        )
    );
    assert_eq!(
        of(&["decode", DELIVERED, &DELIVERED[..40]]),
        error(
            4,
            "message 2: TP-SCTS at octet 19 takes 7 octets, 1 are left"
        )
    );
    assert_eq!(
        of(&["decode", "--udl", "1", "--strict", "C1"]),
        error(4, "message 1: TP-UD: at octet 0: spare bits are not 0")
    );
    assert!(
        answer(["decode", "--udl", "1", "C1"])
            .contains("overlooked       at octet 0: spare bits are not 0\n")
    );
    let lines = fed(format!("{DELIVERED}\n\nXY\n"), ["decode"]);
    assert_eq!(
        complaint(&lines),
        error(4, "line 3: 'X' at index 0 is not a hexadecimal digit")
    );
    assert_eq!(
        of(&["encode", "--reference", "256", "a"]),
        error(
            3,
            "the reference 256 is over 255 and needs a 16-bit reference"
        )
    );
    assert_eq!(
        of(&["encode", "--profile", "single", &"a".repeat(161)]),
        error(3, "the text needs 2 segments, the profile allows one")
    );
    assert_eq!(of(&["decode", "--udhi", "00"]).0, 2);
    assert_eq!(of(&["encode", "--class", "4", "a"]).0, 2);
}

/// The keys of npm `encodeUserData` and `decodeUserData`; octets are hexadecimal.
#[test]
fn json_of_both() {
    let parsed =
        |arguments: &[&str]| -> Value { serde_json::from_str(&answer(arguments)).unwrap() };
    let encoded = parsed(&["encode", "--json", &"a".repeat(161)]);
    assert_eq!(encoded[1]["udh"], "050003000202");
    assert_eq!(encoded[1]["octets"], "050003000202C2E170381C0E8701");
    assert_eq!(
        encoded[1]["smpp"]["shortMessage"],
        "0500030002026161616161616161"
    );
    assert_eq!(encoded[1]["smpp"]["sar"]["segmentSeqnum"], 2);
    let decoded = parsed(&["decode", "--json", DELIVERED]);
    let message = json!({
        "direction": "deliver", "serviceCentre": "+27381000015", "address": "27838890001",
        "reference": null, "protocolIdentifier": 0, "timestamp": "1999-03-29T15:16:59+02:00",
        "dcs": 0, "udhi": false, "udl": 10,
    });
    let part = &decoded["parts"][0];
    assert_eq!((&part["message"], &part["fault"]), (&message, &Value::Null));
    assert_eq!(
        (&part["octets"], &part["udl"]),
        (&json!("E8329BFD4697D9EC37"), &json!(10))
    );
    assert_eq!(part["userData"]["text"], "hellohello");
    let joined = json!([{
        "sender": "27838890001", "total": 1, "missing": [], "text": "hellohello", "data": null,
    }]);
    assert_eq!(decoded["messages"], joined);
}
