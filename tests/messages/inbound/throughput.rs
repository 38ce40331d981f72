//! Tiers against `throughput.tsv`; plans against a slow, obvious one.

use std::time::Duration;

use proptest::prelude::*;
use septet::catalogue::{Batch, Pace, Plan, PlanError, Queue, Rate, Tier, Unit};

use crate::tsv;

/// 2026-07-01 00:00 in California, and far from any change of the clock.
const JULY: u64 = 1_782_889_200;
const DAY: u64 = 86_400;

fn rate(units: u32, seconds: u32) -> Rate {
    Rate::new(units, seconds).unwrap()
}

#[test]
fn every_tier_says_what_its_row_says() {
    let rows = tsv::read("throughput.tsv");
    // One row is about queues, not about a tier.
    assert_eq!(Tier::all().count(), rows.len() - 1);
    let tiers = rows
        .iter()
        .filter(|row| row["sender_or_tier"] != "Messaging queue")
        .zip(Tier::all());
    for (row, tier) in tiers {
        let cells =
            ["provider", "sender_or_tier", "note", "source"].map(|column| row[column].as_str());
        assert_eq!(
            [tier.provider(), tier.sender(), tier.note(), tier.source()],
            cells
        );
        let scores = tier
            .trust_scores()
            .map(|range| format!("{}-{}", range.start(), range.end()));
        assert_eq!(
            scores.is_some(),
            row["trust_score"].contains(|c: char| c.is_ascii_digit())
        );
        assert!(scores.is_none_or(|scores| scores == row["trust_score"]));
        assert_eq!(
            tier.per_day().map(|day| day.to_string()),
            (row["unit"] == "segments/day").then(|| row["value"].clone())
        );
        let per_second = |rate: Rate| f64::from(rate.units()) / f64::from(rate.seconds());
        let rates = [tier.sms(), tier.mms(), tier.rcs()]
            .into_iter()
            .flatten()
            .map(per_second);
        let minutes = if row["unit"] == "per minute" {
            60.0
        } else {
            1.0
        };
        let expected: Vec<f64> = match row["unit"].as_str() {
            "segments/day" => vec![],
            "messages" => vec![1.0 / 3.0],
            _ => row["value"]
                .split('/')
                .map(|value| value.parse::<f64>().unwrap() / minutes)
                .collect(),
        };
        assert_eq!(rates.collect::<Vec<_>>(), expected, "{tier:?}");
        assert_eq!(
            tier.unit() == Unit::Messages,
            row["unit"].starts_with("messages")
        );
        assert_eq!(
            Tier::find(tier.id(), tier.trust_scores().map(|range| *range.end()))
                .unwrap()
                .id(),
            tier.id()
        );
    }
}

#[test]
fn trust_scores_choose_the_tier() {
    let find = |id, score| Tier::find(id, score).and_then(Tier::sms).map(Rate::units);
    for (score, units) in [
        (100, 225),
        (75, 225),
        (74, 120),
        (50, 120),
        (49, 12),
        (1, 12),
    ] {
        assert_eq!(find("twilio-a2p-standard", Some(score)), Some(units));
    }
    assert_eq!(find("twilio-a2p-standard", Some(0)), None);
    assert_eq!(find("twilio-a2p-standard", None), None);
    assert_eq!(find("twilio-toll-free", Some(80)), Some(3));
    assert_eq!(find("nobody", None), None);
    let queue = |id| Tier::find(id, None).unwrap().queue();
    assert_eq!(
        queue("twilio-us-ca-long-code-not-a2p"),
        Some(Queue::Seconds(36_000))
    );
    assert_eq!(
        queue("twilio-whatsapp-sender"),
        Some(Queue::Seconds(14_400))
    );
    assert_eq!(queue("telnyx-long-code-non-us"), Some(Queue::Units(1_440)));
    assert_eq!(queue("telnyx-account"), Some(Queue::Units(720_000)));
    assert!(Pace::from_tier(Tier::find("t-mobile-brand-daily-cap", Some(80)).unwrap()).is_none());
}

