//! The text of a delivery receipt (SMPP 3.4 appendix B).
//!
//! The form is a recommendation, and service centres vary it: names in capitals, fields left out or in another
//! order, fields of their own, dates with seconds or with the century, identifiers of any kind. So every field is
//! optional and a text.

use alloc::string::String;

use crate::pdu::user_data::UserData;

/// The fields of a delivery receipt, as the service centre wrote them.
///
/// ```
/// use septet::pdu::Receipt;
///
/// let receipt = Receipt::parse("id:0A1B sub:001 dlvrd:000 submit date:2611231636 done date:2611231637 stat:UNDELIV err:01B Text:id:x");
/// assert_eq!((receipt.id(), receipt.stat(), receipt.err()), (Some("0A1B"), Some("UNDELIV"), Some("01B")));
/// assert_eq!((receipt.done_date(), receipt.text()), (Some("2611231637"), Some("id:x")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    fields: [Option<String>; NAMES.len()],
}

/// Names of the fields; the text is the last one, since it may have any of them inside.
const NAMES: [&str; 8] = [
    "id",
    "sub",
    "dlvrd",
    "submit date",
    "done date",
    "stat",
    "err",
    "text",
];
const SUBMIT_DATE: usize = 3;
const DONE_DATE: usize = 4;
const TEXT: usize = NAMES.len() - 1;

/// Characters between fields, apart from blanks.
const MARKS: [char; 2] = [',', ';'];

/// A value without blanks, marks, quotes and a NUL at its end.
fn trimmed(value: &str) -> &str {
    value.trim_matches(|character: char| {
        character.is_whitespace()
            || MARKS.contains(&character)
            || ['"', '\'', '\0'].contains(&character)
    })
}

/// A date, and a time after it, without the name of another field.
fn date(value: &str) -> &str {
    let mut blanks = value.match_indices(' ');
    let name =
        blanks.find(|(at, _)| value[at + 1..].starts_with(|first: char| first.is_alphabetic()));
    name.map_or(value, |(at, _)| trimmed(&value[..at]))
}

impl Receipt {
    /// Reads the fields; what is missing stays `None`. Of a name that comes twice, the first counts.
    ///
    /// ```
    /// use septet::pdu::Receipt;
    ///
    /// let receipt = Receipt::parse("ID: 4711 DONE_DATE:20261123163700 STAT:DELIVRD ERR:000");
    /// assert_eq!((receipt.id(), receipt.done_date()), (Some("4711"), Some("20261123163700")));
    /// assert_eq!(receipt.submitted(), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut receipt = Self::default();
        // The field that is open, and where its value begins.
        let mut open: Option<(usize, usize)> = None;
        let mut at = 0;
        while at < text.len() {
            let begins = at == 0
                || text[..at]
                    .ends_with(|before: char| before.is_whitespace() || MARKS.contains(&before));
            if let Some((field, length)) = Some(&text[at..]).filter(|_| begins).and_then(name) {
                receipt.close(open, &text[..at]);
                open = Some((field, at + length));
                at += length;
                if field == TEXT {
                    break;
                }
            } else {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
        receipt.close(open, text);
        receipt
    }

    /// Reads the octets of a message, which `data_coding` has decoded.
    ///
    /// Software of service centres writes receipts in ASCII, and leaves `data_coding` at 0 or at that of the message
    /// they are about. So an underscore is not the `§` that GSM-7 has in its place, and only the text is what
    /// `data_coding` says.
    pub(super) fn decode(octets: &[u8], decoded: &UserData) -> Self {
        let text = decoded.text().map(|text| Self::parse(&text));
        let latin1 = || octets.iter().copied().map(char::from).collect();
        let ascii = String::from_utf8(octets.into()).unwrap_or_else(|_| latin1());
        let mut read = Self::parse(&ascii);
        match text {
            // UCS-2 has a NUL before every letter of ASCII.
            Some(text) if read.field(0).is_none() && read.stat().is_none() => text,
            Some(Self {
                fields: [.., text @ Some(_)],
            }) => {
                read.fields[TEXT] = text;
                read
            }
            _ => read,
        }
    }

    /// Ends the field that is open at the end of `text`.
    fn close(&mut self, open: Option<(usize, usize)>, text: &str) {
        let Some((field, begins)) = open else {
            return;
        };
        let value = &text[begins..];
        let value = match field {
            TEXT => value,
            SUBMIT_DATE | DONE_DATE => date(trimmed(value)),
            // What follows is a field of the service centre's own, such as `network code:31041`.
            _ => trimmed(value).split_whitespace().next().map_or("", trimmed),
        };
        if self.fields[field].is_none() && !(value.is_empty() && field != TEXT) {
            self.fields[field] = Some(value.into());
        }
    }

    fn field(&self, index: usize) -> Option<&str> {
        self.fields[index].as_deref()
    }

    /// `id`, the identifier that `submit_sm_resp` gave the message; some service centres write one in decimal and the
    /// other in hexadecimal digits.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("id:7 stat:DELIVRD").id(), Some("7"));
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.field(0)
    }

