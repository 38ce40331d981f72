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

/** Entry points whose types need a page or a framework. */
const ofPages = ['septet/element', 'septet/react', 'septet/vue'];

test('nothing but septet/element needs the types of a page or of Node', () => {
  const imports = entryPoints.filter((entry) => !ofPages.includes(entry)).map((entry, index) => `export * as entry${index} from '${entry}';`);
  const directory = project({ 'main.mts': `${imports.join('\n')}
import { init } from 'septet/slim';
import { parseInbound } from 'septet/messages';
void init(new Uint8Array(8));
parseInbound({ From: '+15005550006', To: '+15005550001' });
// @ts-expect-error: not a source
void init(1);
` });
  run(directory, tool('tsc'), ...strict, '--module', 'nodenext', '--lib', 'es2022', 'main.mts');
});

test('with the types of a page, sources of WebAssembly and forms are those of a page', () => {
  const directory = project({ 'main.mts': `import { init, type WasmSource } from 'septet/slim';
import { parseInbound } from 'septet/messages';
for (const source of [new URL('https://example.com'), new Response(), new WebAssembly.Module(new Uint8Array(8)), '/septet.wasm']) void init(source satisfies WasmSource);
void init(fetch('/septet.wasm'));
parseInbound(new URLSearchParams('From=1'));
// @ts-expect-error: not a source (\`WebAssembly.Module\` is an empty interface, which takes everything else)
void init(null);
// @ts-expect-error: not a form
parseInbound(new Date());
` });
  run(directory, tool('tsc'), ...strict, '--module', 'nodenext', '--lib', 'es2022,dom', 'main.mts');
});

test('every function says what it takes, what it throws, and shows an example; every code of an error is explained', () => {
  const directory = project({});
  for (const entry of entryPoints) {
    const text = readFileSync(join(directory, 'node_modules/septet', manifest.exports[entry.replace('septet', '.')].import.types), 'utf8');
    for (const [, name] of text.matchAll(/^export function (\w+)/gm)) {
      const [, comment = '', list = ''] = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\nexport function ${name}(?:<[^>]*>)?\\(([\\s\\S]*?)\\): `).exec(text) ?? assert.fail(name);
      // Parameters stand at the beginning or after a comma, outside of braces.
      const parameters = [...list.replace(/\{[^}]*\}/g, '').matchAll(/(?:^|,)\s*(\w+)\??:/g)].map(([, parameter]) => parameter);
      const described = [...comment.matchAll(/@param (\w+) \w/g)].map(([, parameter]) => parameter);
      assert.deepEqual(described, parameters, `${name} of ${entry}`);
      assert.match(comment, /@throws \{\w+\} /, `${name} of ${entry}`);
      assert.match(comment, /@example/, `${name} of ${entry}`);
    }
  }
  const index = readFileSync(join(directory, 'node_modules/septet/index.d.ts'), 'utf8');
  const [, comment, codes] = /\/\*\*\n \* The reasons of an((?:(?!\*\/)[\s\S])*)\*\/\nexport type SmsErrorCode =([^;]*);/.exec(index) ?? assert.fail('SmsErrorCode');
  const explained = [...comment.matchAll(/^ \* - `([a-z-]+)`: /gm)].map(([, code]) => code);
  assert.deepEqual(explained.sort(), [...codes.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code).sort());
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
