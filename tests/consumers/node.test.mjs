/** Node users: import and require, each entry point, one answer. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entryPoints, example, expected, manifest, project, run } from './project.mjs';

const print = `const { encoding, segments, units } = count(${example}); console.log(encoding, segments, units);`;

test('import', () => {
  const directory = project({ 'main.mjs': `import { count } from 'septet';\n${print}` });
  assert.equal(run(directory, 'node', 'main.mjs'), expected);
});

test('require', () => {
  const directory = project({ 'main.cjs': `const { count } = require('septet');\n${print}` });
  assert.equal(run(directory, 'node', 'main.cjs'), expected);
});

test('every entry point has the same names for import and require', () => {
  const source = `
    const require = (await import('node:module')).createRequire(import.meta.url);
    const names = (exports) => Object.keys(exports).filter((name) => name !== '__esModule').sort();
    for (const name of ${JSON.stringify(entryPoints)}) {
      const [imported, required] = [names(await import(name)), names(require(name))];
      if (String(imported) !== String(required)) throw new Error(name + ': ' + imported + ' / ' + required);
      console.log(name);
    }`;
  const directory = project({ 'main.mjs': source });
  assert.equal(run(directory, 'node', 'main.mjs'), entryPoints.join('\n'));
});

test('the package depends on nothing', () => {
  const directory = project({});
  const installed = run(directory, 'npm', 'ls', '--all', '--parseable').split('\n').slice(1);
  assert.deepEqual(installed, [join(directory, 'node_modules/septet')]);
});

test('the changelog comes along, and no document points to what does not', () => {
  const home = join(project({}), 'node_modules/septet');
  const documents = readdirSync(home).filter((name) => /\.(md|d\.ts)$/.test(name));
  assert.ok(documents.includes('CHANGELOG.md') && documents.includes('README.md'));
  for (const name of documents) {
    const text = readFileSync(join(home, name), 'utf8');
    assert.doesNotMatch(text, /\b(?:in|of|from|see) the repository\b/i, name);
    for (const [, target] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) assert.ok(/^https?:/.test(target) || existsSync(join(home, target)), `${name}: ${target}`);
  }
});

test('an uncaught error is readable: a short line of code, the sentence, the names of functions', () => {
  const directory = project({ 'main.mjs': "import { count } from 'septet';\ncount(1);" });
  const { status, stderr } = spawnSync('node', ['main.mjs'], { cwd: directory, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /TypeError: text must be a string, not 1\n(?: +at .*\n)? +at .*\bisText\b/);
  assert.ok(Math.max(...stderr.split('\n').map((line) => line.length)) < 250, stderr.slice(0, 2000));
});

test('the declarations name what there is', () => {
  const directory = project({ 'main.mjs': `for (const name of ${JSON.stringify(entryPoints)}) console.log(Object.keys(await import(name)).sort().join(' '));` });
  const names = run(directory, 'node', 'main.mjs').split('\n');
  entryPoints.forEach((entry, index) => assert.equal(names[index], declared(directory, entry), entry));
});

/** The values that the declarations of an entry point export. */
function declared(directory, entry) {
  const { types } = manifest.exports[entry.replace('septet', '.')].import;
  const text = readFileSync(join(directory, 'node_modules/septet', types), 'utf8');
  const names = [...text.matchAll(/^export (?:declare )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name);
  for (const [, list] of text.matchAll(/^export \{([^}]*)\}/gm)) {
    const values = list.split(',').map((name) => name.trim()).filter((name) => name && !name.startsWith('type '));
    names.push(...values.map((name) => name.split(' as ').at(-1)));
  }
  for (const [, other] of text.matchAll(/^export \* from '\.\/(\w+)\.js'/gm)) {
    names.push(...declared(directory, other === 'index' ? 'septet' : `septet/${other}`).split(' '));
  }
  return [...new Set(names)].sort().join(' ');
}
