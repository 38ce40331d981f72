/** Writing: what is typed is counted, marked and cut, and can be undone. */

import assert from 'node:assert/strict';
import { analyze } from 'septet';
import { runsOf } from '../../../www/app/editor/runs.js';
import { done, figures, marked, open, quiet, settled, test, verdict, withClipboard, write } from '../site.mjs';

/** Pastes a text, as with the keyboard. */
const paste = (page, text) => withClipboard(async () => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
});

test('typing counts at every key', async () => {
  const page = await open();
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 0, unitsRemaining: 160 });
  await page.locator('#text').pressSequentially('Hi [5 €]');
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 1, units: 11, unitsRemaining: 149 });
  assert.deepEqual(await marked(page, 'double'), ['[', '€]']);
  assert.equal(await page.locator('#figure-characters').textContent(), '8 characters');
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
  const page = await open({ text: 'a' });
  const rounds = await page.evaluate(async () => {
    const area = document.getElementById('text');
    const backdrop = document.getElementById('backdrop');
    const pieces = ['a', 'word ', '[', ']€', '\n', '🎉', '👩‍👩‍👧‍👦', 'é', 'e\u0301', 'Ж', '…', 'x'.repeat(70), '\n\n', ' ', '\u200b', '\u2066'];
    let seed = 7;
    const random = (below) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const drawn = () => [...backdrop.querySelectorAll('.segment')].map((segment) => [...segment.childNodes]
      .map((node) => ({ mark: node instanceof Element ? node.className.replace('mark is-', '').replace(' is-', ' ') : '', text: node.textContent })));
    const rounds = [];
    for (let round = 0; round < 250; round += 1) {
      const from = random(area.value.length + 1);
      const to = round % 40 === 39 ? area.value.length : Math.min(area.value.length, from + random(4) * random(30));
      const piece = pieces[random(pieces.length)].repeat(random(3));
      area.setRangeText(piece, from, to, 'end');
      area.dispatchEvent(new InputEvent('input'));
      // What may need several lines has its room before the browser scrolls to the caret.
      if (piece.length > 60 && backdrop.textContent !== area.value) rounds.push({ text: area.value, layer: backdrop.textContent });
      if (round % 3 === 0) continue;
      await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 20)); });
      rounds.push({ text: area.value, runs: drawn() });
    }
    return rounds;
  });
  assert.ok(rounds.length > 150);
  for (const { text, layer, runs } of rounds) {
    if (layer !== undefined) assert.equal(layer, text);
    else assert.deepEqual(runs, runsOf(analyze(text)).segments);
  }
  await done(page);
});

test('the caret stays in sight and the text in its place, however fast it grows', async () => {
  const page = await open({ width: 375, height: 700 });
  const area = page.locator('#text');
  await area.focus();
  /** The scroll offset inside of the textarea, and the position of the end of the text in the visible part. */
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
  await paste(page, 'a line that was copied\n'.repeat(40));
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
    const tops = async (...ids) => {
      await quiet(page);
      return page.evaluate((ids) => ids.map((id) => Math.round(document.getElementById(id).getBoundingClientRect().top)), ids);
    };
    const editor = ['verdict', 'costs', 'text', 'figures', 'meter', 'legend'];
    const empty = await tops(...editor);
    await page.locator('#text').fill('H');
    const before = await tops(...editor, 'actions');
    assert.deepEqual(before.slice(0, editor.length), empty, 'the first key');
    for (const text of ['Hello', 'Hello, 5 [€]', 'Hello, 5 [€] – 🎉']) {
      await page.locator('#text').fill(text);
      assert.deepEqual(await tops(...editor, 'actions'), before, text);
    }
    await done(page);
  });
}

