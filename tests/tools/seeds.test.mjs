/** The seeds of the fuzz targets. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { seeds, TEXTS } from '../../fuzz/seeds.mjs';

test('every text is a seed of every target about texts', () => {
  const all = seeds(['{"input": "ş", "options": {"locking": 1}, "expect": {"ud": "0A1b", "udl": 2}}']);
  for (const target of TEXTS) assert.deepEqual(all[target][0], Buffer.from([0, 0, 0, 0, 0xC5, 0x9F]));
  assert.deepEqual(all.round_trip[1], Buffer.from([1, 0, 0, 0, 0xC5, 0x9F]));
  assert.deepEqual(all.user_data, [Buffer.from([1, 0, 0, 2, 0x0A, 0x1B])]);
});

test('every target has seeds', () => {
  const targets = readdirSync(new URL('../../fuzz/src/bin', import.meta.url)).map((file) => file.replace('.rs', ''));
  assert.deepEqual(Object.keys(seeds()).sort(), targets.sort());
});
