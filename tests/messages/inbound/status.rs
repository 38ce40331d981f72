//! Statuses, and what callbacks add up to, against `statuses.tsv` and `status-transitions.tsv`.

use proptest::prelude::*;
use septet::catalogue::{Basis, Delivery, Direction, ErrorCode, Status};

use crate::tsv;

fn steps() -> Vec<(Status, Status, bool)> {
    let mut steps = Vec::new();
    for row in tsv::read("status-transitions.tsv") {
        for to in row["to"].split(" / ") {
            let disorder = format!("{}{}", row["note"], row["basis"]);
            let disorder = disorder.contains("out of order") || disorder.contains("out-of-order");
            if !row["from"].starts_with('(') {
                steps.push((row["from"].as_str().into(), to.into(), disorder));
            }
        }
    }
    assert_eq!(steps.len(), 19);
    steps
}

#[test]
fn every_status_is_known_by_its_name() {
    let rows = tsv::read("statuses.tsv");
    assert_eq!(Status::known().count(), rows.len());
    for (row, listed) in rows.iter().zip(Status::known()) {
        let status = Status::from(row["status"].as_str());
        assert_eq!(
            (status.as_str(), &status),
            (row["status"].as_str(), &listed)
        );
        assert_eq!(Status::from(row["status"].to_uppercase().as_str()), status);
        assert_eq!(
            status.is_terminal(),
            row["terminal"].starts_with("yes"),
            "{status}"
        );
        assert_eq!(status.meaning(), Some(row["meaning"].as_str()));
        let both = row["direction"].contains("also inbound");
        let direction = match row["direction"].as_str() {
            _ if both => Direction::Both,
            "inbound" => Direction::Inbound,
            _ => Direction::Outbound,
        };
        assert_eq!(status.direction(), Some(direction));
    }
}

/// A constant can be matched against, as a pattern.
#[test]
fn constants_are_patterns() {
    let names = |status: &Status| match *status {
        Status::SENT => 1,
        Status::PARTIALLY_DELIVERED => 2,
        _ => 0,
    };
    assert_eq!(
        ["sent", "partially_delivered", "x"].map(|name| names(&name.into())),
        [1, 2, 0]
    );
}

#[test]
fn unknown_statuses_are_kept_and_lead_nowhere() {
    let unknown = Status::from("Teleported");
    assert_eq!(unknown.to_string(), "Teleported");
    assert!(!unknown.is_known() && !unknown.is_terminal());
    assert_eq!((unknown.meaning(), unknown.direction()), (None, None));
    for status in Status::known() {
        assert_eq!(status.step_to(&unknown), None);
        assert!(!status.leads_to(&unknown) && !unknown.leads_to(&status));
    }
}

/// Every pair of statuses: the steps of the data are steps, and no others are.
#[test]
fn steps_are_those_of_the_data() {
    let steps = steps();
    for from in Status::known() {
        for to in Status::known() {
            let row = steps.iter().find(|step| step.0 == from && step.1 == to);
            let basis = from.step_to(&to);
            assert_eq!(basis.is_some(), row.is_some(), "{from} to {to}");
            assert_eq!(basis == Some(Basis::Disorder), row.is_some_and(|row| row.2));
        }
    }
}

/// The slow way: follow steps until nothing new is reached.
#[test]
fn leads_to_is_the_closure_of_the_steps() {
    for from in Status::known() {
        let mut reached: Vec<Status> = Vec::new();
        let mut open = vec![from.clone()];
        while let Some(status) = open.pop() {
            for (_, next, _) in steps().iter().filter(|step| step.0 == status) {
                if !reached.contains(next) {
                    reached.push(next.clone());
                    open.push(next.clone());
                }
            }
        }
        for to in Status::known() {
            assert_eq!(from.leads_to(&to), reached.contains(&to), "{from} to {to}");
        }
    }
}

#[test]
fn a_later_status_always_wins() {
    for earlier in Status::known() {
        for later in Status::known().filter(|later| earlier.leads_to(later)) {
            for order in [[&earlier, &later], [&later, &earlier]] {
                let mut delivery = Delivery::new();
                for status in order {
                    delivery.observe(status, None);
                }
                assert_eq!(delivery.status(), Some(&later), "{earlier}, then {later}");
                assert!(!delivery.is_contradictory(), "{earlier}, then {later}");
            }
        }
    }
}

#[test]
fn a_terminal_status_never_yields_to_another() {
    for end in Status::known().filter(Status::is_terminal) {
        for other in Status::known().filter(|other| !other.is_terminal()) {
            // Only a scheduled message can be canceled: one with a later status was sent all the same.
            let was_sent = end == Status::CANCELED && !other.leads_to(&end);
            if was_sent && other.direction() != Some(Direction::Inbound) {
                let mut delivery = Delivery::new();
                delivery.observe(&end, None);
                delivery.observe(&other, None);
                assert_eq!(
                    (delivery.status(), delivery.is_contradictory()),
                    (Some(&other), other != Status::PARTIALLY_DELIVERED)
                );
                continue;
            }
            let mut delivery = Delivery::new();
            delivery.observe(&end, None);
            delivery.observe(&other, Some(ErrorCode::new(1)));
            assert_eq!(
                (delivery.status(), delivery.error_code()),
                (Some(&end), None)
            );
        }
    }
}

#[test]
fn the_error_code_goes_with_its_status() {
    let mut delivery = Delivery::new();
    delivery.observe(&Status::UNDELIVERED, Some(ErrorCode::new(30005)));
    delivery.observe(&Status::UNDELIVERED, None);
    assert_eq!(delivery.error_code(), Some(ErrorCode::new(30005)));
    delivery.observe(&Status::DELIVERED, None);
    assert_eq!(delivery.error_code(), None);
    assert!(delivery.is_contradictory());
}

fn callback() -> impl Strategy<Value = (Status, Option<ErrorCode>)> {
    let mut names: Vec<String> = Status::known().map(|status| status.to_string()).collect();
    names.extend(["teleported".to_owned(), "vanished".to_owned()]);
    let code = prop::option::of(30_000..30_010_u32).prop_map(|code| code.map(ErrorCode::new));
    (prop::sample::select(names), code).prop_map(|(name, code)| (name.as_str().into(), code))
}

fn fold<'a>(callbacks: impl IntoIterator<Item = &'a (Status, Option<ErrorCode>)>) -> Delivery {
    let mut delivery = Delivery::new();
    for (status, code) in callbacks {
        delivery.observe(status, *code);
    }
    delivery
}

proptest! {
    /// Any order, with any of them twice, and folded in two halves.
    #[test]
    fn order_and_repetition_change_nothing(
        (callbacks, shuffled) in prop::collection::vec(callback(), 0..8)
            .prop_flat_map(|list| (Just(list.clone()), Just([list.clone(), list].concat()).prop_shuffle())),
        half in 0..16_usize,
    ) {
        let expected = fold(&callbacks);
        prop_assert_eq!(&fold(&shuffled), &expected);
        let (left, right) = shuffled.split_at(half.min(shuffled.len()));
        let mut merged = fold(right);
        merged.merge(&fold(left));
        prop_assert_eq!(&merged, &expected);
        merged.merge(&expected);
        prop_assert_eq!(merged, expected);
    }
}
