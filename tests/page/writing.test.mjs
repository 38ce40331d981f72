/** Writing: what is typed is counted, marked and cut, and can be undone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, done, figures, marked, settled, write } from './site.mjs';

const { open } = browser({ own: true });

test('typing counts at every key', async () => {
  const page = await open();
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 0, unitsRemaining: 160 });
  await page.locator('#text').pressSequentially('Hi [5 €]');
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 11, unitsRemaining: 149 });
  assert.deepEqual(await marked(page, 'double'), ['[', '€]']);
  await page.keyboard.insertText(' 🎉');
  assert.deepEqual(await figures(page), { encoding: 'UCS-2', segments: 1, units: 11, unitsRemaining: 59 });
  assert.deepEqual(await marked(page, 'offender'), ['🎉']);
  await page.keyboard.press('Backspace');
  assert.equal((await figures(page)).encoding, 'GSM-7');
  await done(page);
});

test('a long text is cut where the segments end', async () => {
  const page = await open({ text: ']'.repeat(153) });
  assert.equal((await figures(page)).segments, 3);
  assert.deepEqual((await page.locator('#backdrop .segment').allTextContents()).map((text) => text.length), [76, 76, 1]);
  assert.deepEqual(await page.locator('#flags .flag').allTextContents(), ['2', '3']);
  assert.deepEqual(await page.locator('#meter .bar').allTextContents(), ['152 of 153', '152 of 153', '2 of 153']);
  await done(page);
});

test('the marks stand where the text stands', async () => {
  const page = await open({ width: 375, text: '' });
  const texts = [
    'Müller & Söhne – [Rechnung] über 1.234,56 € ist fällig! '.repeat(9),
    'مرحبا بكم في متجرنا، طلبكم رقم 12345 جاهز للاستلام. '.repeat(6),
    '👩‍👩‍👧‍👦🇩🇪👍🏽 family '.repeat(12),
    'one\n\n  two\tthree\n\n\n',
    'unbroken'.repeat(60),
  ];
  for (const text of texts) {
    await write(page, text);
    const heights = await page.evaluate(() => {
      const area = document.getElementById('text');
      const backdrop = document.getElementById('backdrop');
      return { area: area.scrollHeight, backdrop: backdrop.scrollHeight, widthArea: area.clientWidth, width: backdrop.clientWidth };
    });
    assert.ok(heights.area <= heights.backdrop, `${JSON.stringify(heights)} for ${text.slice(0, 12)}`);
    assert.equal(heights.widthArea, heights.width);
  }
  await done(page);
});

test('the layer of marks is right soon after every edit, and has its room at once', async () => {
  const page = await open();
  const wrong = await page.evaluate(async () => {
    const { analyze } = await import('./septet/index.js');
    const { runsOf } = await import('./app/editor/runs.js');
    const area = document.getElementById('text');
    const backdrop = document.getElementById('backdrop');
    const pieces = ['a', 'word ', '[', ']€', '\n', '🎉', '👩‍👩‍👧‍👦', 'é', 'e\u0301', 'Ж', '…', 'x'.repeat(70), '\n\n', ' '];
    let seed = 7;
    const random = (below) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const drawn = () => [...backdrop.querySelectorAll('.segment')].map((segment) => [...segment.childNodes]
      .map((node) => ({ mark: node instanceof Element ? node.className.replace('mark is-', '') : '', text: node.textContent })));
    for (let round = 0; round < 250; round += 1) {
      const from = random(area.value.length + 1);
      const to = round % 40 === 39 ? area.value.length : Math.min(area.value.length, from + random(4) * random(30));
      const piece = pieces[random(pieces.length)].repeat(random(3));
      area.setRangeText(piece, from, to, 'end');
      area.dispatchEvent(new InputEvent('input'));
      // What may need several lines has its room before the browser scrolls to the caret.
      if (piece.length > 60 && backdrop.textContent !== area.value) return { round, at: 'once', text: area.value, layer: backdrop.textContent };
      if (round % 3 === 0) continue;
      await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 20)); });
      const [is, should] = [drawn(), runsOf(analyze(area.value)).segments].map((runs) => JSON.stringify(runs));
      if (is !== should) return { round, is, should };
    }
    return null;
  });
  assert.equal(wrong, null);
  await done(page);
});

test('the caret stays in sight and the text in its place, however fast it grows', async () => {
  const page = await open({ width: 375, height: 700 });
  const area = page.locator('#text');
  await area.focus();
  /** How far the text is scrolled inside of the textarea, and where the end of the text stands in what is seen of it. */
  const places = async () => {
    await settled(page);
    return page.evaluate(() => {
      const end = document.createRange();
      end.selectNodeContents(document.getElementById('backdrop'));
      end.setStartBefore(document.getElementById('backdrop').lastChild);
      const view = document.getElementById('scroller').getBoundingClientRect();
      const line = document.getElementById('backdrop').lastChild.getBoundingClientRect();
      return { inside: document.getElementById('text').scrollTop, above: line.top - view.top, below: view.bottom - line.bottom };
    });
  };
  const seen = async (what) => {
    const { inside, above, below } = await places();
    assert.equal(inside, 0, what);
    assert.ok(above >= 0 && below >= 0, `${what}: ${above} px below the top, ${below} px above the bottom`);
  };
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.type('ab');
    await page.keyboard.press('Enter');
  }
  await seen('lines');
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'a line that was copied\n'.repeat(40));
  await page.keyboard.press('Control+v');
  await seen('pasted');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+End');
  await seen('undone');
  await page.keyboard.type('word '.repeat(60));
  await seen('wrapped');
  await done(page);
});

