//! Output of modems that contains messages.

use septet::pdu::transcript::{self, Content, RecordError};

const MESSAGE: &str = "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37";

/// The line and the octets of each record, `-` for a fault.
fn found(log: &str) -> String {
    let records = transcript::records(log).map(|record| match record.content {
        Ok(Content::Message(octets)) => format!("{}:{}", record.line, octets.len()),
        Ok(_) => format!("{}:user data", record.line),
        Err(_) => format!("{}:-", record.line),
    });
    records.collect::<Vec<_>>().join(" ")
}

#[test]
fn records_between_other_lines() {
    let chatter = "^RSSI: 20\r\nRING\r\n*PSUTTZ: 26,11,23\r\n$QCSIMSTAT: 1\r\nRDY\r\nCall Ready\r\nNO CARRIER\r\n\
        > \r\n> 0011000B91\r\n+CMTI: \"SM\",3\r\n+CUSD: 0,\"07917283010010F5040B\",15\r\nSMS Ready\r\nPB DONE\r\n\
        NORMAL POWER DOWN\r\n_SIM READY\r\nMISSED_CALL: 09:14 +491701234567\r\n%CREG: 1\r\n0\r\nBUSY\r\nCONNECT 9600\r\n";
    assert_eq!(found(chatter), "");
    for line in chatter.lines() {
        // Before a record, between its header and its message, and after it.
        let log = format!(
            "{line}\r\n+CMGR: 1,,28\r\n{line}\r\n{MESSAGE}\r\n{line}\r\nOK\r\n{MESSAGE}\r\n"
        );
        assert_eq!(found(&log), "4:36 7:36", "{line}");
    }
}

#[test]
fn headers() {
    for header in [
        "+CMGR: 1,,28",
        "+CMGL: 0,0,,28",
        "+CMGL: 12,1,\"Bob\",28",
        "+CMT: ,28",
        "+CMT: \"Bob\",28",
        "+CDS: 28",
        "+cmgr:1,,28",
    ] {
        let next_line = format!("{header}\n{MESSAGE}\n");
        let record = transcript::records(&next_line).next().unwrap();
        assert_eq!((record.line, record.announced), (2, Some(28)), "{header}");
        for separator in [",", " ", ", "] {
            let log = format!("{header}{separator}{MESSAGE}\n");
            let record = transcript::records(&log).next().unwrap();
            assert_eq!((record.line, record.announced), (1, Some(28)), "{log}");
            assert!(matches!(record.content, Ok(Content::Message(octets)) if octets.len() == 36));
        }
    }
}

/// Terminals wrap at 80 columns, and some at fewer; the announced length says what belongs together.
#[test]
fn wrapped_messages() {
    for width in [8, 18, 35, 60, 71] {
        let lines: Vec<&str> = [&MESSAGE[..width], &MESSAGE[width..]].to_vec();
        let log = format!("+CMGR: 1,,28\n{}\n\nOK\n", lines.join("\n"));
        assert_eq!(found(&log), "2:36", "{width}");
    }
    // Two messages without a service centre: each ends where it is announced to end.
    let bare = &MESSAGE[16..];
    assert_eq!(
        found(&format!("+CMGR: 1,,28\n{bare}\n{bare}\n")),
        "2:28 3:28"
    );
}

#[test]
fn faults_cost_one_record() {
    let log = format!(
        "+CMGL: 0,1,,28\n{}\n+CMGL: 1,1,,28\n+CMGL: 2,1,,28\n{MESSAGE}\nOK\n{}\nXY\n",
        MESSAGE.replace('F', "?"),
        &MESSAGE[..35]
    );
    assert_eq!(found(&log), "2:- 3:- 5:36 7:- 8:-");
    let errors = transcript::records(&log).filter_map(|record| record.content.err());
    let sentences: Vec<String> = errors.map(|error| error.to_string()).collect();
    assert_eq!(
        sentences,
        [
            "'?' at index 14 is not a hexadecimal digit",
            "the modem announced a message of 28 octets, but none follows",
            "35 hexadecimal digits are half an octet too many",
            "'X' at index 0 is not a hexadecimal digit",
        ]
    );
}

