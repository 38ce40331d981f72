// Plans a bulk send: what each text costs, whether each message would be accepted, which sender it is sent from, how long
// all take, and when to hand over each.
//
//     npm install && npm run plan
//
// shows the plan of a small campaign. In a checkout `cargo xtask pkg` makes the package first; elsewhere `npm install septet` does.

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { count } from 'septet';
import { check, pickSender, plan, SmsError } from 'septet/messages';

/**
 * @param {readonly { to: string, body: string }[]} messages
 * @param {readonly import('septet/messages').PoolSender[]} pool
 * @param {import('septet/messages').Pace} pace of one sender
 * @param {Date} start
 */
export function bulkPlan(messages, pool, pace, start) {
  const refused = [];
  /** The messages of each sender, in order. */
  const queues = new Map();
  for (const message of messages) {
    const from = senderFor(pool, message.to);
    const report = check({ ...message, from }, { now: start });
    if (!report.acceptable) refused.push({ message, violations: report.violations });
    else queues.set(from, [...(queues.get(from) ?? []), message]);
  }
  const senders = [...queues].map(([from, queue]) => {
    const planned = plan(queue.map(({ body }) => count(body).segments), pace, { start });
    return { from, queue, planned };
  });
  return { refused, senders };
}

/** The address of the sender that suits a recipient; `null` if none does, and for a text that is not a recipient: the check says why. */
function senderFor(pool, to) {
  try {
    const { chosen } = pickSender(pool, to);
    return chosen === null ? null : pool[chosen].address;
  } catch (error) {
    if (error instanceof SmsError) return null;
    throw error;
  }
}

/** The messages to submit in each second, all senders side by side. An iterator, so that no queue is held in memory. */
export function* handOver(senders) {
  for (const { from, queue, planned } of senders) {
    for (const { message, afterSeconds } of planned.schedule()) yield { from, afterSeconds, ...queue[message] };
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  const start = new Date('2026-07-01T16:00:00Z');
  const pool = [{ address: '+14155550100', registered: true }, { address: 'Septet', country: 'GB' }];
  const messages = [
    { to: '+12125550123', body: 'Hi Ann! Your order 4821 ships today.' },
    { to: '+12125550124', body: 'Hi Łukasz! Your order 4822 ships today, and the invoice is in your mailbox.' },
    { to: '+447400123456', body: 'Your table is booked 🎉' },
    { to: '+5351234567', body: 'Su pedido sale hoy.' },
  ];
  const { refused, senders } = bulkPlan(messages, pool, { tier: 'twilio-toll-free' }, start);
  for (const { message: { to }, violations } of refused) console.log(`${to}: ${violations.map(({ field, message, fix }) => `${field}: ${message} (${fix})`).join('; ')}`);
  for (const { from, queue, planned } of senders) console.log(`${from}: ${queue.length} messages until ${planned.endsAt.toISOString()}`);
  for (const { from, to, afterSeconds } of handOver(senders)) console.log(`after ${afterSeconds} s from ${from} to ${to}`);
}
