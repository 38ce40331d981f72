//! Names of the protocol identifier (TP-PID, TS 23.040 clause 9.2.3.9).

/// The name of a protocol identifier.
pub(super) fn name(octet: u8) -> &'static str {
    match octet {
        0x00 => "plain short message",
        0x01..=0x1F => "short message, with a protocol between the endpoints",
        0x20..=0x3F => DEVICES[usize::from(octet & 0x1F)],
        0x40 => "short message type 0, not shown or stored",
        0x41..=0x47 => REPLACE[usize::from(octet - 0x41)],
        0x48 => "device triggering",
        0x5E => "enhanced message service",
        0x5F => "return call",
        0x7C => "ANSI-136 R-DATA",
        0x7D => "data download to the phone",
        0x7E => "de-personalization of the phone",
        0x7F => "data download to the SIM",
        0xC0..=0xFF => "specific to the service centre",
        _ => "reserved",
    }
}

const REPLACE: [&str; 7] = [
    "replaces an earlier message of type 1",
    "replaces an earlier message of type 2",
    "replaces an earlier message of type 3",
    "replaces an earlier message of type 4",
    "replaces an earlier message of type 5",
    "replaces an earlier message of type 6",
    "replaces an earlier message of type 7",
];

/// Telematic devices, by bits 4..0.
const DEVICES: [&str; 32] = {
    let mut devices = ["reserved telematic device"; 32];
    devices[0x00] = "telematic device that the service centre knows";
    devices[0x01] = "telex";
    devices[0x02] = "telefax of group 3";
    devices[0x03] = "telefax of group 4";
    devices[0x04] = "voice telephone";
    devices[0x05] = "ERMES pager";
    devices[0x06] = "national paging system";
    devices[0x07] = "videotex";
    devices[0x08] = "teletex";
    devices[0x09] = "teletex over a packet network";
    devices[0x0A] = "teletex over a circuit network";
    devices[0x0B] = "teletex over the telephone network";
    devices[0x0C] = "teletex over ISDN";
    devices[0x0D] = "universal computer interface";
    devices[0x10] = "message handling facility";
    devices[0x11] = "X.400 message handling";
    devices[0x12] = "internet e-mail";
    let mut specific = 0x18;
    while specific < 0x1F {
        devices[specific] = "telematic device specific to the service centre";
        specific += 1;
    }
    devices[0x1F] = "mobile station";
    devices
};
