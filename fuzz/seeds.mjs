/**
 * Seeds of the fuzz targets: the texts and octets of tests/data/, each after four octets of options (`src/input.rs`), zeros unless the
 * data say otherwise. `node seeds.mjs` writes them into `corpus/`; `cargo xtask fuzz` calls it.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Targets that are about a text. */
export const TEXTS = ['advice', 'count', 'round_trip', 'segments', 'smart_encode', 'template', 'truncate', 'twiml'];

const data = (/** @type {string} */ name) => readFileSync(new URL(`../tests/data/${name}`, import.meta.url), 'utf8');
const lines = (/** @type {string} */ name) => data(name).trimEnd().split('\n');

/** The seeds of every target. @param {string[]} vectors lines of the conformance vectors */
export function seeds(vectors = lines('vectors/differential.jsonl')) {
  /** @type {Record<string, Buffer[]>} */
  const all = {};
  /** @param {string} target @param {number[]} options @param {string | number[] | Buffer} content */
  const add = (target, options, content) => (all[target] ??= []).push(Buffer.concat([Buffer.from(options), Buffer.from(content)]));
  const none = [0, 0, 0, 0];
  const addText = (/** @type {string} */ text) => TEXTS.forEach((target) => add(target, none, text));

  // The conformance vectors: texts, with the language they were made for, and whole user data.
  for (const { input, options, expect } of vectors.map((line) => JSON.parse(line))) {
    if (input !== undefined && typeof input === 'string') {
      addText(input);
      if (options?.locking > 0) ['segments', 'round_trip'].forEach((target) => add(target, [options.locking, 0, 0, 0], input));
    }
    if (typeof expect?.ud === 'string') add('user_data', [1, 0, options?.udh ? 1 : 0, expect.udl], Buffer.from(expect.ud, 'hex'));
  }
  for (const { text } of JSON.parse(data('cases.json')).cases) if (typeof text === 'string') addText(text);
  // A message as the target reads it, a parameter a line; and as the body of a call.
  for (const { message, expect } of JSON.parse(data('messages.json')).cases) {
    const media = message.media?.[0];
    const values = [message.to, media?.url ?? media, message.contentVariables, message.sendAt, [message.persistentAction].flat()[0], message.body];
    add('outbound', none, values.map((value) => (typeof value === 'string' ? value : '')).join('\n'));
    if (typeof expect?.form === 'string') add('form', none, expect.form);
  }
  for (const row of lines('media.tsv').slice(1)) add('media_type', none, row.split('\t')[1] ?? '');
  // Two parts of one message, out of order; the same under a reference of 16 bits, one part twice.
  add('reassembler', none, [1, 0, 7, 2, 2, 9, 1, 0, 7, 2, 1, 8]);
  add('reassembler', [3, 0, 0, 0], [1, 1, 7, 2, 2, 9, 1, 1, 7, 2, 2, 9, 1, 1, 7, 2, 1, 8]);
  // What modems print, and the octets in it.
  for (const { stdin } of lines('decode-cases.jsonl').map((line) => JSON.parse(line))) {
    add('transcript', [], stdin);
    for (const [hex] of stdin.matchAll(/\b(?:[0-9A-F]{2}){10,}\b/gi)) {
      add('tpdu', [], Buffer.from(hex, 'hex'));
      // After the service centre's address, and without the first octet (the target puts it there).
      add('status_report', [], Buffer.from(hex, 'hex').subarray(Number.parseInt(hex.slice(0, 2), 16) + 2));
    }
  }
  // Rows of CSV with what makes them hard: quotes, and line breaks in cells.
  add('rows', none, 'name,text\r\nAnn,"Hi ""A"",\nthere"\r\nBo,5" pipe\r\n');
  return all;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  let count = 0;
  for (const [target, inputs] of Object.entries(seeds())) {
    const directory = new URL(`corpus/${target}/`, import.meta.url);
    mkdirSync(directory, { recursive: true });
    inputs.forEach((input, number) => writeFileSync(new URL(`seed-${number}`, directory), input));
    count += inputs.length;
  }
  console.log(`${count} seeds`);
}
