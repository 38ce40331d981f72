/** The state of the page: one object, replaced on each change, and those who want to know. */

/**
 * @template {object} T
 * @typedef {object} Store
 * @property {() => T} get
 * @property {(change: Partial<T>) => void} set
 * @property {(listener: (now: T, before: T) => void) => void} subscribe listeners are called in the order they came
 */

/**
 * @template {object} T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function createStore(initial) {
  let state = initial;
  /** @type {((now: T, before: T) => void)[]} */
  const listeners = [];
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/**
 * Calls once things have been quiet for a while, with the last arguments.
 * @template {unknown[]} A
 * @param {number} milliseconds
 * @param {(...values: A) => void} action
 * @returns {(...values: A) => void}
 */
export function whenQuiet(milliseconds, action) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}

/** Milliseconds from when a frame is made until it is on the screen; at 60 a second the next is not begun before. */
const WAY = 8;

/**
 * Calls in the frame after the next, which has the next one to itself; calls asked for meanwhile are the same one.
 * @param {() => void} action
 * @returns {() => void}
 */
export function afterPaint(action) {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => {
      isAsked = false;
      action();
    }), WAY));
  };
}

/** Resolves once the browser has nothing more urgent to do, within half a second. @returns {Promise<void>} */
export function idle() {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 50);
  });
}
