//! Plans a bulk send: counts the texts, chooses a sender for each recipient, and tells how long
//! each sender takes, what its queue would not hold, and when to send what.
//!
//! ```console
//! $ cargo run --example bulk_plan --features messages
//! ```

use std::collections::BTreeMap;
use std::error::Error;

use septet::catalogue::{Batch, Need, Pace, Pick, Plan, PoolSender, Refusal, Tier};

/// 2026-07-01 22:00 in California.
const START: u64 = 1_782_968_400;

/// The brand's trust score, 0 to 100.
const TRUST_SCORE: u8 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    for line in report()? {
        println!("{line}");
    }
    Ok(())
}

/// The recipients and their texts: 84,000 in three countries, and one in a fourth.
fn recipients() -> Vec<(String, String)> {
    let us = (0..20_000).map(|n| {
        (
            format!("+1212555{n:04}"),
            format!("Hi! Your order {n} ships today."),
        )
    });
    let gb = (0..60_000).map(|n| {
        (
            format!("+447700{n:06}"),
            format!("Your order {n} ships today — thank you for your order, and see you soon!"),
        )
    });
    let pl = (0..4_000).map(|n| {
        (
            format!("+48512{n:06}"),
            "Twoja paczka jest w drodze. ".repeat(6),
        )
    });
    let cu = [("+5351234567".to_owned(), "Su pedido sale hoy.".to_owned())];
    us.chain(gb).chain(pl).chain(cu).collect()
}

/// The facts to know before the first message is sent.
///
/// # Errors
///
/// None for the recipients and senders given here.
pub fn report() -> Result<Vec<String>, Box<dyn Error>> {
    // The senders of the account, each with the tier that tells its pace.
    let pool = [
        (
            PoolSender::new("+14155550100".parse()?).with_registration(true),
            "twilio-a2p-standard",
        ),
        (
            PoolSender::new("+447400123456".parse()?),
            "twilio-us-ca-long-code-not-a2p",
        ),
        (
            PoolSender::new("Septet".parse()?).with_country("GB".parse()?),
            "twilio-short-code-us-ca-uk",
        ),
    ];
    let senders = pool.each_ref().map(|(sender, _)| sender.clone());

    let mut lines = Vec::new();
    let mut batches: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut refused = 0;
    for (recipient, text) in recipients() {
        let pick = Pick::from_pool(&senders, &recipient.parse()?, &Need::new());
        let segments = u32::try_from(septet::count(&text).segments())?;
        if let Some(sender) = pick.chosen() {
            batches.entry(sender).or_default().push(segments);
        } else {
            refused += 1;
            let why: Vec<Refusal> = pick.refused().iter().map(|refused| refused.1).collect();
            lines.push(format!("{recipient}: no sender will do: {why:?}"));
        }
    }
    lines.push(format!("{refused} refused"));

    for (sender, segments) in batches {
        let (sender, tier) = &pool[sender];
        lines.extend(timed(sender, tier, segments)?);
    }
    Ok(lines)
}

/// The time that a sender of this tier takes for messages of so many segments.
fn timed(
    sender: &PoolSender,
    tier: &str,
    segments: Vec<u32>,
) -> Result<Vec<String>, Box<dyn Error>> {
    let tier = Tier::find(tier, Some(TRUST_SCORE)).ok_or("no such tier")?;
    let pace = Pace::from_tier(tier).ok_or("a tier without a rate")?;
    // T-Mobile takes only so much a day from a brand; a quarter of the recipients are its customers.
    let pace =
        match Tier::find("t-mobile-brand-daily-cap", Some(TRUST_SCORE)).and_then(Tier::per_day) {
            Some(per_day) if tier.id() == "twilio-a2p-standard" => pace.with_per_day(per_day * 4),
            _ => pace,
        };
    let batch: Batch = segments.into_iter().collect();
    let plan = Plan::new(&batch, &pace, START)?;
    let mut lines = vec![format!(
        "{}: {} messages, {} segments, {:.0} s on {} days, until {}",
        sender.address(),
        batch.messages(),
        batch.segments(),
        plan.duration().as_secs_f64(),
        plan.days(),
        plan.ends_at(),
    )];
    if let Some(overflow) = plan.overflow() {
        lines.push(format!(
            "  all at once, {} messages from number {} on would not fit the queue: hand them over in {:.0} s",
            overflow.messages(),
            overflow.first(),
            overflow.hand_over().as_secs_f64(),
        ));
    }
    for dispatch in plan.schedule().take(2) {
        lines.push(format!(
            "  message {} after {:.2} s",
            dispatch.message,
            dispatch.after.as_secs_f64()
        ));
    }
    Ok(lines)
}
