/** From an import to the first result in a Node that has just started, beside the import of an empty module. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { shown } from './support/measure.js';

const RUNS = 25;
const here = fileURLToPath(new URL('.', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'septet-start-'));
writeFileSync(join(directory, 'empty.mjs'), 'export const count = () => {};\n');

/** Nanoseconds, the best of many processes. @param {string} module @param {string} call */
function best(module, call) {
  const source = `const start = process.hrtime.bigint(); const m = await import('${module}'); m.${call};
    process.stdout.write(String(process.hrtime.bigint() - start));`;
  const run = () => Number(execFileSync(process.execPath, ['--input-type=module', '--eval', source], { cwd: here, encoding: 'utf8' }));
  return Math.min(...Array.from({ length: RUNS }, run));
}

const empty = best(pathToFileURL(join(directory, 'empty.mjs')).href, 'count()');
const rows = [['an empty module', '', empty], ...[['septet/count', "count('5 €')"], ['septet', "count('5 €')"], ['septet', "analyze('5 —')"]]
  .map(([module, call]) => [module, call, best(module, call)])];
rmSync(directory, { recursive: true });
console.log(JSON.stringify({
  section: 'npm start',
  note: 'From the import to the first result, in a process of its own each time.',
  rows: rows.map(([module, call, ns]) => ({ import: module, 'then': call, time: shown(ns), 'over an empty module': shown(ns - empty) })),
}));
