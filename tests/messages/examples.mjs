/** The examples of `examples/node/` as their readers have them: in a directory where `septet` is installed. */

import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
const directory = mkdtempSync(join(tmpdir(), 'septet-examples-'));
process.on('exit', () => rmSync(directory, { recursive: true }));
cpSync(fileURLToPath(new URL('examples/node', root)), directory, { recursive: true });
symlinkSync(fileURLToPath(new URL('tests/node_modules', root)), join(directory, 'node_modules'));
writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');

/** @param {string} name */
export const example = (name) => import(pathToFileURL(join(directory, name)).href);
