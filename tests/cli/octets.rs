//! `septet encode` and `septet decode`.

use serde_json::{Value, json};

use crate::command::{answer, complaint, fed, septet, stdout};

/// A message that tutorials on PDU mode have shown for twenty years.
const DELIVERED: &str = "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37";

const EXPLAINED: &str = "\
TP-MTI           SMS-DELIVER, from the service centre to the phone
service centre   +27381000015, international number, E.164
TP-MMS           1 no more messages wait
TP-SRI           0 no status report
TP-RP            0 no reply path
TP-OA            27838890001, subscriber number, national plan
TP-PID           0x00 plain short message
TP-SCTS          1999-03-29T15:16:59+02:00
TP-DCS           0x00 GSM-7
TP-UDHI          0 no header
TP-UDL           10 septets
TP-UD            E8329BFD4697D9EC37

Text · 27838890001
  hellohello
";

/// The cases of `decode-cases.jsonl`: what the output has and does not have, in words and in JSON.
#[test]
fn cases() {
    let cases = include_str!("../data/decode-cases.jsonl");
    for case in cases.lines() {
        let case: Value = serde_json::from_str(case).unwrap();
        let input = case["stdin"].as_str().unwrap();
        let texts = |name: &str| -> Vec<String> {
            let texts = case["expect"][name].as_array().into_iter().flatten();
            texts
                .map(|text| text.as_str().unwrap().to_owned())
                .collect()
        };
        for options in [&["decode"][..], &["decode", "--json"]] {
            let output = fed(input, options);
            let fails = case["expect"]["fails"] == true;
            let (code, complaint) = complaint(&output);
            assert_eq!(code, if fails { 4 } else { 0 }, "{case}");
            assert_eq!(complaint.is_empty(), !fails, "{case}");
            let shown = String::from_utf8(output.stdout).unwrap();
            assert!(
                texts("all").iter().all(|text| shown.contains(text)),
                "{case}: {shown}"
            );
            let any = texts("any");
            assert!(
                any.is_empty() || any.iter().any(|text| shown.contains(text)),
                "{case}"
            );
            let not = case["expect"]["not"].as_str();
            assert!(
                !not.is_some_and(|not| shown.contains(not)),
                "{case}: {shown}"
            );
        }
    }
}

/// One bad record costs one record: the others are shown, and the exit code says so.
#[test]
fn bad_records_cost_themselves() {
    let cut = &DELIVERED[..40];
    let log = format!("+CMGL: 0,1,,28\n{cut}\nOK\n{DELIVERED}\n02070000090281210100\n");
    let output = fed(&log, ["decode", "--text"]);
    let expected = "\
error: line 2: TP-SCTS at octet 19 takes 7 octets, 1 are left
error: line 5: this is an SMS-COMMAND (TP-MR 7: enquiry), which carries no text to read
";
    assert_eq!(complaint(&output), (4, expected.to_owned()));
    assert_eq!(output.stdout, b"hellohello\n");
    let json = fed(&log, ["decode", "--json"]).stdout;
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["messages"][0]["text"], "hellohello");
    assert_eq!(json["faults"][0]["name"], "line 2");
    assert_eq!(json["faults"].as_array().unwrap().len(), 2);
}

/// Finding nothing is not success.
#[test]
fn nothing_to_decode() {
    for log in ["", "\n\n", "AT+CMGL=4\n\nOK\n", "RING\nNO CARRIER\n"] {
        let (code, complaint) = complaint(&fed(log, ["decode"]));
        assert_eq!(code, 4, "{log}");
        assert!(
            complaint.starts_with("error: no message found"),
            "{complaint}"
        );
    }
}

/// Lines for a modem, which are read again.
#[test]
fn submissions() {
    let lines = answer([
        "encode",
        "--to",
        "+46708251358",
        "--validity",
        "5760",
        "hellohello",
    ]);
    assert_eq!(
        lines,
        "AT+CMGS=23\n0011000B916407281553F80000AA0AE8329BFD4697D9EC37\n"
    );
    let read = stdout(fed(&lines, ["decode", "--strict"]));
    assert!(read.contains("TP-VP            4 days\n"), "{read}");
    assert!(
        read.contains("TP-SRR           0 no status report\n"),
        "{read}"
    );
    let json = answer([
        "encode",
        "--json",
        "--to",
        "1234",
        "--service-centre",
        "+4912",
        "A",
    ]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let submit = json!({ "length": 10, "pdu": "0391942101000481214300000141" });
    assert_eq!((&json[0]["submit"], &json[0]["udl"]), (&submit, &json!(1)));
    assert_eq!(
        complaint(&septet(["encode", "--to", "Bob", "A"]).output().unwrap()).0,
        2
    );
}

/// A time that is not one is refused by `--strict` alone.
#[test]
fn times_that_are_not_times() {
    let damaged = DELIVERED.replace("99309251619580", "00000000000000");
    let read = answer(["decode", &damaged]);
    assert!(
        read.contains("overlooked       TP-SCTS at octet 19 is 00000000000000, not a time\n"),
        "{read}"
    );
    let refused = complaint(&septet(["decode", "--strict", &damaged]).output().unwrap());
    let sentence = "error: message 1: TP-SCTS at octet 19 is 00000000000000, not a time\n";
    assert_eq!(refused, (4, sentence.to_owned()));
}

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

/// The output of a terminal program after `AT+CMGL=4`.
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

/// Control characters from outside do not reach the terminal, unless `--text` asks for them.
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
        "type": "SMS-DELIVER", "direction": "deliver", "serviceCentre": "+27381000015",
        "address": "27838890001",
        "addressType": { "octet": 0xC8, "typeOfNumber": "subscriber number", "numberingPlan": "national plan" },
        "reference": null, "protocolIdentifier": 0, "protocol": "plain short message",
        "timestamp": "1999-03-29T15:16:59+02:00", "validityPeriod": null, "moreMessages": false,
        "rejectsDuplicates": null, "wantsStatusReport": false, "replyPath": false,
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