#[test]
fn text_mode_and_cell_broadcasts() {
    let log = format!(
        "+CMGL: 1,\"REC READ\",\"+4917000\",,\"26/11/23,16:36:58+04\"\nHello\nABBA\n\n\
         +CMT: \"+4917000\",,\"26/11/23,16:36:58+04\"\nHi\nOK\n+CBM: 88\n001000320111C2327BFC76BBCBEE46\n{MESSAGE}\n"
    );
    let records: Vec<_> = transcript::records(&log).collect();
    let errors: Vec<_> = records
        .iter()
        .filter_map(|record| record.content.as_ref().err())
        .collect();
    assert_eq!(
        errors,
        [
            &RecordError::TextMode,
            &RecordError::TextMode,
            &RecordError::CellBroadcast
        ]
    );
    assert_eq!(records.len(), 4);
}

/// Empty storage places, answers to other commands, and what logs write before each line.
#[test]
fn other_habits() {
    assert_eq!(found("+CMGR: 0,,0\n\nOK\n"), "");
    assert_eq!(
        found("AT+CGSN\n860000000000000\n\nOK\nAT+CGMR\n11.617.01\nOK\n"),
        ""
    );
    assert_eq!(found(&format!("[16:36:58.120] < {MESSAGE}\n")), "1:36");
    assert_eq!(
        found(&format!("2026-11-23 16:36:58 RX: \"{MESSAGE}\"\n")),
        "1:36"
    );
    let apart: Vec<&str> = (0..36).map(|at| &MESSAGE[2 * at..2 * at + 2]).collect();
    assert_eq!(found(&apart.join(" ")), "1:36");
    assert_eq!(found("00\t0\t5\tE8329BFD06\n"), "1:user data");
    assert_eq!(found("00\t0\t300\tE8329BFD06\n"), "1:-");
}

/// Lines end in every way, also in the letters that a program printed.
#[test]
fn line_ends() {
    for end in ["\n", "\r\n", "\r", "\r\r\n", "\n\r", "\0\r\n", "\x1A\n"] {
        let log = format!("RING{end}+CMGR: 1,,28{end}{MESSAGE}{end}OK{end}{MESSAGE}{end}");
        assert_eq!(found(&log), "3:36 5:36", "{end:?}");
        let log = format!("{MESSAGE}{end}{end}{MESSAGE}");
        assert_eq!(found(&log), "1:36 3:36", "{end:?}");
    }
    let log = format!("b'\\r\\n+CMGR: 1,,28\\r\\n{MESSAGE}\\r\\n\\r\\nOK\\r\\n'\n{MESSAGE}\n");
    assert_eq!(found(&log), "1:36 2:36");
}

/// Logs write a time or a direction before every line, headers too.
#[test]
fn log_prefixes() {
    for prefix in [
        "2026-11-30 10:00:00 ",
        "[10:00:00.123] ",
        "<-- ",
        "12-01 10:00:00.123 D/RIL: [UNSL]< ",
    ] {
        let log = format!("{prefix}+CMGR: 1,,28\n{prefix}{MESSAGE}\n{prefix}OK\n");
        assert_eq!(found(&log), "2:36", "{prefix}");
        let record = transcript::records(&log).next().unwrap();
        assert_eq!(record.announced, Some(28));
    }
}

#[test]
fn several_on_a_line() {
    for log in [
        format!("+CMGL: 0,1,,28 {MESSAGE} +CMGL: 1,1,,28 {MESSAGE}"),
        format!("{MESSAGE} {MESSAGE}"),
        format!("{MESSAGE},{MESSAGE};"),
        format!("[\"{MESSAGE}\", \"{MESSAGE}\"]"),
        format!("  \"{MESSAGE}\",\n{MESSAGE}"),
        format!("+CMGL: 0,1,,28 {MESSAGE},{MESSAGE}"),
        format!("2026-11-30 10:00 {MESSAGE} {MESSAGE}"),
    ] {
        let records: Vec<_> = transcript::records(&log).collect();
        assert_eq!(records.len(), 2, "{log}");
        assert!(records.iter().all(|record| record.content.is_ok()), "{log}");
    }
}

/// A damaged message costs itself alone, wherever it is on the line.
#[test]
fn damaged_in_a_list() {
    for damaged in 0..3 {
        let mut list = [MESSAGE; 3].map(String::from);
        list[damaged].replace_range(20..21, "x");
        for separator in [",", "\", \"", " "] {
            let log = format!("[\"{}\"]", list.join(separator));
            let read: Vec<_> = transcript::records(&log)
                .map(|record| record.content.is_ok())
                .collect();
            assert_eq!(read, [0, 1, 2].map(|index| index != damaged), "{log}");
        }
    }
}

