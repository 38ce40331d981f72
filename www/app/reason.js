/** The reason for the cost of a message, and the one thing to do about it. */

import { applyFix, rateOfState } from './actions/actions.js';
import { visible } from './actions/diff.js';
import { actionsOn, explanations } from './advice.js';
import { campaignOf } from './campaign.js';
import { isMms } from './cost/cost.js';
import { costOf, moneyFor, rateOf, savingOf } from './cost/price.js';
import { listOf, number, percentage, scriptName, t } from './language.js';
import { reportOn } from './panels/media/verdict.js';
import { scriptOf } from './marks/script.js';
import { rulesOf, SUPPORT } from './sending/route.js';
import { rangeOf } from './verdict.js';
import { warningsOn } from './warnings.js';

/** @typedef {import('./advice.js').Fix} Fix */
/** @typedef {import('./reading.js').Reading} Reading */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./verdict.js').Reason} Reason */
/** @typedef {import('./tools.js').Actions} Actions */

/** Characters named one by one in the verdict. */
const NAMED = 3;

/**
 * Segments and money of what will be sent, if that is not just the text; `null` for a plain text.
 * @param {State} state
 * @returns {{ segments: string, money: string } | null}
 */
export function headlineOf(state) {
  if (isMms(state)) {
    const rate = rateOf(state.price, state.sending, 'perMms');
    const excess = reportOn(state, 'mms')?.problems.some(({ code }) => code === 21623) ? Math.ceil(state.media.length / 10) : 1;
    return { segments: t('mmsCount', { n: excess }), money: moneyFor(costOf(excess, rate), rate) };
  }
  const campaign = campaignOf(state);
  if (campaign.kind !== 'template') return null;
  const rate = rateOf(state.price, state.sending, 'perSegment');
  const { costs, estimate, unmapped } = campaign;
  if (costs === null || costs.minimum === null || costs.maximum === null) {
    const [min, max] = [estimate.minimum.segments, estimate.maximum.segments];
    const [low, high] = [costOf(min, rate), costOf(max, rate)];
    // Nothing is priced while the values of a field are not known.
    const money = unmapped.length > 0 ? null : low === null || low === high ? low : `${low} – ${high}`;
    return { segments: t('segmentRange', { n: max, range: rangeOf(min, max) }), money: moneyFor(money, rate) };
  }
  const [min, max] = [costs.minimum.segments, costs.maximum.segments];
  const money = costOf(costs.totalSegments, { ...rate, recipients: 1 });
  return { segments: t('segmentRange', { n: max, range: rangeOf(min, max) }), money: moneyFor(money, { recipients: costs.rows }) };
}

/**
 * @param {Reading} reading
 * @param {State} state
 * @param {Actions} actions
 * @returns {Reason}
 */
export function reasonOf(reading, state, actions) {
  const stop = stopOf(reading, state);
  if (stop !== null) return { sentence: stop, level: 'stop', action: null };
  if (state.text === '' && state.media.length === 0) return { sentence: t('verdictEmpty'), level: 'plain', action: null };
  if (isMms(state)) return { sentence: t('mmsReason', { n: state.media.length }), level: 'plain', action: null };
  const campaign = campaignOf(state);
  const open = { label: t('showCosts'), run: () => actions.change({ tab: 'template' }) };
  // Braces that are no fields may be meant as they are.
  if (campaign.kind === 'broken') return { sentence: campaign.message, level: 'costs', action: null };
  const [action] = actionsOn(reading, state);
  if (campaign.kind === 'template') {
    const { costs, unmapped } = campaign;
    if (unmapped.length > 0) return { sentence: t('columnsMissing', { names: listOf(unmapped) }), level: 'stop', action: { ...open, label: t('mapColumns') } };
    if (costs === null) return { sentence: t('verdictFields'), level: 'plain', action: open };
    const average = number(Math.round((10 * costs.totalSegments) / Math.max(1, costs.rows)) / 10);
    const sentence = t('verdictRows', { average, share: percentage(costs.ucs2Rows, costs.rows) });
    return { sentence, level: 'plain', action: action?.kind === 'overhang' || action === undefined ? open : buttonOf(action, state, actions) };
  }
  if (action === undefined) return { sentence: quietReason(reading), level: 'plain', action: null };
  if (action.kind === 'overhang') {
    return {
      sentence: t('overhang', { n: action.characters, segments: t('segmentCount', { n: action.target }) }), level: 'costs',
      action: { label: t('overhangSelect'), run: () => actions.select(action.start, action.end) },
    };
  }
  const amount = savingOf(action.before - action.after, rateOfState(state));
  const cause = causeOf(action, reading, state);
  const short = { n: cause.characters, cause: t('characterCount', { n: cause.characters }) };
  return {
    sentence: t('reasonCosts', { ...cause, amount }), ...(cause.characters > 0 && { short: t('reasonCosts', { ...short, amount }) }),
    level: 'costs', action: buttonOf(action, state, actions),
  };
}

