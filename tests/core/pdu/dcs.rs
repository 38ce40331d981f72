//! The data coding scheme against TS 23.038 clause 4, octet by octet.

use septet::pdu::CharacterSet::{EightBit, Gsm7, Ucs2};
use septet::pdu::{CharacterSet, Dcs, DcsGroup, MessageClass, MessageWaiting, WaitingKind};

/// Bits 3..2 of the general groups; 11 is reserved, which is read as GSM-7.
const GENERAL: [CharacterSet; 4] = [Gsm7, EightBit, Ucs2, Gsm7];

#[test]
fn every_octet() {
    for octet in 0..=u8::MAX {
        let dcs = Dcs::new(octet);
        let general = GENERAL[usize::from(octet >> 2 & 3)];
        let data_class = if octet & 4 == 0 { Gsm7 } else { EightBit };
        let (group, set) = match octet >> 4 {
            0x0..=0x3 => (DcsGroup::General, general),
            0x4..=0x7 => (DcsGroup::AutomaticDeletion, general),
            0x8..=0xB => (DcsGroup::Reserved, Gsm7),
            0xC => (DcsGroup::WaitingDiscard, Gsm7),
            0xD => (DcsGroup::WaitingStore, Gsm7),
            0xE => (DcsGroup::WaitingStoreUcs2, Ucs2),
            _ => (DcsGroup::DataClass, data_class),
        };
        assert_eq!(
            (dcs.octet(), dcs.group(), dcs.character_set()),
            (octet, group, set)
        );
        let is_general = octet < 0x80;
        let has_class = is_general && octet & 0x10 != 0 || octet >= 0xF0;
        let class = dcs.class().map(|class| class as u8);
        assert_eq!(class, has_class.then_some(octet & 3), "{dcs}");
        assert_eq!(dcs.compressed(), is_general && octet & 0x20 != 0, "{dcs}");
        assert_eq!(
            dcs.automatic_deletion(),
            is_general && octet & 0x40 != 0,
            "{dcs}"
        );

        let waiting = dcs.message_waiting();
        assert_eq!(waiting.is_some(), (0xC0..0xF0).contains(&octet), "{dcs}");
        if let Some(waiting) = waiting {
            assert_eq!(waiting.is_active(), octet & 8 != 0, "{dcs}");
            assert_eq!(waiting.is_discardable(), octet < 0xD0, "{dcs}");
            assert_eq!(waiting.kind() as u8, octet & 3, "{dcs}");
            // Bit 2 is reserved: written as 0, not looked at.
            assert_eq!(Dcs::waiting(waiting, set), Some(Dcs::new(octet & !4)));
        }
    }
}

#[test]
fn usual_octets_are_built() {
    let usual = [Dcs::GSM7, Dcs::EIGHT_BIT, Dcs::UCS2].map(Dcs::octet);
    assert_eq!(usual, [0x00, 0x04, 0x08]);
    let flash = |dcs: Dcs| dcs.with_class(MessageClass::Class0).map(Dcs::octet);
    assert_eq!(
        [0x00, 0x08, 0xF5].map(Dcs::new).map(flash),
        [Some(0x10), Some(0x18), Some(0xF4)]
    );
    assert_eq!([0x80, 0xC0, 0xE0].map(Dcs::new).map(flash), [None; 3]);
    assert_eq!(
        Dcs::new(0x10).with_automatic_deletion(),
        Some(Dcs::new(0x50))
    );
    assert_eq!(Dcs::new(0xF0).with_automatic_deletion(), None);
    let voicemail = MessageWaiting::new(WaitingKind::Voicemail);
    assert_eq!(
        Dcs::waiting(voicemail.inactive(), Ucs2),
        Some(Dcs::new(0xE0))
    );
    assert_eq!(Dcs::waiting(voicemail, EightBit), None);
    assert_eq!(Dcs::new(0x8A).to_string(), "0x8A");
}
