/** Takes the screenshots that the README shows, in light and dark: `cargo xtask screenshots` runs this. */

import { join } from 'node:path';
import { launch } from '../browser.mjs';
import { PAGE_POLICY, serve } from '../serve.mjs';

const TEXT = 'Hello Ana, your order [#2381] of 3 × “Earl Grey” has shipped — it arrives on Tuesday between 9 and 11. '
  + 'Track it at https://shop.example/t/8fK2. Thanks for buying with us! 🎉';

const [composer, directory] = process.argv.slice(2);
const { address, close } = await serve(composer, { policy: PAGE_POLICY });
const browser = await launch();
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const page = await browser.newPage({
    viewport: { width: 1180, height: 600 }, colorScheme, locale: 'en-GB', serviceWorkers: 'block',
  });
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
  await page.locator('#text').fill(TEXT);
  // Until what follows a key a moment later is drawn: marks, advice, preview.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(directory, `page-${colorScheme}.png`), animations: 'disabled' });
}
await browser.close();
await close();
