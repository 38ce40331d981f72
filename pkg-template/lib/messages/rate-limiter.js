/**
 * `RateLimiter`: a sliding window for each key, without a clock. The same as `webhook::RateLimiter` of the crate, in JavaScript,
 * since its state stays with the caller: a module of WebAssembly would have to be loaded for a map of times.
 */

import { isText, isWhole, wrong } from '../error.js';
import { named } from '../options.js';

/** @import { RateLimiterOptions, RateLimiterState } from '../../messages.js' */

const MOST = Number.MAX_SAFE_INTEGER;

export class RateLimiter {
  /** The times of the events allowed, the oldest first, by key; the key whose last event is the oldest comes first. @type {Map<string, number[]>} */
  #times = new Map();
  #limit;
  #window;
  #maxKeys;

  /** @param {RateLimiterOptions} [options] */
  constructor(options) {
    const { limit = 5, windowSeconds = 60, maxKeys = 10_000 } = named(options, ['limit', 'windowSeconds', 'maxKeys']);
    isWhole(limit, 'option limit', 1, 0xFFFFFFFF);
    isWhole(windowSeconds, 'option windowSeconds', 0, MOST);
    isWhole(maxKeys, 'option maxKeys', 1, 0xFFFFFFFF);
    this.#limit = limit;
    this.#window = windowSeconds;
    this.#maxKeys = maxKeys;
  }

  /** @param {string} key @param {number | Date} now @returns {boolean} */
  allow(key, now) {
    isText(key, 'key');
    const time = seconds(now);
    const times = this.times(key).filter((event) => event + this.#window > time);
    const isAllowed = times.length < this.#limit;
    if (isAllowed) times.splice(times.filter((event) => event <= time).length, 0, time);
    this.#put(key, times);
    return isAllowed;
  }

  /** @param {string} key @param {number | Date} now @returns {number} */
  retryAfter(key, now) {
    isText(key, 'key');
    const time = seconds(now);
    const ends = this.times(key).map((event) => event + this.#window).filter((end) => end > time);
    const over = ends.length + 1 - this.#limit;
    return over < 1 ? 0 : /** @type {number} */ (ends[over - 1]) - time;
  }

  /** @param {string} key @returns {number[]} */
  times(key) {
    return [...this.#times.get(key) ?? []];
  }

  /** @param {string} key @param {Iterable<number>} times */
  restore(key, times) {
    isText(key, 'key');
    const sorted = [...times].sort((one, other) => one - other);
    for (const [index, time] of sorted.entries()) isWhole(time, `times[${index}]`, 0, MOST);
    this.#put(key, sorted.slice(-this.#limit));
    return this;
  }

  /** @param {number | Date} now */
  expire(now) {
    const time = seconds(now);
    for (const [key, times] of this.#times) if (Number(times.at(-1)) + this.#window <= time) this.#times.delete(key);
  }

  get size() {
    return this.#times.size;
  }

  /** @returns {RateLimiterState} */
  toJSON() {
    const keys = Object.fromEntries([...this.#times].map(([key, times]) => [key, [...times]]));
    return { limit: this.#limit, windowSeconds: this.#window, maxKeys: this.#maxKeys, keys };
  }

  /** @param {RateLimiterState} state */
  static fromJSON(state) {
    if (typeof state !== 'object' || state === null) throw wrong('state', 'an object', state);
    const { keys = {}, ...options } = state;
    const limiter = new RateLimiter(options);
    for (const [key, times] of Object.entries(keys)) limiter.restore(key, times);
    return limiter;
  }

  /** @param {string} key @param {number[]} times */
  #put(key, times) {
    this.#times.delete(key);
    if (times.length === 0) return;
    this.#times.set(key, times);
    if (this.#times.size > this.#maxKeys) this.#forget();
  }

  /** Forgets the key whose last event is the longest ago: nearly always the first one, as times hardly ever go back. */
  #forget() {
    let oldest = '';
    let least = Infinity;
    for (const [key, times] of this.#times) {
      const last = Number(times.at(-1));
      if (last < least) [oldest, least] = [key, last];
    }
    this.#times.delete(oldest);
  }
}

/** Whole seconds of a time. @param {unknown} now */
function seconds(now) {
  if (now instanceof Date && !Number.isNaN(now.getTime())) return Math.floor(now.getTime() / 1000);
  isWhole(now, 'now', 0, MOST);
  return now;
}
