/** The JSON Schemas of the package name every key of a report and every parameter of a message; `pkg-template/plain/tests/schema.rs` validates with them. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from 'septet/messages';

const schema = (name) => JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`septet/schema/${name}.json`)), 'utf8'));
const [message, report] = ['outbound-message', 'message-report'].map(schema);
const options = { now: '2026-05-15T12:00:00Z' };

/** The definition that a property refers to; the one that is not `null` of two. */
function definition(property) {
  const one = property.anyOf?.[0] ?? property;
  return one.$ref ? report.$defs[one.$ref.slice('#/$defs/'.length)] : one;
}

/** Every object has the keys of its definition, and no others. */
function isNamed(value, property, path = 'report') {
  const named = definition(property);
  if (Array.isArray(value)) value.forEach((item, index) => isNamed(item, named.items, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null || !named.properties) return;
  for (const key of named.required) assert.ok(key in value, `${path}.${key}`);
  for (const [key, inner] of Object.entries(value)) {
    assert.ok(key in named.properties, `${path}.${key}`);
    isNamed(inner, named.properties[key], `${path}.${key}`);
  }
}

test('a report has the keys of its schema', () => {
  const media = { url: 'https://example.com/a.png', contentType: 'image/png', bytes: 6e6 };
  for (const body of ['Hi', '“Hi” '.repeat(500)]) {
    for (const mediaUrl of [undefined, [media], Array.from({ length: 11 }, () => media), 'https://example.com/a.bin']) {
      isNamed(check({ to: '+14155552671', from: '+14155550199', body, mediaUrl }, options), report);
    }
  }
});

test('a message takes the parameters of its schema, and no others', () => {
  const values = { boolean: true, integer: 1, string: 'a', number: 1 };
  for (const [key, property] of Object.entries(message.properties)) {
    const [type] = [property.type ?? property.anyOf.find(({ type }) => type === 'string')?.type ?? 'string'].flat();
    assert.ok(check({ to: '+14155552671', [key]: values[type] }, options).violations, key);
  }
  assert.throws(() => check({ to: '+14155552671', mediaURL: 'a' }, options), TypeError);
});
