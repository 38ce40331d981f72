/** TypeScript users: the declarations as each module system resolves them. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entryPoints, example, manifest, project, run, tool } from './project.mjs';

const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022', '--types', ''];

const program = (load) => `${load}
const { encoding, segments, units } = septet.count(${example});
const name: 'GSM-7' | 'UCS-2' = encoding;
const sum: number = segments + units;
// @ts-expect-error: a text is a string
septet.count(160);
export { name, sum };
${entryPoints.map((entry, index) => `export type Entry${index} = typeof import('${entry}');`).join('\n')}
`;

const cases = [
  ['nodenext, import', 'main.mts', "import * as septet from 'septet';", ['--module', 'nodenext']],
  ['nodenext, require', 'main.cts', "import septet = require('septet');", ['--module', 'nodenext']],
  ['node16, require', 'main.cts', "import septet = require('septet');", ['--module', 'node16']],
  ['bundler', 'main.ts', "import * as septet from 'septet';", ['--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom']],
];

for (const [name, file, load, options] of cases) {
  test(name, () => {
    const directory = project({ [file]: program(load) });
    run(directory, tool('tsc'), ...strict, ...options, file);
  });
}

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

test('types are what they should be', () => {
  const directory = project({ 'types.mts': read('types.mts'), 'every-name.mts': read('every-name.mts') });
  run(directory, tool('tsc'), ...strict, '--module', 'nodenext', 'types.mts', 'every-name.mts');
});

test('every name of every entry point has its type tested, and every function what it refuses', () => {
  const text = read('every-name.mts');
  const directory = project({});
  for (const entry of entryPoints) {
    const declarations = readFileSync(join(directory, 'node_modules/septet', manifest.exports[entry.replace('septet', '.')].import.types), 'utf8');
    const declared = (kinds) => [...declarations.matchAll(new RegExp(`^export (?:declare )?(?:${kinds}) (\\w+)`, 'gm'))].map(([, name]) => name);
    const [, list = '', space] = new RegExp(`^import (?:\\{([^}]*)\\}|\\* as (\\w+)) from '${entry}';`, 'm').exec(text) ?? assert.fail(entry);
    const imported = list.split(',').map((name) => name.trim().replace(/^type /, ''));
    const rest = text.replace(/^import [^;]*;/gm, '');
    for (const name of declared('function|class|const|type|interface')) {
      const used = space ? `${space}.${name}` : name;
      assert.ok(space || imported.includes(name), `${name} of ${entry} is not imported`);
      assert.match(rest, new RegExp(`\\b${used}\\b`), `${name} of ${entry}`);
    }
    for (const name of declared('function|class')) {
      assert.match(rest, new RegExp(`@ts-expect-error.*\\n.*\\b${space ? `${space}\\.` : ''}${name}\\b`), `what ${name} of ${entry} refuses`);
    }
  }
});

test('publint finds nothing to improve', () => {
  run(project({}), tool('publint'), '--strict', 'node_modules/septet');
});

test('are the types wrong? no', () => {
  run(project({}), tool('attw'), process.env.SEPTET_TARBALL, '--profile', 'node16', '--exclude-entrypoints', ...notCode());
});

/** Exports without types: files to load, not to import. */
function notCode() {
  return Object.entries(manifest.exports).filter(([, target]) => typeof target === 'string').map(([name]) => name);
}
