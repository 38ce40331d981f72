/**
 * Runs every JavaScript example of the READMEs and manuals: the value after `//=>` is the value of the line.
 * An object that ends with `…` names only some of the fields.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const tests = new URL('../', import.meta.url);

const manuals = readdirSync(new URL('../docs', tests)).filter((name) => name.endsWith('.md'));

for (const name of ['README.md', 'pkg-template/README.md', ...manuals.map((name) => `docs/${name}`)]) {
  const text = readFileSync(new URL(`../${name}`, tests), 'utf8');
  for (const block of text.matchAll(/^```js\n(.*?)^```/gms)) {
    const line = text.slice(0, block.index).split('\n').length;
    test(`${name}:${line}`, () => run(checked(block[1])));
  }
}

/** The example with an assertion for each `//=>`. */
function checked(example) {
  const statements = example.split('\n').map((line) => {
    const [, code, expected] = /^(.*?);?\s*\/\/=> (.*)$/.exec(line) ?? [];
    if (code === undefined) return line;
    const name = /^(?:const|let) (\w+) =/.exec(code)?.[1];
    const partial = /,? *…/.test(expected);
    const value = expected.replace(/,? *…/, '');
    return `${name ? `${code}; ` : ''}shown(${name ?? code}, ${value}, ${partial});`;
  });
  return `import assert from 'node:assert/strict';
function shown(actual, expected, partial) {
  const part = (value, shape) => shape === null || typeof shape !== 'object' ? value
    : Object.fromEntries(Object.keys(shape).map((key) => [key, part(value[key], shape[key])]));
  assert.deepEqual(partial ? part(actual, expected) : actual, expected);
}
${statements.join('\n')}`;
}

/** Runs a module that finds `septet` as the tests do. */
function run(source) {
  try {
    execFileSync('node', ['--input-type=module', '--eval', source], { cwd: tests, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${source}\n\n${error.stderr}`);
  }
}
