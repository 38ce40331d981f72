/** septet next to other libraries that do a part of the same, where they can be installed. */

import { test } from 'node:test';
import { run } from './project.mjs';
import { app } from './stack.mjs';

test("signatures, TwiML, form bodies and PDUs as the provider's library and another decoder have them", async (t) => {
  const directory = await app(t, 'peers');
  if (directory) run(directory, 'node', '--test', 'peers.test.mjs');
});
