//! The values that parameters are expected to have, as errors name them.

pub(super) const WHOLE_NUMBER: &str = "a whole number";
pub(super) const FLAG: &str = "true or false";
pub(super) const MESSAGE_SID: &str = "SM or MM and 32 hexadecimal digits";
pub(super) const ACCOUNT_SID: &str = "AC and 32 hexadecimal digits";
pub(super) const SERVICE_SID: &str = "MG and 32 hexadecimal digits";
pub(super) const STATUS: &str = "a status";
pub(super) const TIME: &str = "a time as YYMMDDhhmm";
pub(super) const LATITUDE: &str = "degrees from -90 to 90";
pub(super) const LONGITUDE: &str = "degrees from -180 to 180";
pub(super) const EVENTS: &str = "a JSON object or an array of objects";

/// All of them, to read an error back from its sentence.
#[cfg(feature = "serde")]
pub(super) const ALL: [&str; 10] = [
    WHOLE_NUMBER,
    FLAG,
    MESSAGE_SID,
    ACCOUNT_SID,
    SERVICE_SID,
    STATUS,
    TIME,
    LATITUDE,
    LONGITUDE,
    EVENTS,
];
