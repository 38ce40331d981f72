/** What sending costs: segments × recipients × the reader's own price, or the segments of all rows of a table × the price. */

import { byId, fill, make, setHidden, setText } from './dom.js';
import { arrow, locale, number, t } from './language.js';

/** @typedef {import('./state.js').Price} Price */

/**
 * What is sent.
 * @typedef {object} Sent
 * @property {number} segments of the one text for all recipients, or of all rows
 * @property {boolean} isTable whether the recipients are the rows of a table
 */

/** Currencies offered first; the rest of those the browser knows follow. */
const COMMON = ['USD', 'EUR', 'GBP', 'TRY', 'AED', 'SAR', 'MXN', 'INR', 'BRL', 'CHF'];

/**
 * An amount of money, with as many digits as small prices need.
 * @param {number} amount
 * @param {string} currency
 */
export function money(amount, currency) {
  const isSmall = amount !== 0 && Math.abs(amount) < 1;
  const text = new Intl.NumberFormat(locale(), {
    style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...(isSmall ? { maximumFractionDigits: 6 } : {}),
  }).format(amount);
  // An amount in Latin digits is read from the left in a text from the right, its sign and all.
  return document.documentElement.dir === 'rtl' ? `\u2066${text}\u2069` : text;
}

/**
 * What this many segments cost for every recipient; nothing if no price is given.
 * @param {number} segments
 * @param {Price} price
 */
export function costOf(segments, { perSegment, recipients, currency }) {
  return perSegment === null ? null : money(segments * perSegment * recipients, currency);
}

/** @param {(price: Price) => void} changed */
export function createCost(changed) {
  const section = byId('cost', HTMLElement);
  const total = make('p', { class: 'cost-total', id: 'cost-total' });
  const sum = make('p', { class: 'hint', id: 'cost-sum' });
  const recipientsField = make('div', { class: 'field' });

  return {
    /** @param {Price} price */
    drawFields(price) {
      const perSegment = make('input', {
        class: 'input', id: 'price', type: 'number', min: 0, step: 'any', inputmode: 'decimal', placeholder: '0.0079', value: price.perSegment ?? '',
      });
      const recipients = make('input', { class: 'input', id: 'recipients', type: 'number', min: 1, step: 1, inputmode: 'numeric', value: price.recipients });
      const currency = make('select', { class: 'select', id: 'currency' }, ...currencies(price.currency));
      const read = () => changed({
        perSegment: perSegment.value === '' ? null : Math.max(0, perSegment.valueAsNumber),
        recipients: Math.max(1, Math.round(recipients.valueAsNumber) || 1),
        currency: currency.value,
      });
      for (const field of [perSegment, recipients, currency]) field.addEventListener('input', read);
      fill(recipientsField, make('label', { for: 'recipients' }, t('recipients')), recipients);
      fill(section, make('h2', { id: 'cost-title' }, t('cost')),
        make('div', { class: 'cost-fields' },
          make('div', { class: 'field' }, make('label', { for: 'price' }, t('pricePerSegment')), perSegment),
          make('div', { class: 'field' }, make('label', { for: 'currency' }, t('currency')), currency),
          recipientsField),
        total, sum);
    },
    /** @param {Sent} sent @param {Price} price */
    draw({ segments, isTable }, price) {
      const cost = costOf(segments, isTable ? { ...price, recipients: 1 } : price);
      const perSegment = money(price.perSegment ?? 0, price.currency);
      setText(total, cost ?? '–');
      if (cost === null) setText(sum, t('priceMissing'));
      else if (isTable) setText(sum, `${t('segmentsTotal', { n: segments })} × ${perSegment}`);
      else setText(sum, t('costSum', { segments, recipients: price.recipients, price: perSegment }));
      setHidden(recipientsField, isTable);
    },
  };
}

/** @param {string} chosen */
function currencies(chosen) {
  const names = new Intl.DisplayNames([locale()], { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  return [...COMMON, ...rest].map((code) => make('option', { value: code, selected: code === chosen }, `${code} · ${names.of(code) ?? code}`));
}

/**
 * Segments before and after, for people: `4 → 2 segments`, the figures set apart.
 * @param {number} before
 * @param {number} after
 */
export function fromTo(before, after) {
  const change = `${number(before)} ${arrow()} ${number(after)}`;
  const [ahead = '', behind = ''] = t('segmentsAfter', { n: after, change: '\0' }).split('\0');
  return [ahead, make('strong', {}, change), behind];
}
