/** The runner of the conformance vectors in JavaScript, as its page shows it. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

test('data/conformance/run.mjs', () => {
  const runner = fileURLToPath(new URL('../data/conformance/run.mjs', import.meta.url));
  assert.equal(execFileSync('node', [runner], { encoding: 'utf8' }), '436 cases, 0 wrong answers\n');
});
