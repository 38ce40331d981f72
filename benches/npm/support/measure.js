/** Timing: rounds of all candidates by turns, the best round of each counts. */

const ROUNDS = 9;
const ROUND = 12; // milliseconds

/**
 * Nanoseconds a call, for each candidate.
 * @param {Record<string, (input: any) => unknown>} candidates
 * @param {readonly any[]} inputs
 * @returns {Record<string, number>}
 */
export function measure(candidates, inputs) {
  /** @type {Record<string, { repeat: number, best: number }>} */
  const state = {};
  for (const [name, run] of Object.entries(candidates)) {
    let repeat = 1;
    for (;;) {
      const elapsed = time(run, inputs, repeat);
      if (elapsed >= ROUND / 2) {
        state[name] = { repeat: Math.max(1, Math.ceil((repeat * ROUND) / elapsed)), best: elapsed / repeat };
        break;
      }
      repeat *= 2;
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const one = state[name];
      // One slow call is enough to know that it is slow.
      if (one.repeat === 1 && one.best > 20 * ROUND) continue;
      let elapsed = time(run, inputs, one.repeat);
      // What was slow once, before it was compiled, may be too fast now for a clock that ticks every 0.1 ms.
      while (elapsed < ROUND / 4) {
        one.repeat *= 2;
        elapsed = time(run, inputs, one.repeat);
      }
      one.best = Math.min(one.best, elapsed / one.repeat);
    }
  }
  return Object.fromEntries(Object.entries(state).map(([name, { best }]) => [name, (best * 1e6) / inputs.length]));
}

/** A sink for results, so that no compiler removes the calls. */
export let sink;

function time(run, inputs, repeat) {
  const start = performance.now();
  for (let round = 0; round < repeat; round++) {
    for (let index = 0; index < inputs.length; index++) sink = run(inputs[index]);
  }
  return performance.now() - start;
}

/** @param {number} ns */
export function shown(ns) {
  if (ns < 1000) return `${ns.toFixed(0)} ns`;
  if (ns < 1e6) return `${(ns / 1e3).toFixed(1)} µs`;
  return ns < 1e9 ? `${(ns / 1e6).toFixed(1)} ms` : `${(ns / 1e9).toFixed(1)} s`;
}

/** @param {number} value */
export function times(value) {
  if (value >= 100) return `${Math.round(value).toLocaleString('en')}×`;
  return `${value.toFixed(value < 10 ? 1 : 0)}×`;
}