for (const width of [375, 768, 1440]) {
  test(`nothing moves while a message is written, ${width} px`, async () => {
    const page = await open({ width });
    const places = async () => {
      await settled(page);
      return page.evaluate(() => ['figures', 'text', 'meter', 'tabs', 'preview-title'].map((id) => Math.round(document.getElementById(id).getBoundingClientRect().top)));
    };
    const before = await places();
    for (const text of ['H', 'Hello', 'Hello, 5 [€]', 'Hello, 5 [€] – 🎉']) {
      await page.locator('#text').fill(text);
      assert.deepEqual(await places(), before, text);
    }
    await done(page);
  });
}

test('there is something to try, in the language of the page', async () => {
  const page = await open({ locale: 'de-DE' });
  await page.getByRole('button', { name: 'Kopierte Typografie' }).click();
  await settled(page);
  assert.match(await page.locator('#text').inputValue(), /^Gute Nachrichten – Ihr „Earl Grey“/);
  assert.equal((await figures(page)).encoding, 'UCS-2');
  assert.equal(await page.locator('#try').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await settled(page);
  assert.equal(await page.locator('#try').isVisible(), true);
  await page.getByRole('button', { name: 'Felder' }).click();
  await page.locator('#fields-note').waitFor();
  await done(page);
});

test('an input method composes without being disturbed', async () => {
  const page = await open();
  await page.locator('#text').focus();
  const input = await page.context().newCDPSession(page);
  for (const text of ['に', 'にほ', 'にほん']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    assert.deepEqual(await figures(page), { encoding: 'UCS-2', segments: 1, units: text.length, unitsRemaining: 70 - text.length });
  }
  await input.send('Input.insertText', { text: '日本' });
  assert.equal(await page.locator('#text').inputValue(), '日本');
  assert.deepEqual(await marked(page, 'offender'), ['日本']);
  await done(page);
});

test('undo and redo go through typing and clearing', async () => {
  const page = await open();
  const area = page.locator('#text');
  await area.pressSequentially('first');
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal(await area.inputValue(), '');
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await area.inputValue(), 'first');
  await area.focus();
  await page.keyboard.press('Control+z');
  assert.equal(await area.inputValue(), '');
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await area.inputValue(), 'first');
  assert.equal((await figures(page)).units, 5);
  await done(page);
});

test('text from right to left is written and marked from right to left', async () => {
  const page = await open({ text: 'مرحبا بكم في متجرنا، طلبكم رقم 12345 جاهز للاستلام من فرعنا الرئيسي اليوم' });
  assert.equal((await figures(page)).segments, 2);
  assert.equal(await page.locator('#backdrop').evaluate((element) => getComputedStyle(element).direction), 'rtl');
  const flag = await page.locator('#flags .flag').boundingBox();
  const sheet = await page.locator('#text').boundingBox();
  assert.ok(flag.x > sheet.x && flag.x < sheet.x + sheet.width);
  await done(page);
});

test('a megabyte pasted is counted and can be edited', async () => {
  const page = await open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'a'.repeat(1_000_000));
  await page.locator('#text').focus();
  await page.keyboard.press('Control+v');
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 6536, units: 1_000_000, unitsRemaining: 8 });
  await page.keyboard.press('Control+End');
  await page.keyboard.type('bc');
  assert.equal((await figures(page)).units, 1_000_002);
  assert.match(await page.locator('#legend').textContent(), /20,000/);
  await done(page);
});

test('a forced encoding that cannot carry the text says why', async () => {
  const page = await open({ text: 'fine — mostly' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Encoding', { exact: true }).selectOption('GSM-7 always');
  assert.match(await page.locator('#notice').textContent(), /GSM-7 cannot carry “—” \(U\+2014\)/);
  await write(page, 'fine - mostly');
  assert.equal(await page.locator('#notice').isVisible(), false);
  await done(page);
});