/** @param {Fix} fix @param {State} state @param {Actions} actions */
function buttonOf(fix, state, actions) {
  const isOfRows = fix.before > 255 || campaignOf(state).kind === 'template';
  return { label: isOfRows ? t('saveAmount', { amount: savingOf(fix.before - fix.after, rateOfState(state)) }) : t('makeIt', { n: fix.after }), run: () => applyFix(fix, state, actions) };
}

/**
 * The cause of avoidable segments, and the number of things that it names, for the verb.
 * @param {Fix} fix
 * @param {Reading} reading
 * @param {State} state
 * @returns {{ cause: string, n: number, characters: number }} `characters`: all of them, 0 where characters are not the point
 */
function causeOf(fix, reading, { settings }) {
  if (fix.kind === 'waste') return { cause: t(`cause-${fix.detail}`), n: 2, characters: 0 };
  const characters = explanations(reading, settings);
  const script = scriptOf(characters);
  if (script !== null) return { cause: t('causeScript', { script: scriptName(script) }), n: 2, characters: 0 };
  const offenders = characters.filter(({ forcesUcs2 }) => forcesUcs2);
  const typographic = offenders.filter(({ alternative }) => alternative?.level === 'typography').length;
  const named = [...new Set(offenders.filter(({ alternative }) => alternative?.level !== 'typography').map((character) => visible(character.text)))]
    .filter((sign) => sign.trim() !== '' && !/^[\p{M}\u200d\ufe0f·◌]/u.test(sign));
  const shown = named.length > NAMED ? [...named.slice(0, NAMED), t('causeMore', { n: named.length - NAMED })] : named;
  return { cause: listOf(typographic === 0 ? shown : [...shown, t('causeTypographic', { n: typographic })]), n: named.length + typographic, characters: offenders.length };
}

/** A sentence about a text with nothing to save. @param {Reading} reading */
function quietReason({ analysis, count, text }) {
  const script = analysis === null ? null : scriptOf(analysis.characters);
  if (script !== null) return t('reasonScript', { script: scriptName(script) });
  if (count.encoding === 'UCS-2' && count.segments === 1) return t('reasonUcs2Free');
  return text === '' ? '' : t('reasonFits', { n: count.unitsRemaining });
}

/** The reason why the message cannot be sent; `null` if it can. @param {Reading} reading @param {State} state */
function stopOf(reading, state) {
  const rules = rulesOf(state.sending);
  if (rules !== null && SUPPORT[state.sending.sender](rules).acceptance === 'refused') return t('acceptance-refused');
  if (rules?.media === 'none' && state.media.length > 0) return t('media-none');
  if (isMms(state) && reportOn(state, 'mms')?.accepted === false) return t('mmsRefused');
  return warningsOn(reading, state).find(({ level }) => level === 'stop')?.sentence ?? null;
}
