/** Tests the assembly of the npm package (`pkg-template/build.mjs`). */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOwnName, commonImports, described, entryPoints, targets } from '../../pkg-template/build.mjs';

test('entry points are the .js files of the exports', () => {
  const exports = {
    '.': { import: { types: './index.d.ts', default: './index.js' }, require: { types: './index.d.cts', default: './index.cjs' } },
    './count': { workerd: './edge/count.js', import: './count.js', default: './count.js' },
    './septet.wasm': './septet.wasm',
  };
  assert.deepEqual(entryPoints(exports), ['index', 'count']);
  assert.equal(targets(exports).length, 8);
  assert.deepEqual(entryPoints(null), []);
});

test('the package comes from where the crate does', () => {
  const fields = { version: '1.2.3', description: 'About', license: 'MIT', repository: 'https://example.com/septet', homepage: null };
  assert.deepEqual(described({ description: 'About', license: 'MIT' }, fields), {
    description: 'About', license: 'MIT', version: '1.2.3', homepage: 'https://example.com/septet',
    repository: { type: 'git', url: 'git+https://example.com/septet.git' }, bugs: { url: 'https://example.com/septet/issues' },
  });
  assert.equal(described({ description: 'About', license: 'MIT' }, { ...fields, repository: null }).repository, undefined);
  assert.throws(() => described({ description: 'About', license: 'BSD' }, fields), /do not agree/);
});

test('edge runtimes import modules by names that package.json maps', () => {
  assert.equal(
    byOwnName('import a from"../wasm/count-lines_bg.txt";import b from"./wasm/septet_bg.txt";import c from"../../wasm/failing_bg.txt";f("./wasm/no_bg.txt")', ['count-lines', 'septet', 'failing']),
    'import a from"#module/count-lines";import b from"#module/septet";import c from"#module/failing";f("./wasm/no_bg.txt")');
});

test('only own files become common', () => {
  assert.equal(commonImports('require("./index.js");require("node:fs");f("./septet_bg.js")', ['index']), 'require("./index.cjs");require("node:fs");f("./septet_bg.js")');
  assert.equal(commonImports("from './index.js'", ['index']), "from './index.cjs'");
});
