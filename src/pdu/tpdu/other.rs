//! What octets look like that are neither a message nor a status report: the other TPDUs of
//! TS 23.040 clause 9.2.2, the messages of the relay layer (TS 24.011 clause 7.3), SMPP.

use core::fmt;

/// A PDU that this crate names but does not read.
///
/// ```
/// use septet::pdu::{OtherPdu, Pdu, TpduError};
///
/// // SMPP 3.4: command_length, command_id, command_status, sequence_number.
/// let octets = [0, 0, 0, 16, 0, 0, 0, 0x15, 0, 0, 0, 0, 0, 0, 0, 1];
/// let error = Pdu::detect(&octets).unwrap_err();
/// assert_eq!(error, TpduError::Other { offset: 0, pdu: OtherPdu::Smpp { command: "enquire_link" } });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OtherPdu {
    /// SMS-COMMAND: a phone asks the service centre about a message, or to delete one.
    Command {
        /// TP-MR, the number of the command.
        reference: u8,
        /// TP-CT, the type: 0 enquiry, 1 cancel the status report, 2 delete the message, 3 enable the report.
        command: u8,
    },
    /// SMS-DELIVER-REPORT: a phone accepts or refuses a delivered message.
    DeliverReport {
        /// TP-FCS, 0x80..=0xFF, in an error report (RP-ERROR); `None` where the phone accepts the message.
        cause: Option<u8>,
    },
    /// SMS-SUBMIT-REPORT: a service centre accepts or refuses a submitted message.
    SubmitReport {
        /// TP-FCS, 0x80..=0xFF, in an error report (RP-ERROR); `None` where the centre accepts the message.
        cause: Option<u8>,
    },
    /// RP-ERROR of the relay layer.
    RelayError {
        /// RP-Cause, 0..=127.
        cause: u8,
    },
    /// RP-DATA of the relay layer, which has a message inside.
    RelayData,
    /// A PDU of SMPP 3.4.
    Smpp {
        /// The name of its command, such as `deliver_sm`.
        command: &'static str,
    },
}

impl OtherPdu {
    /// The end of the error: nothing to read, or where the text is.
    pub(super) const fn what_to_do(&self) -> &'static str {
        match self {
            Self::RelayData => "not a TPDU: remove the header of the relay layer",
            Self::Smpp { command } => match command.as_bytes() {
                b"submit_sm" | b"submit_multi" | b"deliver_sm" | b"data_sm" => {
                    "not a TPDU: its short_message is read with its data_coding and esm_class"
                }
                _ => "which carries no text to read",
            },
            _ => "which carries no text to read",
        }
    }
}

impl fmt::Display for OtherPdu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = |f: &mut fmt::Formatter<'_>, name, cause| match cause {
            Some(cause) => write!(f, "an {name} of an RP-ERROR (TP-FCS 0x{cause:02X})"),
            None => write!(f, "an {name}"),
        };
        match *self {
            Self::Command { reference, command } => {
                let command = match command {
                    0 => ": enquiry",
                    1 => ": cancel the status report",
                    2 => ": delete the message",
                    3 => ": enable the status report",
                    _ => "",
                };
                write!(f, "an SMS-COMMAND (TP-MR {reference}{command})")
            }
            Self::DeliverReport { cause } => report(f, "SMS-DELIVER-REPORT", cause),
            Self::SubmitReport { cause } => report(f, "SMS-SUBMIT-REPORT", cause),
            Self::RelayError { cause } => write!(f, "an RP-ERROR (RP-Cause {cause})"),
            Self::RelayData => f.write_str("an RP-DATA with a message inside"),
            Self::Smpp { command } => write!(f, "an SMPP PDU ({command})"),
        }
    }
}
