/** The preview: as SMS, in parts, as RCS, in WhatsApp. */

import assert from 'node:assert/strict';
import { done, open, test, write } from '../site.mjs';

test('each channel shows the message in its way', async () => {
  const text = `*Big sale* today: _all ~old~ teas_ 2*3*4 snake_case_name, ${'tea '.repeat(40)}`.trimEnd();
  const page = await open({ text });
  const bubbles = page.locator('#phone .bubble');
  await page.locator('#phone .bubble:not(.is-empty)').waitFor();
  assert.deepEqual(await bubbles.allTextContents(), [text]);
  await page.getByRole('radio', { name: 'Parts' }).check();
  const parts = await bubbles.allTextContents();
  assert.equal(parts.length, 2);
  assert.equal(parts.join(''), text);
  await page.getByRole('radio', { name: 'RCS' }).check();
  assert.match(await page.locator('#phone').textContent(), new RegExp(`RCS \\w+: ${text.length} bytes`));
  await page.getByRole('radio', { name: 'WhatsApp' }).check();
  assert.equal(await bubbles.locator('b').textContent(), 'Big sale');
  assert.equal(await bubbles.locator('i').textContent(), 'all old teas');
  assert.equal(await bubbles.locator('i > s').textContent(), 'old');
  assert.match(await bubbles.textContent(), /2\*3\*4 snake_case_name/);
  await done(page);
});

test('a long message is shown from its beginning', async () => {
  const page = await open();
  await write(page, 'word '.repeat(400));
  await page.locator('#phone').getByText('and 400 more characters').waitFor();
  await done(page);
});
