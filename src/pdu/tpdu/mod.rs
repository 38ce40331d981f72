//! Whole short messages as modems show and take them (TS 23.040 clause 9.2.2), after the service centre's
//! address where there is one (TS 27.005 clause 3.1): SMS-DELIVER, SMS-SUBMIT and SMS-STATUS-REPORT read,
//! SMS-SUBMIT written, the others named.

mod address;
mod delivery_status;
mod detect;
mod error;
mod fields;
mod identify;
mod message;
mod other;
mod protocol;
mod reader;
mod report;
mod submit;
mod timestamp;
mod validity;

use super::error::PduField;

pub use address::Address;
pub use delivery_status::{DeliveryOutcome, DeliveryStatus};
pub use detect::Pdu;
pub use error::TpduError;
pub use message::{Direction, Tpdu};
pub use other::OtherPdu;
use reader::Reader;
pub use report::StatusReport;
pub use submit::{Submit, SubmitError, SubmitPdu};
pub use timestamp::Timestamp;
pub use validity::ValidityPeriod;

/// Bit 6 of the first octet: TP-UDHI.
const UDHI: u8 = 0x40;

/// The address of the service centre before a message (TS 27.005 clause 3.1): its octets, then its type.
fn service_centre(reader: &mut Reader<'_>) -> Result<Option<Address>, TpduError> {
    let field = PduField::ServiceCentre;
    let length = reader.octet(field)?;
    let centre = reader.octets(usize::from(length), field, 0)?;
    let centre = centre.split_first();
    Ok(centre.map(|(&kind, digits)| Address::new(kind, digits, digits.len() * 2)))
}

/// An error where octets are left.
fn unread(reader: &Reader<'_>) -> Result<(), TpduError> {
    match reader.rest().len() {
        0 => Ok(()),
        octets => Err(TpduError::Surplus {
            offset: reader.at(),
            octets,
        }),
    }
}
