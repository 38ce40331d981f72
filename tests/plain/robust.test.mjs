/** A host that knows docs/plain-module.md alone, and one that does everything wrong: the module never traps. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const path = process.env.SEPTET_PLAIN ?? createRequire(import.meta.url).resolve('septet/septet-plain.wasm');
const module = new WebAssembly.Module(readFileSync(path));
const utf8 = new TextEncoder();

class Host {
  constructor() {
    this.exports = new WebAssembly.Instance(module, {}).exports;
  }

  /** Octets in a block of their own, or in several of them: the addresses of each. */
  written(...pieces) {
    const octets = Buffer.concat(pieces);
    const block = this.exports.alloc(octets.length) >>> 0;
    assert.notEqual(block, 0);
    new Uint8Array(this.exports.memory.buffer).set(octets, block);
    let next = block;
    return pieces.map((piece) => (next += piece.length) - piece.length);
  }

  /** The answer at an address: whether it is an error, and its octets. */
  answer(address) {
    const { buffer } = this.exports.memory;
    const [isError, length] = [0, 4].map((at) => new DataView(buffer).getUint32((address >>> 0) + at, true));
    assert.ok(isError <= 1);
    return { isError: isError === 1, octets: new Uint8Array(buffer, (address >>> 0) + 8, length).slice() };
  }

  call(address, length) {
    const { isError, octets } = this.answer(this.exports.call(address, length));
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
    assert.equal(isError, value?.error?.code !== undefined);
    return value;
  }

  ask(json) {
    const octets = typeof json === 'string' ? utf8.encode(json) : json;
    const [block] = this.written(octets);
    const value = this.call(block, octets.length);
    assert.equal(this.exports.free(block), 1);
    return value;
  }
}

test('a host by the contract', () => {
  const host = new Host();
  assert.equal(host.exports.version(), 1);
  assert.equal(host.ask('["count", "Hello €"]').units, 8);
  assert.equal(host.ask('["count", "5 —", {"encoding": "GSM-7"}]').error.index, 2);
  assert.equal(host.ask('["decodeSeptets", "411b65"]'), 'A€');
  // Texts, offsets at an odd address, and options in one block.
  const texts = utf8.encode('xHi—');
  const offsets = new Uint8Array(Uint32Array.of(1, 3, 6).buffer);
  const options = utf8.encode('{"profile": "single"}');
  const [at, starts, chosen] = host.written(texts, offsets, options);
  const { isError, octets } = host.answer(host.exports.count_many(at, texts.length, starts, 3, chosen, options.length));
  assert.deepEqual([isError, [...octets]], [false, [1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 1]]);
  const lines = host.answer(host.exports.count_many(at, 3, 0, 0, 0, 0));
  assert.deepEqual([...lines.octets], [1, 0, 0, 0, 3, 0, 0, 0, 0]);
});

test('requests that are broken', () => {
  const host = new Host();
  const nested = (open, close, depth) => `["check", ${open.repeat(depth)}1${close.repeat(depth)}, {"now": "2026-05-15T12:00:00Z"}]`;
  const code = (request) => host.ask(request).error?.code;
  for (const depth of [128, 1_000, 100_000]) {
    for (const request of ['['.repeat(depth), '{"a":'.repeat(depth), nested('[', ']', depth), nested('{"a":', '}', depth), nested('[{"a":', '}]', depth)]) {
      assert.equal(code(request), 'malformed-json', request.slice(0, 40));
    }
  }
  assert.equal(host.ask(nested('{"a":', '}', 120)).violations[0].rule, 'parameter-unknown');
  for (const request of ['', ' ', '\uFEFF["count"]', '["count", "a"] 1', '["count", "a\n"]', '["count", 1e999]', '["count", "\\ud83"]', Uint8Array.of(0x5B, 0x22, 0xFF, 0x22, 0x5D), new Uint8Array(9)]) {
    assert.equal(code(request), 'malformed-json');
  }
  for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000)]) {
    assert.equal(code(JSON.stringify(['parseLinkClicks', text])), 'malformed-parameter');
    const message = { to: '+14155552671', from: '+14155550199', contentSid: `HX${'0'.repeat(32)}`, contentVariables: text };
    assert.equal(host.ask(JSON.stringify(['check', message, { now: '2026-05-15T12:00:00Z' }])).acceptable, false);
  }
  assert.equal(code(JSON.stringify(['template', '{{#if a}}'.repeat(100_000)])), 'malformed-template');
  assert.equal(host.ask('["count", "a"]').segments, 1);
});

test('any calls in any order', () => {
  const host = new Host();
  const { alloc, free, count_many: countMany } = host.exports;
  const blocks = [];
  let seed = 25;
  const below = (limit) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7FFFFFFF) % limit;
  const one = (list) => list[below(list.length)];
  const requests = ['["count", "a"]', '["analyze", "—"]', '["suggest", "“"]', '[', '{"encoding": "UCS-2"}', '\0\0\0\0\x01\0\0\0', 'a\n—\n'].map((text) => utf8.encode(text));
  const word = () => one([0, 1, 8, below(1 << 21), 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF, one(blocks) ?? 0, (one(blocks) ?? 0) + below(24)]);
  let answered = 0;
  for (let turn = 0; turn < 50_000; turn++) {
    const act = below(5);
    if (act === 0 && blocks.length < 40) blocks.push(...host.written(one(requests)));
    if (act === 1) answered += host.call(word(), below(2) ? word() : 14).error ? 0 : 1;
    if (act === 2) answered += host.answer(countMany(word(), word(), word(), word(), word(), word())).isError ? 0 : 1;
    if (act === 3) {
      const block = word();
      assert.equal(free(block), blocks.includes(block) ? 1 : 0);
      if (blocks.includes(block)) blocks.splice(blocks.indexOf(block), 1);
    }
    if (act === 4) assert.equal(alloc(one([0xFFFFFFFF, 0x80000000, 0xFFFFFFF0])), 0);
  }
  assert.ok(answered > 100, `${answered}`);
  assert.ok(host.exports.memory.buffer.byteLength < 4 << 20);
});
