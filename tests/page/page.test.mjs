/** Every case of the composer page: in one browser, several at a time. */

import { readdirSync } from 'node:fs';
import { runCases } from './site.mjs';

const directory = new URL('cases/', import.meta.url);
for (const name of readdirSync(directory).filter((file) => file.endsWith('.mjs')).sort()) await import(new URL(name, directory));
runCases();
