/** The modules that come with the scripts are those that lie beside them as files, to the octet. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const compiled = [];
const { Module } = WebAssembly;
WebAssembly.Module = class extends Module {
  constructor(octets) {
    super(octets);
    compiled.push(Buffer.from(octets));
  }
};

const texts = await import('septet');
const { count } = await import('septet/count');
const octets = await import('septet/octets');
const { SegmentedMessage } = await import('septet/compat');
const messages = await import('septet/messages');

/** A call that starts each module. */
const starts = {
  'count-lines': () => texts.count('a'),
  septet: () => texts.analyze('a'),
  count: () => count('a'),
  compat: () => new SegmentedMessage('a').graphemes,
  octets: () => octets.parseDcs(0),
  sending: () => messages.parseAddress('+15558675310'),
  failing: () => messages.errorCodes(),
  incoming: () => messages.recognizeKeyword('STOP'),
};

for (const [name, start] of Object.entries(starts)) {
  test(`module ${name}`, () => {
    compiled.length = 0;
    start();
    assert.equal(compiled.length, 1);
    const file = readFileSync(new URL(`./${name}.wasm`, import.meta.resolve('septet')));
    assert.ok(compiled[0].equals(file), `${compiled[0].length} octets, the file has ${file.length}`);
  });
}
