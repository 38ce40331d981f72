/**
 * The verdict: segments, money, the reason and the one action, in one line that stays in view. The figures follow every
 * key; reason and action follow once the text was analysed.
 */

import { byId, setHidden, setText } from './dom.js';
import { costOf, moneyFor, rateOf } from './cost/price.js';
import { languageName, locale, number, t } from './language.js';

/** @typedef {import('./reading.js').Count} Count */
/** @typedef {import('./state.js').State} State */

/**
 * The second half of the verdict.
 * @typedef {object} Reason
 * @property {string} sentence
 * @property {string} [short] the same in fewer words, where the sentence does not fit its line
 * @property {'plain' | 'costs' | 'stop'} level `stop` if the message cannot be sent
 * @property {{ label: string, run: () => void } | null} action
 */

/**
 * An element that is changed only if its text changes: asking the page for its text takes longer than remembering it. Whether
 * it is empty is an attribute: styles that ask for `:empty` would be worked out again at every key.
 * @param {string} id
 */
function slot(id) {
  const target = byId(id, HTMLElement);
  // Changed in place: a new text node costs style. (A change of the language puts another one there.)
  const node = document.createTextNode('');
  /** @type {string | null} */
  let shown = null;
  return (/** @type {string} */ text) => {
    if (text === shown && node.parentNode === target) return;
    if ((text === '') !== (shown === '') || shown === null) target.toggleAttribute('data-empty', text === '');
    shown = text;
    node.data = text;
    if (node.parentNode !== target) target.replaceChildren(node);
  };
}

export function createVerdict() {
  const verdict = byId('verdict', HTMLElement);
  const action = byId('verdict-action', HTMLButtonElement);
  const [showSegments, showMoney, showReason] = [slot('figure-segments'), slot('verdict-money'), slot('verdict-reason')];
  const [showEncoding, showUnits, showRemaining, showCharacters] = [slot('figure-encoding'), slot('figure-units'), slot('figure-remaining'), slot('figure-characters')];
  let isEmpty = verdict.hasAttribute('data-empty');
  /** What the headline was made of, if it is the count of one text. @type {readonly unknown[]} */
  let counted = [];
  const headline = (/** @type {string} */ segments, /** @type {string} */ money) => {
    counted = [];
    showSegments(segments);
    showMoney(money);
    if (isEmpty === (segments === '')) return;
    isEmpty = segments === '';
    verdict.toggleAttribute('data-empty', isEmpty);
  };
  const line = byId('verdict-reason', HTMLElement);
  let [sentence, short] = ['', ''];
  /** Says the reason in fewer words where it would be cut off. */
  const fit = () => {
    showReason(sentence);
    const isCut = short !== '' && line.scrollWidth > line.clientWidth;
    if (isCut) showReason(short);
    line.title = isCut ? sentence : '';
  };
  new ResizeObserver(fit).observe(verdict);
  /** @type {(() => void) | null} */
  let run = null;
  action.addEventListener('click', () => run?.());

  return {
    /** Shows the count of a plain text: all that a key waits for. @param {string} text @param {Count} count @param {State} state */
    count(text, count, { price, sending }) {
      const key = [text === '' ? 0 : count.segments, price, sending, locale()];
      // Most keys change neither segments nor money.
      if (key.every((part, index) => part === counted[index])) return;
      if (text === '') headline('', '');
      else {
        const rate = rateOf(price, sending, 'perSegment');
        headline(t('segmentCount', { n: count.segments }), moneyFor(costOf(count.segments, rate), rate));
      }
      counted = key;
    },
    /** Shows a verdict that is not the count of one text. */
    headline,
    /** @param {Count} count of the text, or of an example of a template @param {boolean} [isMinimum] fields without a value may add to it */
    figures({ encoding, units, unitsRemaining, lockingShift, singleShift }, isMinimum = false) {
      const language = lockingShift ?? singleShift;
      showEncoding(language === null ? encoding : `${encoding} · ${languageName(language)}`);
      showUnits(orMore(t('unitCount', { n: units }), units, isMinimum));
      showRemaining(isMinimum ? '' : t('remainingCount', { n: unitsRemaining }));
      if (verdict.dataset['encoding'] !== encoding) verdict.dataset['encoding'] = encoding;
    },
    /** @param {number} characters @param {boolean} [isMinimum] */
    characters: (characters, isMinimum = false) => showCharacters(orMore(t('characterCount', { n: characters }), characters, isMinimum)),
    /** @param {Reason} reason */
    reason({ sentence: said, short: shorter = '', level, action: next }) {
      [sentence, short] = [said, shorter];
      if (verdict.dataset['level'] !== level) verdict.dataset['level'] = level;
      run = next?.run ?? null;
      if (next !== null) setText(action, next.label);
      if (next === null && document.activeElement === action) verdict.focus({ preventScroll: true });
      setHidden(action, next === null);
      fit();
    },
  };
}

/** A figure marked as a minimum, such as "4+ units". @param {string} text @param {number} n @param {boolean} isMinimum */
function orMore(text, n, isMinimum) {
  return isMinimum ? text.replace(number(n), `${number(n)}+`) : text;
}

/** A range such as `1–3`, or one number. @param {number} min @param {number} max */
export function rangeOf(min, max) {
  return min === max ? number(min) : `${number(min)}–${number(max)}`;
}