#[test]
fn a_queue_holds_its_limit_and_no_more() {
    let pace = Pace::new(rate(1, 1)).with_queue(Queue::Seconds(36_000));
    let overflow = |batch: &Batch, pace: &Pace| Plan::new(batch, pace, JULY).unwrap().overflow();
    assert_eq!(overflow(&Batch::new().with(36_000, 1), &pace), None);
    let over = overflow(&Batch::new().with(36_001, 1), &pace).unwrap();
    assert_eq!(
        (over.first(), over.messages(), over.hand_over()),
        (36_000, 1, Duration::from_secs(1))
    );
    // A message that fits in part does not fit.
    let over = overflow(&Batch::new().with(1, 1).with(18_000, 2), &pace).unwrap();
    assert_eq!((over.first(), over.messages()), (18_000, 1));
    // Counted in messages, segments do not matter.
    let pace = pace.with_unit(Unit::Messages).with_queue(Queue::Units(10));
    assert_eq!(overflow(&Batch::new().with(10, 9), &pace), None);
    assert_eq!(
        overflow(&Batch::new().with(12, 9), &pace)
            .unwrap()
            .messages(),
        2
    );
    assert_eq!(
        overflow(&Batch::new().with(12, 9), &Pace::new(rate(1, 1))),
        None
    );
}

#[test]
fn a_day_holds_its_limit_and_no_more() {
    let pace = Pace::new(rate(10, 1)).with_per_day(100);
    let plan = |messages, segments| {
        let batch = Batch::new().with(messages, segments);
        let plan = Plan::new(&batch, &pace, JULY).unwrap();
        (plan.duration(), plan.days())
    };
    assert_eq!(plan(100, 1), (Duration::from_secs(10), 1));
    assert_eq!(plan(101, 1), (Duration::from_millis(1_000 * DAY + 100), 2));
    // 33 messages of 3 segments a day: the 34th would exceed the hundred.
    assert_eq!(plan(33, 3).1, 1);
    assert_eq!(plan(34, 3), (Duration::from_millis(1_000 * DAY + 300), 2));
    assert_eq!(plan(1, 100).1, 1);
    let error = Plan::new(&Batch::new().with(2, 1).with(1, 101), &pace, JULY).unwrap_err();
    assert_eq!(
        error,
        PlanError::TooLong {
            message: 2,
            segments: 101,
            per_day: 100
        }
    );
    assert_eq!(
        error.to_string(),
        "message 2 has 101 segments: a day allows 100"
    );
}

/// On the day the clock is put forward, midnight comes an hour sooner.
#[test]
fn days_are_those_of_california() {
    let second = |start| {
        let batch = Batch::new().with(2, 1);
        let pace = Pace::new(rate(1, 1)).with_per_day(1);
        let plan = Plan::new(&batch, &pace, start).unwrap();
        plan.schedule().nth(1).unwrap().after.as_secs()
    };
    assert_eq!(second(JULY), DAY);
    assert_eq!(second(JULY + DAY - 1), 1);
    let march_8: u64 = 1_772_956_800; // 2026-03-08 00:00 in California, 08:00 UTC
    assert_eq!(second(march_8), 23 * 3_600);
    let november_1: u64 = 1_793_516_400; // 2026-11-01 00:00 in California, 07:00 UTC
    assert_eq!(second(november_1), 25 * 3_600);
}

#[test]
fn no_plan_goes_beyond_ten_years() {
    let slow = |seconds| {
        Plan::new(&Batch::new().with(1, 1), &Pace::new(rate(1, seconds)), 0)
            .map(|plan| plan.duration())
    };
    assert_eq!(slow(86_400_000), Ok(Duration::from_hours(24_000)));
    let batch = Batch::new().with(u32::MAX, u32::MAX).with(u32::MAX, 7);
    for pace in [
        Pace::new(rate(1, 86_400_000)),
        Pace::new(rate(86_400_000, 1)).with_per_day(u32::MAX),
    ] {
        assert_eq!(
            Plan::new(&batch, &pace, u64::MAX).unwrap_err(),
            PlanError::TooSlow
        );
    }
    let (none, pace) = (Batch::new(), Pace::new(rate(1, 1)));
    let nothing = Plan::new(&none, &pace, 0).unwrap();
    assert_eq!(
        (
            nothing.duration(),
            nothing.days(),
            nothing.schedule().count()
        ),
        (Duration::ZERO, 0, 0)
    );
}

