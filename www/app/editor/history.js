/**
 * Undo and redo over everything that changes the text: typing, pasting, and what the tools of the page do. The
 * browser's own history knows nothing of the latter and forgets all when a script sets a value.
 */

/**
 * @typedef {object} Moment
 * @property {string} text
 * @property {number} start selection in the text, in UTF-16 units
 * @property {number} end
 * @property {Languages} [languages] the national languages, if the change was to them
 */

/** @typedef {import('../state.js').Settings['nationalLanguages']} Languages */

/** Typing without a pause of this many milliseconds is undone in one go. */
const PAUSE = 700;
/** Maximum length of all remembered texts together, in UTF-16 units. */
const MAX_UNITS = 8_000_000;

export function createHistory() {
  /** @type {Moment[]} */
  let past = [];
  /** @type {Moment[]} */
  let future = [];
  let lastTyped = -Infinity;
  let isComposing = false;

  function trim() {
    let total = 0;
    let first = past.length;
    while (first > 0) {
      total += past[first - 1]?.text.length ?? 0;
      if (total > MAX_UNITS && first < past.length) break;
      first -= 1;
    }
    past = past.slice(first);
  }

  /**
   * @param {Moment[]} from
   * @param {Moment[]} to
   * @param {Moment & { languages: Languages }} now
   */
  function move(from, to, { languages, ...now }) {
    const moment = from.pop();
    if (moment === undefined) return null;
    to.push(moment.languages === undefined ? now : { ...now, languages });
    lastTyped = -Infinity;
    return moment;
  }

  return {
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    /**
     * Remembers the state before a change.
     * @param {Moment} before
     * @param {{ typed: boolean, time: number, composed?: boolean }} change `composed`: by an input method, all of whose
     *   changes up to `endComposition` are undone together and apart from what was typed before
     */
    record(before, { typed, time, composed = false }) {
      const goesOn = composed ? isComposing : typed && time - lastTyped < PAUSE;
      isComposing = composed;
      lastTyped = typed ? time : -Infinity;
      future = [];
      if (goesOn && past.length > 0) return;
      past.push(before);
      trim();
    },
    endComposition() {
      isComposing = false;
      lastTyped = -Infinity;
    },
    /** @param {Moment & { languages: Languages }} now @returns {Moment | null} */
    undo: (now) => move(past, future, now),
    /** @param {Moment & { languages: Languages }} now @returns {Moment | null} */
    redo: (now) => move(future, past, now),
  };
}
