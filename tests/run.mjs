/**
 * Runs test files side by side, with one browser and one server of the composer page for all of them: `node run.mjs FILES…`.
 * `cargo xtask test` calls it. Files run alone (`node --test FILE`) start a browser of their own.
 */

import { availableParallelism } from 'node:os';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { launchShared } from './browser.mjs';
import { idOf, proven } from './consumers/environments.mjs';
import { PAGE_POLICY, serve } from './serve.mjs';

const directory = process.env.SEPTET_SITE_DIRECTORY;
const site = directory && await serve(directory, { policy: PAGE_POLICY });
if (site) process.env.SEPTET_SITE = site.address;
const browser = await launchShared();
process.env.SEPTET_BROWSER = browser.wsEndpoint();

const files = process.argv.slice(2);
/** Tests by how they ended, as the table of environments names them. */
const [passed, skipped] = [new Set(), new Set()];
const report = run({ files, concurrency: Math.max(2, availableParallelism()) })
  .on('test:fail', () => { process.exitCode = 1; })
  .on('test:pass', ({ file, name, skip }) => (skip === undefined ? passed : skipped).add(idOf(file ?? '', name)))
  .compose(new spec());
report.pipe(process.stdout);
await finished(report);
await browser.close();
// Only a run of all files of the directory can say what the table rests on.
if (files.some((file) => file.endsWith('consumers/stacks.all.test.mjs')) && files.some((file) => file.endsWith('consumers/node.test.mjs'))) {
  const problem = proven(passed, skipped);
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}
if (site) await site.close();
