/** The table of environments in the package's README has the versions that the tests run with. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf, isCurrent, proven } from './environments.mjs';

test('the table has the rows and the versions of the tests', () => {
  assert.ok(isCurrent(), 'run `SEPTET_TABLE=write cargo xtask test --all --only consumers`');
});

test('a row needs its tests', () => {
  assert.equal(idOf('/a/next.all.test.mjs', 'Next 16, webpack'), 'next: Next 16, webpack');
  assert.match(proven(new Set(), new Set()), /rests on tests that did not pass: node: import; /);
});
