/** TypeScript users: the declarations as each module system resolves them. */

import { readFileSync } from 'node:fs';
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

test('types are what they should be', () => {
  const directory = project({ 'types.mts': readFileSync(new URL('types.mts', import.meta.url), 'utf8') });
  run(directory, tool('tsc'), ...strict, '--module', 'nodenext', 'types.mts');
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
