/** The line of cost inputs: recipients, price, currency, country, sender. */

import { byId, element, replaceContent, setHidden, setText } from '../dom.js';
import { locale, number, t } from '../language.js';
import { messages } from '../messages.js';
import { CHOICES } from '../state.js';
import { readAmount, readCount } from './numbers.js';
import { listPrice, priceFor, rateOf } from './price.js';

/** @typedef {import('../state.js').Price} Price */
/** @typedef {import('../state.js').Sending} Sending */
/** @typedef {import('../state.js').State} State */

/** Currencies offered first; the others that the browser knows follow. */
const COMMON = ['USD', 'EUR', 'GBP', 'TRY', 'AED', 'SAR', 'MXN', 'INR', 'BRL', 'CHF'];

/**
 * @param {() => State} current
 * @param {(change: Partial<Pick<State, 'price' | 'sending'>>) => void} changed
 */
export function createCost(current, changed) {
  const recipients = byId('recipients', HTMLInputElement);
  const price = byId('price', HTMLInputElement);
  const currency = byId('currency', HTMLSelectElement);
  const country = byId('country', HTMLSelectElement);
  const sender = byId('sender', HTMLSelectElement);
  const note = byId('price-note', HTMLElement);
  byId('costs', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());

  const unit = () => (isMms(current()) ? 'perMms' : 'perSegment');
  /** @param {HTMLInputElement} field @param {boolean} isValid */
  const mark = (field, isValid) => field.setAttribute('aria-invalid', String(!isValid));

  recipients.addEventListener('input', () => {
    const value = readCount(recipients.value);
    mark(recipients, value !== undefined && value !== null);
    changed({ price: { ...current().price, recipients: value ?? null } });
  });
  price.addEventListener('input', () => {
    const value = readAmount(price.value);
    mark(price, value !== undefined);
    changed({ price: { ...current().price, [unit()]: value ?? null } });
  });
  currency.addEventListener('change', () => changed({ price: { ...current().price, currency: currency.value } }));
  const readSending = () => {
    const sending = { country: country.value, sender: CHOICES.sender[sender.selectedIndex] ?? 'local' };
    changed({ sending, price: priceFor(sending, current().price, unit()) });
  };
  for (const field of [country, sender]) field.addEventListener('change', readSending);

  /** Writes a number into a field unless someone is writing in it. @param {HTMLInputElement} field @param {number | null} value @param {number} digits */
  function show(field, value, digits) {
    if (document.activeElement === field) return;
    // A wrong entry stays to be corrected.
    if (value === null && field.getAttribute('aria-invalid') === 'true') return;
    mark(field, field !== recipients || value !== null);
    const text = value === null ? '' : new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
    if (field.value !== text) field.value = text;
  }

  return {
    /** Fills the choices, in the language of the page. @param {State} state */
    drawChoices({ price: { currency: code }, sending }) {
      replaceContent(currency, ...currencies(code));
      replaceContent(country, element('option', { value: '' }, t('countryAny')),
        ...countries(sending.country).map((one) => element('option', { value: one.code, selected: one.code === sending.country }, one.name)));
      replaceContent(sender, ...CHOICES.sender.map((value) => element('option', { value, selected: value === sending.sender }, t(`sender-${value}`))));
      recipients.removeAttribute('aria-invalid');
      price.removeAttribute('aria-invalid');
    },
    /** @param {State} state @param {{ rows: number | null }} campaign rows of a table, which are the recipients then */
    draw(state, { rows }) {
      const isOfTable = rows !== null;
      const rate = rateOf(state.price, state.sending, unit());
      show(recipients, isOfTable ? rows : state.price.recipients, 0);
      recipients.readOnly = isOfTable;
      show(price, rate.perUnit, 8);
      price.toggleAttribute('data-empty', price.value === '');
      currency.value = state.price.currency;
      country.value = state.sending.country;
      sender.value = state.sending.sender;
      setText(byId('price-label', HTMLElement), t(unit() === 'perMms' ? 'pricePerMms' : 'pricePerSegment'));
      drawNote(state, isOfTable);
    },
  };

  /** @param {State} state @param {boolean} isOfTable */
  function drawNote(state, isOfTable) {
    const listed = listPrice(state.sending, state.price.currency);
    const isInvalid = [recipients, price].some((field) => field.getAttribute('aria-invalid') === 'true');
    note.classList.toggle('is-problem', isInvalid);
    const sentences = [];
    if (isInvalid) sentences.push(t('numberWrong'));
    else if (rateOf(state.price, state.sending, unit()).perUnit === null) sentences.push(t('priceMissing'));
    else if (state.price[unit()] === 'list' && listed !== undefined) {
      sentences.push(t(noteOf(listed), { provider: listed.provider, date: dateOf(listed.date) }));
    }
    if (isOfTable) sentences.push(t('recipientsAreRows'));
    replaceContent(note, sentences.join(' '), ...(state.price[unit()] === 'list' && listed !== undefined && !isInvalid
      ? [' ', element('a', { href: listed.source, rel: 'noreferrer', target: '_blank' }, t('source'))] : []));
    setHidden(note, note.textContent === '');
  }
}

/** Returns true if the files travel with the text as one MMS. @param {Pick<State, 'media' | 'sending'>} state */
export function isMms({ media, sending }) {
  if (media.length === 0) return false;
  const way = sending.country === '' ? undefined : messages.get()?.senderRules(sending.country)?.media;
  return way !== 'link' && way !== 'none';
}

/** The sentence that a list price is explained with. @param {import('./price.js').PriceList} list */
function noteOf({ carrierFees, isHighest }) {
  if (carrierFees === 'none') return 'priceListedWhole';
  if (carrierFees === 'extra') return 'priceListed';
  return isHighest === true ? 'priceListedHighest' : 'priceListedPossible';
}

/** A month such as `2026-10` in words. @param {string} month */
function dateOf(month) {
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** @param {string} chosen */
function currencies(chosen) {
  const names = new Intl.DisplayNames([locale()], { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  return [...COMMON, ...rest].map((code) => element('option', { value: code, selected: code === chosen, title: names.of(code) ?? code }, code));
}

/** The countries of the package by name; until it is loaded, only the chosen one. @param {string} chosen */
function countries(chosen) {
  const names = new Intl.DisplayNames([locale()], { type: 'region' });
  const codes = messages.get()?.countries().map(({ country }) => country) ?? (chosen === '' ? [] : [chosen]);
  const { compare } = new Intl.Collator(locale());
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) => compare(one.name, other.name));
}

/** Segments before and after, such as "4 → 2 segments", with the figures set apart. @param {number} before @param {number} after @param {string} arrow */
export function fromTo(before, after, arrow) {
  const [start = '', end = ''] = t('segmentsAfter', { n: after, change: '\0' }).split('\0');
  return [start, element('strong', {}, `${number(before)} ${arrow} ${number(after)}`), end];
}
