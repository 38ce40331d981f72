/** Next: `<sms-meter>` in a page that was rendered on the server, and `middleware.ts` at the edge, with webpack and with Turbopack. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../browser.mjs';
import { app, script, start } from './stack.mjs';
import { composes } from './typing.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Signed with `token`, as the middleware checks. */
const { signForm } = await import('septet/messages');
const signature = signForm('https://example.com/sms', 'Body=Hi', 'token');

for (const [version, directory, builds] of [
  ['Next 16', 'next', { webpack: ['--webpack'], Turbopack: ['--turbopack'] }],
  ['Next 15', 'next-15', { webpack: [], Turbopack: ['--turbopack'] }],
]) {
  for (const [bundler, flags] of Object.entries(builds)) {
    test(`${version}, ${bundler}`, async (t) => {
      const built = await app(t, directory, { base: 'next' });
      if (!built) return;
      rmSync(join(built, '.next'), { recursive: true, force: true });
      await script(built, 'build', '--', ...flags);
      const server = await start(built, ['node', 'node_modules/next/dist/bin/next', 'start']);
      try {
        const answer = await fetch(`${server.address}edge?text=${encodeURIComponent('See you at 5 –')}`, { headers: { 'x-signature': signature } });
        const text = await answer.text();
        assert.equal(text, '{"encoding":"UCS-2","segments":1,"units":14,"offenders":["–"],"isSigned":true}', server.printed());
        await composes(browser, server.address);
        await composes(browser, `${server.address}plain`, { listensLate: true });
      } finally {
        await server.close();
      }
    });
  }
}
