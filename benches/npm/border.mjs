/**
 * Two builds of the package side by side: `node border.mjs BEFORE AFTER`, directories as `cargo xtask pkg` makes them; or both with a `:`
 * between them in `SEPTET_BUILDS`. Each function gives the same answer in both before it is timed, by turns. Without them nothing is measured.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { measure, shown } from './support/measure.js';

const builds = process.argv.length > 2 ? process.argv.slice(2) : (process.env.SEPTET_BUILDS ?? '').split(':');
const directories = builds.map((directory) => resolve(directory));
if (directories.length !== 2) {
  console.log('nothing to compare: set SEPTET_BUILDS=BEFORE:AFTER');
  process.exit();
}
const file = (directory, entry) => pathToFileURL(`${directory}/${entry}.js`).href;
const ENTRIES = ['index', 'count', 'octets', 'messages', 'slim', 'element', 'compat'];
const ratio = (before, after) => (after / before).toFixed(2);

// ─── Sizes ───

async function brotli(directory, entry) {
  const { outputFiles: [{ contents }] } = await esbuild.build({ entryPoints: [`${directory}/${entry}.js`], bundle: true, minify: true, format: 'esm', write: false, logLevel: 'error' });
  return brotliCompressSync(contents).length;
}
const kilobytes = (octets) => `${(octets / 1024).toFixed(1)} KB`;
const sizes = [];
for (const entry of ENTRIES) {
  const [before, after] = [await brotli(directories[0], entry), await brotli(directories[1], entry)];
  sizes.push({ import: entry === 'index' ? 'septet' : `septet/${entry}`, before: kilobytes(before), after: kilobytes(after), ratio: ratio(before, after) });
}
console.log(JSON.stringify({ section: 'npm border: size', note: 'Brotli 11 of everything that one import pulls in, bundled and minified, before and after the border was rebuilt.', rows: sizes }));

// ─── Start ───

const RUNS = 15;

/** Milliseconds of processor time from the import to the first result, the median of many processes. */
function start(directory, entry, call) {
  const source = `const start = process.cpuUsage(); const m = await import('${file(directory, entry)}'); m.${call};
    const { user, system } = process.cpuUsage(start); process.stdout.write(String((user + system) / 1000));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' }));
}
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
const starts = [];
for (const [entry, call] of [['index', "analyze('5 —')"], ['index', "count('5 €')"], ['count', "count('5 €')"], ['messages', "check({ to: '+14155552671', body: 'Hi' }, { now: '2026-05-15T12:00:00Z' })"]]) {
  const times = directories.map(() => []);
  for (let run = 0; run < RUNS; run++) directories.forEach((directory, index) => times[index].push(start(directory, entry, call)));
  const [before, after] = times.map(median);
  starts.push({ import: entry === 'index' ? 'septet' : `septet/${entry}`, then: call.slice(0, 20), before: `${before.toFixed(1)} ms`, after: `${after.toFixed(1)} ms`, ratio: ratio(before, after) });
}
console.log(JSON.stringify({ section: 'npm border: start', note: 'Processor time from the import to the first result in Node, the median of 15 processes.', rows: starts }));

// ─── Functions ───

const [before, after] = await Promise.all(directories.map(async (directory) => Object.assign({}, ...await Promise.all(['index', 'octets', 'messages', 'compat'].map((entry) => import(file(directory, entry)))))));

const repeated = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const GSM7 = 'Hi Zoë, order 4711 {Ref} ships to www.example.com/a 5 € more, see you at 10:30. ';
const UCS2 = '“Hi” Zoë — order №4711 ships to www.example.com/a, 5 € more… 👋 see you at 10:30. ';
const texts = [160, 1600].flatMap((length) => [['GSM-7', length, repeated(GSM7, length)], ['UCS-2', length, repeated(UCS2, length)]]);

const now = '2026-05-15T12:00:00Z';
const message = (body) => ({ to: '+14155552671', from: '+14155550199', body, mediaUrl: [{ url: 'https://example.com/a.png', contentType: 'image/png', bytes: 1000 }] });
const form = (body) => new URLSearchParams({ MessageSid: `SM${'0'.repeat(32)}`, AccountSid: `AC${'0'.repeat(32)}`, From: '+14155552671', To: '+14155550199', Body: body, NumSegments: '1', NumMedia: '0' }).toString();

/** Each function of the package that takes a text. @type {Record<string, (septet: any, text: string) => unknown>} */
const onTexts = {
  count: (septet, text) => septet.count(text),
  'count, graphemes': (septet, text) => septet.count(text, { boundary: 'grapheme' }),
  'count, languages': (septet, text) => septet.count(text, { nationalLanguages: 'auto' }),
  'countMany of 100': (septet, text) => septet.countMany(Array(100).fill(text)),
  'countMany of 100, graphemes': (septet, text) => septet.countMany(Array(100).fill(text), { boundary: 'grapheme' }),
  split: (septet, text) => septet.split(text),
  'split, graphemes': (septet, text) => septet.split(text, { boundary: 'grapheme' }),
  analyze: (septet, text) => septet.analyze(text),
  explain: (septet, text) => septet.explain(text),
  smartEncode: (septet, text) => septet.smartEncode(text, 'typography'),
  suggest: (septet, text) => septet.suggest(text),
  truncate: (septet, text) => septet.truncate(text, 1),
  template: (septet, text) => septet.template(`{{name}} ${text}`),
  'template, 100 rows': (septet, text) => septet.template(`{{name}} ${text}`, { rows: Array(100).fill({ name: 'Ada' }) }),
  links: (septet, text) => septet.links(text),
  rcs: (septet, text) => septet.rcs(text),
  'compat: segmentsCount': (septet, text) => new septet.SegmentedMessage(text).segmentsCount,
  encodeUserData: (septet, text) => septet.encodeUserData(text),
  check: (septet, text) => septet.check(message(text), { now }),
  messageForm: (septet, text) => septet.messageForm(message(text)),
  parseInbound: (septet, text) => septet.parseInbound(form(text)),
  signForm: (septet, text) => septet.signForm('https://example.com/sms', { Body: text, From: '+14155552671' }, 'token'),
  recognizeKeyword: (septet, text) => septet.recognizeKeyword(text),
  twiml: (septet, text) => septet.twiml({ body: text, media: ['https://example.com/a.png'] }),
};

/** The others, once. @type {Record<string, (septet: any) => unknown>} */
const others = {
  decodeUserData: (septet) => septet.decodeUserData({ dcs: 0, udhi: true, udl: 160, octets: new Uint8Array(140).fill(5) }),
  encodeSeptets: (septet) => septet.encodeSeptets('Hi Zoe, 5 € more'),
  packSeptets: (septet) => septet.packSeptets(new Uint8Array(160).fill(65)),
  parseDcs: (septet) => septet.parseDcs(0),
  parseAddress: (septet) => septet.parseAddress('whatsapp:+14155552671'),
  sidKind: (septet) => septet.sidKind(`SM${'0'.repeat(32)}`),
  checkMedia: (septet) => septet.checkMedia([{ contentType: 'image/png', bytes: 1000 }, { contentType: 'video/mp4' }], { channel: 'mms' }),
  checkUpdate: (septet) => septet.checkUpdate('cancel', { status: 'scheduled' }),
  checkTemplate: (septet) => septet.checkTemplate('Hi {{1}}, your code is {{2}}.'),
  senderRules: (septet) => septet.senderRules('DE'),
  countries: (septet) => septet.countries(),
  pickSender: (septet) => septet.pickSender(['+14155550199', { address: 'Septet', country: 'DE' }], '+4915112345678', { reply: true }),
  tiers: (septet) => septet.tiers(),
  plan: (septet) => [...septet.plan([{ messages: 100, segments: 2 }], { tier: 'twilio-toll-free' }, { start: now }).schedule()],
  errorCode: (septet) => septet.errorCode(30007),
  errorCodes: (septet) => septet.errorCodes(),
  retryAfter: (septet) => septet.retryAfter(30001, 1, now),
  statusDetails: (septet) => septet.statusDetails('sent'),
  statuses: (septet) => septet.statuses(),
  mergeStatuses: (septet) => septet.mergeStatuses([{ status: 'queued' }, { status: 'sent' }, { status: 'failed', errorCode: 30007 }]),
  signatureProblem: (septet) => septet.signatureProblem({ url: 'https://example.com/sms', body: 'Body=Hi', signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, 'token'),
  withState: (septet) => septet.withState('/next', { step: '2' }),
  stateOf: (septet) => [...septet.stateOf('/next?state=step%3D2')],
};

function compared(name, work, text) {
  const plain = (septet) => JSON.parse(JSON.stringify(work(septet, text) ?? null));
  assert.deepEqual(plain(after), plain(before), name);
  const ns = measure({ before: () => work(before, text), after: () => work(after, text) }, [text]);
  return { before: shown(ns.before), after: shown(ns.after), ratio: ratio(ns.before, ns.after) };
}
const rows = [];
for (const [name, work] of Object.entries(onTexts)) {
  const row = { function: name };
  for (const [encoding, length, text] of texts) {
    const { before: was, after: is, ratio } = compared(name, work, text);
    row[`${encoding} ${length}`] = `${was} → ${is}, ${ratio}`;
  }
  rows.push(row);
}
console.log(JSON.stringify({ section: 'npm border: texts', note: 'Time of a call before → after, and the ratio: below 1 is faster.', rows }));
console.log(JSON.stringify({ section: 'npm border: other functions', note: 'Time of a call before and after, and the ratio: below 1 is faster.', rows: Object.entries(others).map(([name, work]) => ({ function: name, ...compared(name, work) })) }));
