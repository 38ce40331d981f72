/** Prices: the reader's own, or a published list price to start from; and amounts of money as text. */

import { locale, number, t } from '../language.js';
import prices from './prices.json' with { type: 'json' };

/** @typedef {import('../state.js').Price} Price */
/** @typedef {import('../state.js').Sending} Sending */

/**
 * A price in force.
 * @typedef {object} Rate
 * @property {number | null} perUnit for a segment or an MMS; `null` if there is none
 * @property {number | null} recipients
 * @property {string} currency
 */

/**
 * A published price list: amounts by country, for some kinds of sender.
 * @typedef {object} PriceList
 * @property {string} provider
 * @property {string} currency ISO 4217
 * @property {string} date the month it was read for, such as `2026-10`
 * @property {string} source its address
 * @property {string[]} senders
 * @property {string} carrierFees `none`, `possible`, or `extra` where they always come on top
 * @property {boolean} [isHighest] whether networks have different prices and this is the highest
 * @property {Partial<Record<string, number>>} perSegment by country
 * @property {Partial<Record<string, number>>} [perMms]
 */

/** @type {readonly PriceList[]} */
const LISTS = prices;

/** The published prices for a country and kind of sender, or `undefined`. @param {Sending} sending @param {string} currency */
export function listPrice(sending, currency) {
  return listPrices(sending).find((list) => list.currency === currency);
}

/** The published prices for a country and kind of sender, in whatever currency. @param {Sending} sending */
function listPrices({ country, sender }) {
  return LISTS.filter((list) => list.perSegment[country] !== undefined && list.senders.includes(sender));
}

/**
 * The price for another country or sender: a list price takes the currency along, an own price keeps it.
 * @param {Sending} sending
 * @param {Price} price
 * @param {'perSegment' | 'perMms'} [unit]
 * @returns {Price}
 */
export function priceFor(sending, price, unit = 'perSegment') {
  return price[unit] === 'list' ? { ...price, currency: listCurrency(sending, price.currency) } : price;
}

/**
 * The currency to show the list price in: the present one, or that of the list price if there is none in the present one.
 * @param {Sending} sending
 * @param {string} currency
 */
export function listCurrency(sending, currency) {
  return listPrice(sending, currency)?.currency ?? listPrices(sending)[0]?.currency ?? currency;
}

/** The country that a reader probably sends to, where a list price is known: that of the browser's language; otherwise empty. */
export function preferredCountry() {
  const country = navigator.language.match(/-([A-Z]{2})\b/)?.[1] ?? '';
  return listPrices({ country, sender: 'local' }).length > 0 ? country : '';
}

/**
 * @param {Price} price
 * @param {Sending} sending
 * @param {'perSegment' | 'perMms'} unit
 * @returns {Rate}
 */
export function rateOf(price, sending, unit) {
  const own = price[unit];
  const perUnit = own === 'list' ? listPrice(sending, price.currency)?.[unit]?.[sending.country] ?? null : own;
  return { perUnit, recipients: price.recipients, currency: price.currency };
}

/** Built once per language and currency. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {string} currency @param {number} digits */
function formatOf(currency, digits) {
  const key = `${locale()} ${currency} ${digits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale(), {
    style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...(digits < 0 ? {} : { minimumFractionDigits: Math.min(digits, 2), maximumFractionDigits: digits }),
  });
  formats.set(key, format);
  return format;
}

/**
 * An amount of money: whole from 100 on, with as many digits as small amounts need.
 * @param {number} amount
 * @param {string} currency
 */
export function money(amount, currency) {
  const size = Math.abs(amount);
  const digits = size >= 100 ? 0 : size !== 0 && size < 1 ? 6 : -1;
  const text = formatOf(currency, digits).format(amount);
  // An amount in Latin digits is read from the left inside a text that runs from the right, sign and all.
  return document.documentElement.dir === 'rtl' ? `\u2066${text}\u2069` : text;
}

/**
 * The price of this many segments or MMS for every recipient; `null` if no price is known.
 * @param {number} units
 * @param {Rate} rate
 */
export function costOf(units, { perUnit, recipients, currency }) {
  return perUnit === null || recipients === null ? null : money(units * perUnit * recipients, currency);
}

/** A saving, in money if a price is known and in segments otherwise. @param {number} segments @param {Rate} rate */
export function savingOf(segments, rate) {
  return costOf(segments, rate) ?? t('segmentCount', { n: segments });
}

/** Money and recipients in words, such as "$498 to 20,000 people". @param {string | null} amount @param {Pick<Rate, 'recipients'>} rate */
export function moneyFor(amount, { recipients }) {
  if (recipients === null) return amount ?? '';
  const people = { n: recipients, people: number(recipients) };
  return amount === null ? t('toPeople', people) : t('costToPeople', { ...people, money: amount });
}
