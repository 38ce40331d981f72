/** React Native, whose Hermes has no WebAssembly: every function says so and what to do, when it is called and not before. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import * as esbuild from 'esbuild';
import { entryPoints, project } from './project.mjs';

const SENTENCE = 'React Native runs scripts in Hermes, which has no WebAssembly, and septet needs it: call septet on your server, or in a WebView whose page imports it';

/** Bundles scripts as Metro resolves them, and runs them in a world with the language alone. */
async function world(imports, conditions) {
  const directory = project({ 'app.js': imports });
  const { outputFiles: [file] } = await esbuild.build({
    entryPoints: [join(directory, 'app.js')], bundle: true, write: false, format: 'iife', globalName: 'app', platform: 'neutral', conditions,
  });
  const context = createContext({});
  runInContext('delete globalThis.WebAssembly', context);
  runInContext(file.text, context);
  return { text: file.text, app: runInContext('app', context), context };
}

const imports = entryPoints.filter((entry) => !['septet/element', 'septet/names'].includes(entry)).map((entry) => [entry, entry.replace(/\W/g, '_')]);

test('every function throws wasm-unsupported when it is called; what needs no WebAssembly works', async () => {
  const { app, text } = await world(imports.map(([entry, name]) => `export * as ${name} from '${entry}';`).join('\n'), ['react-native']);
  let functions = 0;
  for (const [entry, name] of imports) {
    const real = await import(entry);
    assert.deepEqual(Object.keys(app[name]).sort(), Object.keys(real).sort(), entry);
    for (const [key, value] of Object.entries(app[name])) {
      if (typeof value !== 'function') {
        assert.equal(value, real[key], `${key} of ${entry}`);
      } else if (key === 'SmsError') {
        assert.equal(value, app.septet.SmsError, 'one class');
      } else if (key === 'RateLimiter') {
        assert.equal(new value({ limit: 1 }).allow('a', 0), true);
      } else {
        functions++;
        const calls = key === 'init' ? [() => value('x')] : [() => value('x'), () => new value('x')];
        for (const call of calls) {
          let error;
          try { await call(); } catch (thrown) { error = thrown; }
          assert.ok(error instanceof app.septet.SmsError, `${key} of ${entry}`);
          assert.deepEqual([error.name, error.code, error.message], ['SmsError', 'wasm-unsupported', SENTENCE]);
        }
      }
    }
  }
  assert.ok(functions > 50, `${functions} functions`);
  assert.doesNotMatch(text, /wasm [0-9a-f]{64}/, 'no module comes along');
});

test('without the condition, and without TextDecoder, everything can be imported and says the same', async () => {
  const { app } = await world(imports.map(([entry, name]) => `export * as ${name} from '${entry}';`).join('\n'), []);
  const calls = [
    () => app.septet.count('a'), () => app.septet.analyze('a'), () => app.septet_count.split('a'), () => app.septet_octets.parseDcs(0),
    () => app.septet_messages.errorCode(30005), () => app.septet_messages.parseAddress('72345'), () => app.septet_messages.recognizeKeyword('STOP'),
    () => new app.septet_compat.SegmentedMessage('—').segmentsCount,
  ];
  for (const call of calls) assert.throws(call, { name: 'SmsError', code: 'wasm-unsupported', message: /no WebAssembly/ });
});

test('in a browser the condition makes no difference', async () => {
  const directory = project({ 'app.js': "import { count } from 'septet/count';\nexport const { segments } = count('a'.repeat(161));" });
  const { outputFiles: [file] } = await esbuild.build({
    entryPoints: [join(directory, 'app.js')], bundle: true, write: false, format: 'iife', globalName: 'app', conditions: ['react-native', 'browser'],
  });
  const context = createContext({});
  runInContext(file.text, context);
  assert.equal(runInContext('app.segments', context), 2);
});

test('names need no WebAssembly', async () => {
  const { app } = await world("export { characterName } from 'septet/names';", ['react-native']);
  assert.equal(app.characterName(0x421), 'CYRILLIC CAPITAL LETTER ES');
});
