/** The cases of tests/data/messages.json, which the Rust tests read as well. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, messageForm } from 'septet/messages';

const { now, cases } = JSON.parse(readFileSync(new URL('../data/messages.json', import.meta.url), 'utf8'));

/** `{"repeat": [unit, times]}` stands for a long text. */
function expand(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (value.repeat) return value.repeat[0].repeat(value.repeat[1]);
  return Array.isArray(value) ? value.map(expand) : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, expand(one)]));
}

/** Adds values that the package accepts and JSON does not have. */
function withOctets(message) {
  const media = message.mediaUrl;
  const one = (item) => (item?.firstBytes ? { ...item, firstBytes: Uint8Array.from(item.firstBytes) } : item);
  return media === undefined ? message : { ...message, mediaUrl: Array.isArray(media) ? media.map(one) : one(media) };
}

/** The part of a result that the case states an expectation for. */
function part(found, expected) {
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return found;
  if (Array.isArray(expected)) return Array.isArray(found) && found.length === expected.length ? found.map((one, index) => part(one, expected[index])) : found;
  return Object.fromEntries(Object.keys(expected).map((name) => [name, part(found[name], expected[name])]));
}

test('the file has cases', () => assert.ok(cases.length > 200));

for (const { name, message, check: known = { now }, expect } of cases) {
  test(name, () => {
    const given = withOctets(expand(message));
    const report = check(given, known);
    const found = { ...report, form: messageForm(given) };
    const expected = expand(expect);
    assert.deepEqual(part(found, expected), expected);
    assert.equal(report.acceptable, !report.violations.some(({ severity }) => severity === 'error'));
  });
}
