/** How long a batch takes; when each message is sent is asked for in portions. */

import { isWhole, wrong } from '../error.js';

/** @import { Dispatch, Pace, Plan, Time } from '../../messages.js' */
/** @import { Calls } from './calls.js' */

/**
 * @param {Calls} calls
 * @param {Parameters<typeof import('../../messages.js').plan>[0]} batch
 * @param {Pace} pace
 * @param {{ start: Time }} options
 * @returns {Plan}
 */
export function plan(calls, batch, pace, options) {
  const runs = runsOf(batch);
  const found = calls.json('plan', { runs, pace, options });
  const portion = (/** @type {number} */ from) => /** @type {Dispatch[]} */ (calls.json('schedule', { runs, from, pace, options }));
  return {
    ...found,
    endsAt: new Date(1000 * found.endsAt),
    * schedule() {
      let from = 0;
      for (let next = portion(0); next.length > 0; next = portion(from)) {
        yield* next;
        from += next.length;
      }
    },
  };
}

/**
 * How many messages, and how many segments each has, one pair after the other: the octets of their 32 bits.
 * @param {unknown} batch
 */
function runsOf(batch) {
  if (!Array.isArray(batch) && !(batch instanceof Uint32Array)) throw wrong('batch', 'an array', batch);
  const runs = new DataView(new ArrayBuffer(8 * batch.length));
  for (const [index, run] of batch.entries()) {
    const path = `batch[${index}]`;
    const [messages, segments] = typeof run === 'object' && run !== null ? [run.messages, run.segments] : [1, run];
    isWhole(messages, `${path}.messages`, 0, 0xFFFFFFFF);
    isWhole(segments, typeof run === 'object' ? `${path}.segments` : path, 1, 0xFFFFFFFF);
    runs.setUint32(8 * index, messages, true);
    runs.setUint32(8 * index + 4, segments, true);
  }
  return new Uint8Array(runs.buffer);
}