/// A message without a header may be wrapped too, or be a dump of its octets.
#[test]
fn wrapped_without_header() {
    for width in [16, 20, 40, 60] {
        let wrapped = MESSAGE.as_bytes().chunks(width);
        let wrapped: Vec<_> = wrapped.map(|line| str::from_utf8(line).unwrap()).collect();
        let log = format!("{MESSAGE}\n{}\n{MESSAGE}\n", wrapped.join("\r\n"));
        let lines = wrapped.len();
        assert_eq!(
            found(&log),
            format!("1:36 2:36 {}:36", lines + 2),
            "{width}"
        );
    }
    let octets: Vec<_> = MESSAGE.as_bytes().chunks(2).collect();
    let dump: Vec<_> = octets
        .chunks(16)
        .map(|line| line.join(&b' '))
        .map(|line| String::from_utf8(line).unwrap())
        .collect();
    assert_eq!(found(&dump.join("\n")), "1:36");
    // Lines that are no message together, or were not wrapped at one width, stay what they are.
    let lines = format!(
        "{}\n{}\n{}\n",
        &MESSAGE[..30],
        &MESSAGE[30..50],
        &MESSAGE[50..]
    );
    assert_eq!(found(&lines), "1:15 2:10 3:11");
    let lines = format!("{}\n{}\n", &MESSAGE[..30], &MESSAGE[..30]);
    assert_eq!(found(&lines), "1:15 2:15");
}

/// Octets as programs print them.
#[test]
fn printed_octets() {
    let octets: Vec<String> = MESSAGE
        .as_bytes()
        .chunks(2)
        .map(|octet| String::from_utf8(octet.to_vec()).unwrap())
        .collect();
    for text in [
        format!("0x{MESSAGE}"),
        format!("0X{}", MESSAGE.to_lowercase()),
        octets.join(":"),
        octets.join("-"),
        format!("[0x{}]", octets.join(", 0x")),
        format!("{{ 0x{} }}", octets.join(",0x")),
        format!("\"\\x{}\"", octets.join("\\x")),
    ] {
        assert_eq!(found(&text), "1:36", "{text}");
        assert!(
            matches!(Content::read(&text), Ok(Content::Message(_))),
            "{text}"
        );
    }
    for text in ["0x0", "0xZZ", "07:9", "07:9Z", "07--", "079:12"] {
        assert!(Content::read(text).is_err(), "{text}");
    }
}

/// A message that comes by itself between a header and its message costs neither.
#[test]
fn interrupted_headers() {
    for between in [
        format!("+CMT: ,28\r\n{MESSAGE}\r\n"),
        format!("+CMT: ,28 {MESSAGE}\r\n"),
        format!("\r\n+CMT: ,28\r\n\r\n{MESSAGE}\r\n\r\nRING\r\n"),
    ] {
        let log = format!("+CMGL: 1,1,,28\r\n{between}{MESSAGE}\r\n\r\nOK\r\n");
        let records: Vec<_> = transcript::records(&log).collect();
        assert_eq!(records.len(), 2, "{between}");
        assert!(
            records
                .iter()
                .all(|record| record.content.is_ok() && record.announced == Some(28))
        );
    }
    let log = format!("+CMGR: 1,,28\n+CMT: ,28\n{MESSAGE}\nOK\n");
    let records: Vec<_> = transcript::records(&log).collect();
    assert!(records[0].content.is_ok());
    assert_eq!(
        records[1].content,
        Err(RecordError::Missing {
            announced: Some(28)
        })
    );
    assert_eq!((records[1].line, records.len()), (1, 2));
}

/// A contact may have any name, and a text may quote a header.
#[test]
fn text_mode_is_recognised_by_its_fields() {
    for name in ["REC OFFICE", "a/b/c:d", "+CMT: 5", "26/11/23 Joe"] {
        let log = format!("+CMT: \"{name}\",28\n{MESSAGE}\n");
        assert!(
            transcript::records(&log).any(|record| record.content.is_ok()),
            "{name}"
        );
    }
    for header in [
        "+CMT: \"+4917012345\",",
        "+CMT: \"+4917012345\",,\"2026/11/30 10:00:00+04\"",
        "+CMGL: 1,\"REC READ\",\"+49\",\"Doe, John\",",
    ] {
        let log = format!("{header}\nsee +CMT: 5, \"you\"\n0401\nOK\n");
        let records: Vec<_> = transcript::records(&log)
            .map(|record| record.content)
            .collect();
        assert_eq!(records, [Err(RecordError::TextMode)], "{header}");
    }
}
