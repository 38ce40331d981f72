// Plans a bulk send: what each text costs, whether each message would be accepted, which sender it is sent from, how long
// all take, and when to hand over each.

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

/** The address of the sender that suits a recipient; `null` if none does, and for what is no recipient: the check says why. */
function senderFor(pool, to) {
  try {
    const { chosen } = pickSender(pool, to);
    return chosen === null ? null : pool[chosen].address;
  } catch (error) {
    if (error instanceof SmsError) return null;
    throw error;
  }
}

/** What is handed over in which second, all senders side by side; an iterator, so that nothing waits in memory. */
export function* handOver(senders) {
  for (const { from, queue, planned } of senders) {
    for (const { message, afterSeconds } of planned.schedule()) yield { from, afterSeconds, ...queue[message] };
  }
}
