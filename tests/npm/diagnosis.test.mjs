/** What keeps WebAssembly from working, and the code of it: the same from every function of every entry point. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import '../colourless.mjs';

/** Calls of each entry point. Without SIMD a script answers those that only count. */
const CALLS = {
  septet: [
    "count('5 €')", "countMany(['a'])", "countMany(new Uint8Array([97]))", "split('a')", "analyze('a')", "explain('a')", "suggest('a')", "smartEncode('a', 'twilio')", "truncate('a', 1)",
    "template('a')", "links('a')", "rcs('a')", "count('a', { boundary: 'grapheme' })", "count('a', { nationalLanguages: 'auto' })",
  ],
  'septet/count': ["count('5 €')", "countMany(['a'])", "split('a')"],
  'septet/compat': ["SegmentedMessage('a', 'auto', true)", "SegmentedMessage('a').segments", "RcsSegmentedMessage('a')"],
  'septet/octets': ["encodeSeptets('a')", "encodeSeptets('a', { lockingShift: 'turkish' })", 'packSeptets(new Uint8Array(1))', 'Reassembler()'],
  'septet/messages': ['errorCodes()', "parseAddress('+14155550100')", "check({}, { now: new Date(0) })", "signForm('https://example.com', {}, 'a')", 'Router()'],
};

const refuse = (error) => `class { constructor() { throw new ${error}('refused'); } }`;

/** What there is instead of WebAssembly. @type {[code: string, surroundings: string][]} */
const CAUSES = [
  ['wasm-unsupported', 'delete globalThis.WebAssembly'],
  ['wasm-blocked', `WebAssembly.Module = ${refuse('WebAssembly.CompileError')}`],
  ['wasm-no-simd', `WebAssembly.Module = ${refuse('WebAssembly.CompileError')}; WebAssembly.validate = () => false`],
  ['out-of-memory', `WebAssembly.Module = ${refuse('RangeError')}`],
  ['out-of-memory', `WebAssembly.Instance = ${refuse('RangeError')}`],
];

/** The outcomes of all calls in a process of its own: codes, or `answers`. @returns {Record<string, string[]>} */
function outcomes(surroundings) {
  const calls = Object.entries(CALLS).map(([entry, list]) => `await import('${entry}').then((all) => {
    found['${entry}'] = [${list.map((call) => `() => ${/^[A-Z]/.test(call) ? 'new ' : ''}all.${call}`).join(', ')}].map(outcome);
  });`);
  const source = `${surroundings};
    const outcome = (call) => { try { call(); return 'answers'; } catch (error) { return error.name + ' ' + error.code; } };
    const found = {};
    ${calls.join('\n')}
    console.log(JSON.stringify(found));`;
  return JSON.parse(execFileSync('node', ['--input-type=module', '--eval', source], { cwd: new URL('..', import.meta.url), encoding: 'utf8', stdio: 'pipe' }));
}

for (const [code, surroundings] of CAUSES) {
  test(`${code}: ${surroundings.split(' ', 2).join(' ')}`, () => {
    const found = outcomes(surroundings);
    for (const [entry, list] of Object.entries(CALLS)) {
      const counts = (/** @type {string} */ call) => /^(count|countMany|split)\(/.test(call) && !/boundary|nationalLanguages/.test(call);
      const expected = list.map((call) => (code === 'wasm-no-simd' && counts(call) ? 'answers' : `SmsError ${code}`));
      assert.deepEqual(found[entry], expected, `${entry}: ${list.join(', ')}`);
    }
  });
}

test('without any of it everything answers', () => {
  const found = outcomes('');
  for (const [entry, list] of Object.entries(CALLS)) assert.deepEqual(found[entry], list.map(() => 'answers'));
});