/// Message by message, in nanoseconds: as soon as the sender is free, unless the day is full.
fn slow_schedule(batch: &[u32], units: u32, seconds: u32, per_day: u32, start: u64) -> Vec<u128> {
    let (second, day) = (1_000_000_000_u128, u128::from(DAY) * 1_000_000_000);
    let since_midnight = u128::from((start - JULY) % DAY) * second;
    let (mut epoch, mut sent, mut today, mut date) = (since_midnight, 0_u128, 0, 0);
    let mut times = Vec::new();
    for segments in batch {
        let free = |epoch: u128, sent: u128| {
            epoch + (sent * u128::from(seconds) * second).div_ceil(u128::from(units))
        };
        let mut now = free(epoch, sent);
        if now / day > date {
            (date, today) = (now / day, 0);
        }
        if today + segments > per_day {
            (date, today) = (date + 1, 0);
            (epoch, sent) = (date * day, 0);
            now = epoch;
        }
        today += segments;
        sent += u128::from(*segments);
        times.push(now - since_midnight);
    }
    times
}

proptest! {
    #[test]
    fn schedules_are_those_of_the_slow_way(
        batch in prop::collection::vec(1..12_u32, 0..120),
        (units, seconds) in (1..50_u32, 1..20_000_u32),
        per_day in 11..90_u32,
        late in 0..30 * DAY,
    ) {
        let expected = slow_schedule(&batch, units, seconds, per_day, JULY + late);
        let runs: Batch = batch.iter().copied().collect();
        let pace = Pace::new(rate(units, seconds)).with_per_day(per_day);
        let plan = match Plan::new(&runs, &pace, JULY + late) {
            Ok(plan) => plan,
            Err(error) => panic!("{error}"),
        };
        // The slow way knows nothing of clocks that change in November.
        prop_assume!(plan.ends_at() < JULY + 120 * DAY);
        let schedule: Vec<_> = plan.schedule().collect();
        let times: Vec<u128> = schedule.iter().map(|dispatch| dispatch.after.as_nanos()).collect();
        prop_assert_eq!(times, expected);
        let numbers = schedule.iter().map(|dispatch| (dispatch.message, dispatch.segments));
        prop_assert!(numbers.eq((0..).zip(batch)));
        prop_assert!(schedule.last().is_none_or(|last| last.after <= plan.duration()));
    }

    /// At an even pace without a day's limit, the end is the segments over the rate.
    #[test]
    fn plans_without_a_limit_take_segments_over_rate(
        runs in prop::collection::vec((0..100_000_u32, 1..30_u32), 0..6),
        (units, seconds) in (1..5_000_u32, 1..60_u32),
    ) {
        let batch = runs.iter().fold(Batch::new(), |batch, run| batch.with(run.0, run.1));
        let segments: u64 = runs.iter().map(|run| u64::from(run.0) * u64::from(run.1)).sum();
        prop_assert_eq!(batch.segments(), segments);
        let pace = Pace::new(rate(units, seconds));
        let plan = Plan::new(&batch, &pace, 0).unwrap();
        let expected = (u128::from(segments) * u128::from(seconds) * 1_000_000_000).div_ceil(u128::from(units));
        prop_assert_eq!(plan.duration().as_nanos(), expected);
    }

    #[test]
    fn no_numbers_panic(
        runs in prop::collection::vec(any::<(u32, u32)>(), 0..4),
        (units, seconds, per_day, queue) in any::<(u32, u32, Option<u32>, u32)>(),
        (start, by_time) in any::<(u64, bool)>(),
    ) {
        let batch = runs.into_iter().fold(Batch::new(), |batch, run| batch.with(run.0, run.1));
        let Ok(rate) = Rate::new(units, seconds) else { return Ok(()) };
        let queue = if by_time { Queue::Seconds(queue) } else { Queue::Units(queue) };
        let pace = Pace::new(rate).with_queue(queue);
        let pace = per_day.map_or(pace, |per_day| pace.with_per_day(per_day));
        if let Ok(plan) = Plan::new(&batch, &pace, start) {
            let times: Vec<_> = plan.schedule().take(50).map(|dispatch| dispatch.after).collect();
            prop_assert!(times.is_sorted());
            prop_assert!(plan.overflow().is_none_or(|overflow| overflow.first() < batch.messages()));
            prop_assert!(plan.ends_at() >= start.min(253_402_300_799));
        }
    }
}
