/** Test suites with a document: Jest with jsdom, jsdom and happy-dom by themselves. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './project.mjs';
import { app, script } from './stack.mjs';

for (const [name, directory] of [['Jest 30', 'jest'], ['Jest 29', 'jest-29']]) {
  test(name, async (t) => {
    const suite = await app(t, directory, { base: 'jest' });
    if (suite) assert.match(await script(suite, 'test'), /Tests: +\d+ passed, \d+ total/);
  });
}

for (const name of ['jsdom', 'happy-dom']) {
  test(name, async (t) => {
    const directory = await app(t, 'dom');
    if (directory) assert.equal(run(directory, 'node', 'element.mjs', name), 'works');
  });
}
