/**
 * Runs test files side by side, with one browser and one server of the composer page for all of them: `node run.mjs FILES…`.
 * `cargo xtask test` calls it. Files run alone (`node --test FILE`) start a browser of their own.
 */

import { availableParallelism } from 'node:os';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { launchShared } from './browser.mjs';
import { PAGE_POLICY, serve } from './serve.mjs';

const directory = process.env.SEPTET_SITE_DIRECTORY;
const site = directory && await serve(directory, { policy: PAGE_POLICY });
if (site) process.env.SEPTET_SITE = site.address;
const browser = await launchShared();
process.env.SEPTET_BROWSER = browser.wsEndpoint();

const report = run({ files: process.argv.slice(2), concurrency: Math.max(2, availableParallelism()) })
  .on('test:fail', () => { process.exitCode = 1; })
  .compose(new spec());
report.pipe(process.stdout);
await finished(report);
await browser.close();
if (site) await site.close();
