/** The duration of a batch, and the time of each message, which is fetched in portions. */

import { isWhole, wrong } from '../error.js';

/** @import { Dispatch, Pace, Plan, Time } from '../../messages.js' */
/** @import { WasmModule } from '../module.js' */

/**
 * @param {WasmModule<typeof import('../../wasm/sending.js')>} module
 * @param {Parameters<typeof import('../../messages.js').plan>[0]} batch
 * @param {Pace} pace
 * @param {{ start: Time }} options
 * @returns {Plan}
 */
export function plan(module, batch, pace, options) {
  const runs = runsOf(batch);
  const found = module.call((wasm) => wasm.plan(runs, pace, options));
  const portion = (/** @type {number} */ from) => /** @type {Dispatch[]} */ (module.call((wasm) => wasm.schedule(runs, BigInt(from), pace, options)));
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
 * The messages of each run, and the segments of each of them.
 * @param {unknown} batch
 */
function runsOf(batch) {
  if (!Array.isArray(batch) && !(batch instanceof Uint32Array)) throw wrong('batch', 'an array', batch);
  const runs = new Uint32Array(2 * batch.length);
  for (const [index, run] of batch.entries()) {
    const path = `batch[${index}]`;
    const [messages, segments] = typeof run === 'object' && run !== null ? [run.messages, run.segments] : [1, run];
    isWhole(messages, `${path}.messages`, 0, 0xFFFFFFFF);
    isWhole(segments, typeof run === 'object' ? `${path}.segments` : path, 1, 0xFFFFFFFF);
    runs.set([messages, segments], 2 * index);
  }
  return runs;
}