test('an empty page says what it does and has texts to try, in the language of the page', async () => {
  const page = await open({ locale: 'de-DE' });
  assert.equal(await page.locator('#panels').isVisible(), false, 'no empty tools');
  assert.equal(await page.locator('#figure-segments').textContent(), '', 'no count of nothing');
  assert.match(await verdict(page), /^Schreiben oder fügen Sie eine Nachricht ein/);
  await page.getByRole('button', { name: 'Kopierter Text' }).click();
  await quiet(page);
  assert.match(await page.locator('#text').inputValue(), /^Gute Nachrichten – Ihr „Earl Grey“/);
  assert.equal((await figures(page)).encoding, 'UCS-2');
  assert.equal(await page.locator('#welcome').isVisible(), false);
  assert.equal(await page.locator('#panels').isVisible(), true);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  await page.locator('#undo').click();
  await settled(page);
  assert.equal(await page.locator('#welcome').isVisible(), true);
  await page.getByRole('button', { name: 'Eine Vorlage' }).click();
  await page.locator('#backdrop .is-field').nth(1).waitFor();
  await page.locator('#undo').click();
  await page.getByRole('button', { name: 'Einstellungen' }).click();
  await page.locator('#setting-encoding').waitFor();
  await done(page);
});

test('an input method composes undisturbed, and one undo takes back one input', async () => {
  const page = await open();
  await page.locator('#text').focus();
  await page.keyboard.type('ab');
  const input = await page.context().newCDPSession(page);
  for (const text of ['に', 'にほ', 'にほん']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await settled(page);
    assert.deepEqual(await figures(page), { encoding: 'UCS-2', segments: 1, units: 2 + text.length, unitsRemaining: 68 - text.length });
    // Slower than the pause that parts typing into steps.
    await page.waitForTimeout(800);
  }
  await input.send('Input.insertText', { text: '日本' });
  assert.equal(await page.locator('#text').inputValue(), 'ab日本');
  await input.send('Input.imeSetComposition', { text: 'ご', selectionStart: 1, selectionEnd: 1 });
  await input.send('Input.insertText', { text: '語' });
  assert.equal(await page.locator('#text').inputValue(), 'ab日本語');
  const steps = [];
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Control+z');
    steps.push(await page.locator('#text').inputValue());
  }
  assert.deepEqual(steps, ['ab日本', 'ab', '']);
  await done(page);
});

test('undo and redo go through typing and starting over', async () => {
  const page = await open();
  const area = page.locator('#text');
  await area.pressSequentially('first');
  await page.locator('#start-over').click();
  assert.equal(await area.inputValue(), '');
  await page.locator('#undo').click();
  assert.equal(await area.inputValue(), 'first');
  await area.focus();
  await page.keyboard.press('Control+z');
  assert.equal(await area.inputValue(), '');
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await area.inputValue(), 'first');
  assert.equal((await figures(page)).units, 5);
  await done(page);
});

test('text from right to left is written and cut from right to left', async () => {
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
  await page.locator('#text').focus();
  await paste(page, 'a'.repeat(1_000_000));
  assert.deepEqual(await figures(page), { encoding: 'GSM-7', segments: 6536, units: 1_000_000, unitsRemaining: 8 });
  await page.keyboard.press('Control+End');
  await page.keyboard.type('bc');
  assert.equal((await figures(page)).units, 1_000_002);
  await settled(page);
  assert.match(await page.locator('#legend').textContent(), /20,000/);
  const stops = await page.locator('.warning.is-stop').allTextContents();
  assert.equal(stops.length, 2, 'warnings remain above the length that is analysed');
  assert.match(stops[0], /Cannot be sent\. A text can have at most 255 segments\./);
  assert.match(stops[1], /1,600 characters/);
  await done(page);
});

test('a forced encoding that cannot carry the text says why', async () => {
  const page = await open({ text: 'fine — mostly' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Encoding', { exact: true }).selectOption('GSM-7 always');
  await settled(page);
  assert.match(await page.locator('#notice').textContent(), /GSM-7 has no “—” \(U\+2014\)/);
  await write(page, 'fine - mostly');
  assert.equal(await page.locator('#notice').isVisible(), false);
  await done(page);
});
