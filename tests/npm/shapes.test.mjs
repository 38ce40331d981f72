/** Live results have the keys and the types that the declarations say, and every example of the declarations is true. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as compat from 'septet/compat';
import * as messages from 'septet/messages';
import * as octets from 'septet/octets';
import * as septet from 'septet';

const template = new URL('../../pkg-template/', import.meta.url);
const read = (name) => readFileSync(new URL(name, template), 'utf8');
const declarations = { 'index.d.ts': read('index.d.ts'), 'octets.d.ts': read('octets.d.ts'), 'count.d.ts': read('count.d.ts'), 'messages.d.ts': read('messages.d.ts') };

/** Interfaces of the declarations: name → { own keys, base }. */
const interfaces = new Map();
for (const text of Object.values(declarations)) {
  for (const [, name, base, body] of text.matchAll(/^export interface (\w+)(?: extends ([^{]+?))? \{\n([\s\S]*?)^\}/gm)) {
    interfaces.set(name, { base, keys: new Map([...body.matchAll(/^ {2}(?:readonly )?(\w+)(\?)?: (.*?);?$/gm)].map(([, key, optional, type]) => [key, { optional: Boolean(optional), type }])) });
  }
}

function keysOf(name) {
  const { base, keys } = interfaces.get(name) ?? assert.fail(`no interface ${name}`);
  return new Map([...(base ? keysOf(base) : []), ...keys]);
}

/** Checks a value against the interface of that name, and what it holds against theirs. */
function check(value, name, path = name) {
  const keys = keysOf(name);
  assert.deepEqual(Object.keys(value).sort(), [...keys.keys()].sort(), path);
  for (const [key, { type }] of keys) checkType(value[key], type, `${path}.${key}`);
}

function checkType(value, type, path) {
  if (value === null) return assert.match(type, /\| null$|\| null;$/, path);
  const plain = type.replace(/ \| null;?$/, '');
  if (plain.endsWith('[]')) {
    assert.ok(Array.isArray(value), path);
    for (const one of value) checkType(one, plain.slice(0, -2), `${path}[]`);
  } else if (['string', 'number', 'boolean'].includes(plain)) {
    assert.equal(typeof value, plain, path);
  } else if (/^Uint(8|32)Array$/.test(plain)) {
    assert.equal(value.constructor.name, plain, path);
  } else if (interfaces.has(plain)) {
    check(value, plain, path);
  } else if (plain.startsWith('{')) {
    assert.equal(typeof value, 'object', path);
  } else if (/^\d+( \| \d+)+$/.test(plain)) {
    assert.ok(plain.split(' | ').includes(String(value)), `${path}: ${value}`);
  } else if (plain.includes("'")) {
    assert.ok(plain.includes(`'${value}'`), `${path}: ${value}`);
  } else {
    const alias = Object.values(declarations).join('\n').match(new RegExp(`^export type ${plain} =([^;]*);`, 'm'));
    assert.ok(alias, `${path}: no type ${plain}`);
    assert.ok(alias[1].includes(`'${value}'`) || [...alias[1].matchAll(/\b([A-Z]\w+)\b/g)].some(([, other]) => checkType(value, other, path) === undefined), `${path}: ${value}`);
  }
  return undefined;
}

const text = '“Hi” Zoë — see bit.ly/x  e\u0301\r\n 👨‍👩‍👧‍👦 ​'.repeat(4);
const parts = octets.encodeUserData('ş'.repeat(200), { nationalLanguages: 'auto', reference: 7 });

test('count', () => {
  check(septet.count(text), 'Count');
  check(septet.count('ş'.repeat(200), { nationalLanguages: 'auto' }), 'Count');
  check(septet.countMany([text]), 'Counts');
});
test('split', () => septet.split(text).forEach((part) => check(part, 'Part')));
test('analyze', () => {
  const analysis = septet.analyze(text);
  assert.ok(analysis.warnings.length > 0 && analysis.offenders.length > 0);
  check(analysis, 'Analysis');
  check(septet.analyze('ş'.repeat(200), { nationalLanguages: 'auto' }), 'Analysis');
});
test('explain', () => septet.explain(text).forEach((one) => check(one, 'Explanation')));
test('smartEncode', () => check(septet.smartEncode(text, 'transliteration', { residue: 'keep', apply: 'always' }), 'SmartEncoded'));
test('suggest', () => {
  const suggestions = septet.suggest(text);
  assert.ok(suggestions.length > 1);
  suggestions.forEach((suggestion) => check(suggestion, 'Suggestion'));
});
test('truncate', () => check(septet.truncate(text, 1), 'Truncated'));
test('template', () => check(septet.template('Hi {{name}}', { rows: [{ name: 'Zoë' }] }), 'TemplatePrices'));
test('links', () => septet.links(text).forEach((link) => check(link, 'Link')));
test('rcs', () => check(septet.rcs(text), 'RcsCount'));
test('encodeUserData', () => parts.forEach((part) => check(part, 'UserData')));
test('decodeUserData', () => check(octets.decodeUserData(parts[0]), 'UserData'));
test('parseDcs', () => [0, 8, 0xC8, 0x10].forEach((octet) => check(octets.parseDcs(octet), 'Dcs')));
test('Reassembler', () => {
  const reassembler = new octets.Reassembler({ maxMessages: 1 });
  check(reassembler.insert('a', parts[0], 0), 'Received');
  const other = reassembler.insert('b', parts[0], 1);
  assert.equal(other.abandoned[0].reason, 'memory');
  check(other, 'Received');
  const complete = reassembler.insert('b', parts[1], 2);
  assert.equal(complete.message.text, 'ş'.repeat(200));
  check(complete, 'Received');
});

function catchError(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

for (const [name, text] of Object.entries({ ...declarations, 'compat.d.ts': read('compat.d.ts') })) {
  test(`examples of ${name}`, () => {
    const names = { ...messages, ...octets, ...compat, ...septet, catchError };
    const run = (code) => Function(...Object.keys(names), code)(...Object.values(names));
    let examples = 0;
    for (const [, comment] of text.matchAll(/\/\*\*([\s\S]*?)\*\//g)) {
      const [, example] = comment.match(/@example([\s\S]*)$/) ?? [];
      if (!example) continue;
      const lines = example.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim()).filter(Boolean);
      const joined = lines.join('\n').replace(/\n\/\/=>/g, ' //=>').split('\n');
      let before = '';
      for (const line of joined) {
        const [, code, shown] = line.match(/^(.*?);? \/\/=> (.*)$/) ?? [];
        if (!code) {
          before += `${line}\n`;
          continue;
        }
        const expected = run(`return ${shown.replace(/^(Uint\d+Array) (\[.*\])$/, '$1.from($2)')}`);
        assert.deepEqual(run(`${before}return ${code}`), expected, line);
        before += `${code};\n`;
        examples++;
      }
    }
    assert.ok(examples > 2, `${examples} examples`);
  });
}