    /// `sub`, the number of messages submitted.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("id:7 sub:001").submitted(), Some("001"));
    /// ```
    #[must_use]
    pub fn submitted(&self) -> Option<&str> {
        self.field(1)
    }

    /// `dlvrd`, the number of messages delivered.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("id:7 dlvrd:001").delivered(), Some("001"));
    /// ```
    #[must_use]
    pub fn delivered(&self) -> Option<&str> {
        self.field(2)
    }

    /// `submit date`, usually `YYMMDDhhmm` in a time zone that the receipt does not name.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("submit date:2611231636").submit_date(), Some("2611231636"));
    /// ```
    #[must_use]
    pub fn submit_date(&self) -> Option<&str> {
        self.field(3)
    }

    /// `done date`, in the same form.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("done date:2611231637").done_date(), Some("2611231637"));
    /// ```
    #[must_use]
    pub fn done_date(&self) -> Option<&str> {
        self.field(4)
    }

    /// `stat`: `ENROUTE`, `DELIVRD`, `EXPIRED`, `DELETED`, `UNDELIV`, `ACCEPTD`, `UNKNOWN`, `REJECTD`, or a value of the
    /// service centre's own.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("id:7 stat:REJECTD").stat(), Some("REJECTD"));
    /// ```
    #[must_use]
    pub fn stat(&self) -> Option<&str> {
        self.field(5)
    }

    /// `err`, the error code of the network or the service centre.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("id:7 err:000").err(), Some("000"));
    /// ```
    #[must_use]
    pub fn err(&self) -> Option<&str> {
        self.field(6)
    }

    /// `text`, the first 20 characters of the message.
    ///
    /// ```
    /// assert_eq!(septet::pdu::Receipt::parse("id:7 text:Hello").text(), Some("Hello"));
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.field(TEXT)
    }

    /// Says that the message was delivered, failed for good, or is under way; `None` for a state that is not in
    /// SMPP 3.4.
    ///
    /// ```
    /// use septet::pdu::{DeliveryOutcome, Receipt};
    ///
    /// let receipt = Receipt::parse("id:7 stat:DELIVRD err:000");
    /// assert_eq!(receipt.outcome(), Some(DeliveryOutcome::Completed));
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Option<crate::pdu::DeliveryOutcome> {
        use crate::pdu::DeliveryOutcome::{Completed, Failed, Pending};
        let states = [
            ("DELIVRD", Completed),
            ("DELIVERED", Completed),
            ("ENROUTE", Pending),
            ("SCHEDULED", Pending),
            ("ACCEPTD", Pending),
            ("ACCEPTED", Pending),
            ("EXPIRED", Failed),
            ("DELETED", Failed),
            ("UNDELIV", Failed),
            ("UNDELIVERABLE", Failed),
            ("UNDELIVERED", Failed),
            ("REJECTD", Failed),
            ("REJECTED", Failed),
        ];
        let stat = self.stat()?;
        let known = states
            .iter()
            .find(|(name, _)| stat.eq_ignore_ascii_case(name));
        known.map(|(_, outcome)| *outcome)
    }
}

/// The field whose name `text` begins with, and the length of the name with its colon and the blanks after it.
fn name(text: &str) -> Option<(usize, usize)> {
    // No name is longer, so that a text without colons is not searched to its end again and again.
    let colon = text.bytes().take(16).position(|byte| byte == b':')?;
    let (before, after) = (&text[..colon], &text[colon + 1..]);
    let given = before.trim_end();
    let is_known = |known: &&str| {
        given.len() == known.len()
            && given.bytes().zip(known.bytes()).all(|(given, known)| {
                // `done_date` and `donedate` occur as well.
                given.eq_ignore_ascii_case(&known) || (known == b' ' && given == b'_')
            })
    };
    let joined =
        |known: &&str| known.contains(' ') && known.replace(' ', "").eq_ignore_ascii_case(given);
    let field = NAMES
        .iter()
        .position(|known| is_known(known) || joined(known))?;
    let blanks = if field == TEXT {
        0
    } else {
        after.len() - after.trim_start_matches(' ').len()
    };
    Some((field, before.len() + 1 + blanks))
}

/// The fields by their keys in JSON; what they mean follows from them.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Receipt {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Shape {
            id: Option<String>,
            sub: Option<String>,
            dlvrd: Option<String>,
            submit_date: Option<String>,
            done_date: Option<String>,
            stat: Option<String>,
            err: Option<String>,
            text: Option<String>,
        }
        let Shape {
            id,
            sub,
            dlvrd,
            submit_date,
            done_date,
            stat,
            err,
            text,
        } = Shape::deserialize(deserializer)?;
        Ok(Receipt {
            fields: [id, sub, dlvrd, submit_date, done_date, stat, err, text],
        })
    }
}
