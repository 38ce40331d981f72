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
