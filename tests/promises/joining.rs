//! Properties of every part that a reassembler is given.

use septet::pdu::{PartOutcome, Reassembler, UserData};

fn waiting(reassembler: &Reassembler<u8>) -> usize {
    reassembler
        .waiting()
        .map(|(_, message)| message.parts().len())
        .sum()
}

/// Whatever arrives, the bounds hold (the least number of octets, `limit` messages), and no part is
/// lost unreported.
pub fn taken_in(
    reassembler: &mut Reassembler<u8>,
    limit: usize,
    sender: u8,
    part: UserData,
    now: u64,
) {
    let before = waiting(reassembler);
    let received = reassembler.insert(sender, part, now);
    assert!(reassembler.waiting().count() <= limit);
    assert!(reassembler.octets() <= 255 * 160);
    let after = waiting(reassembler);
    let given_up = received.abandoned().iter();
    let given_up: usize = given_up.map(|m| m.message().parts().len()).sum();
    match received.outcome() {
        PartOutcome::Complete(message) => {
            // Parts that were told as duplicates of a delivered message wait unseen: a text under
            // the same reference that begins alike has them too.
            assert!(before < after + message.parts().len() + given_up);
        }
        PartOutcome::Waiting { .. } => assert!(before < after + given_up),
        _ => assert!(after + given_up <= before + 1),
    }
}
