/** `<sms-meter>` in headless Chromium, as a page has it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { complete, meter, page, part, problems, shown, write } from './harness.mjs';

const FIELDS = {
  textarea: '<textarea id="field"></textarea>',
  input: '<input id="field">',
  contenteditable: '<div id="field" contenteditable style="white-space: pre-wrap"></div>',
  plaintext: '<div id="field" contenteditable="plaintext-only" style="white-space: pre-wrap"></div>',
};
const valueOf = () => page.$eval('#field', (field) => field.value ?? field.innerText);

for (const [name, field] of Object.entries(FIELDS)) {
  test(`${name}: counts, offers, applies, undoes`, async () => {
    await write(`${field}<sms-meter for="field"></sms-meter>`);
    assert.equal(await shown(), 'GSM-7, 1 segment, 160 left');
    await page.focus('#field');
    const typed = `“Hi” – ${'a'.repeat(80)}!`;
    await page.keyboard.insertText(typed);
    assert.equal(await shown(), 'UCS-2, 2 segments, 46 left');
    assert.equal(await part('offer-text'), '3 replacements save 1 segment');
    await page.click('sms-meter >> [part=apply]');
    assert.equal(await valueOf(), `"Hi" - ${'a'.repeat(80)}!`);
    assert.equal(await shown(), 'GSM-7, 1 segment, 72 left');
    assert.equal(await part('offer-text'), null);
    await page.click('sms-meter >> [part=undo]');
    assert.equal(await valueOf(), typed);
    assert.equal(await part('undo'), null);
    await page.click('sms-meter >> [part=apply]');
    await page.focus('#field');
    await page.keyboard.press('Control+z');
    assert.equal(await valueOf(), typed, 'the undo of the field takes it back');
    assert.equal(await shown(), 'UCS-2, 2 segments, 46 left');
    assert.deepEqual(problems, []);
  });
}

test('where text cannot be inserted as if typed, it is set, and listeners hear of it', async () => {
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  await page.evaluate(() => {
    document.execCommand = () => false;
    window.heard = 0;
    document.addEventListener('input', () => { window.heard++; });
  });
  await page.fill('#field', `${'a'.repeat(80)}—`);
  await page.click('sms-meter >> [part=apply]');
  assert.equal(await valueOf(), `${'a'.repeat(80)}-`);
  assert.equal(await page.evaluate(() => window.heard), 2);
});

test('a field that may not change gets no offer', async () => {
  await write(`<textarea id="field" readonly>${'a'.repeat(80)}—</textarea><sms-meter for="field"></sms-meter>`);
  assert.equal(await part('apply'), null);
  await page.$eval('#field', (field) => { field.readOnly = false; field.maxLength = 82; field.value = `${'a'.repeat(80)}…`; });
  await meter((meter) => meter.refresh());
  assert.equal(await part('apply'), null, 'three dots would be too many');
});

test('offenders are named, and a press selects the next place', async () => {
  await write('<textarea id="field"></textarea><sms-meter for="field" smart-encoding="off"></sms-meter>');
  await page.fill('#field', 'a中b😀c中\u200B');
  await complete();
  const buttons = await meter((meter) => [...meter.shadowRoot.querySelectorAll('[part=offender]')].map((button) => [button.textContent, button.ariaLabel]));
  assert.deepEqual(buttons, [['中', 'Select 中 (2 times)'], ['😀', 'Select 😀'], ['U+200B', 'Select \u200B']]);
  const selection = () => page.$eval('#field', (field) => [field.selectionStart, field.selectionEnd]);
  await page.click('sms-meter >> [part=offender] >> nth=0');
  assert.deepEqual(await selection(), [1, 2]);
  await page.click('sms-meter >> [part=offender] >> nth=0');
  assert.deepEqual(await selection(), [6, 7]);
  await page.click('sms-meter >> [part=offender] >> nth=1');
  assert.deepEqual(await selection(), [3, 5]);
});

test('of many offenders the first are named', async () => {
  await write('<sms-meter></sms-meter>');
  await meter((meter) => { meter.text = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫'; });
  await complete();
  assert.equal(await meter((meter) => meter.shadowRoot.querySelectorAll('[part=offender]').length), 10);
  assert.equal(await part('offenders-more'), 'and 2 more');
  await meter((meter) => { meter.text = '①'; });
  assert.equal(await meter((meter) => meter.shadowRoot.querySelectorAll('[part=offender]').length), 1);
  assert.equal(await part('offenders-more'), null);
});

test('a text in another script gets one quiet line instead of buttons', async () => {
  await write('<sms-meter></sms-meter>');
  await meter((meter) => { meter.text = '您的包裹将于今天送达'; });
  assert.equal(await part('script'), 'This script is sent as UCS-2: 70 units in one message, 67 in each of several');
  assert.equal(await meter((meter) => meter.shadowRoot.querySelectorAll('[part=offender]').length), 0);
  await meter((meter) => { meter.text = 'See you at 8 🎉'; });
  assert.equal(await part('script'), null);
  assert.equal(await meter((meter) => meter.shadowRoot.querySelectorAll('[part=offender]').length), 1);
});

test('a handler that writes the old value back costs no key: the listeners of the field run first', async () => {
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  await page.evaluate(() => {
    const [field, meter] = [document.querySelector('#field'), document.querySelector('sms-meter')];
    // As `v-model` with a handler that sets state: the model is written to the field at each change of state.
    let model = '';
    meter.addEventListener('sms-change', () => { field.value = model; });
    field.addEventListener('input', () => { model = field.value; });
  });
  await page.focus('#field');
  const typed = 'The quick brown fox jumps over the lazy dog. '.repeat(8).slice(0, 330);
  await page.keyboard.type(typed);
  assert.equal(await valueOf(), typed);
  assert.equal(await meter((meter) => meter.detail.text), typed);
});

test('a value that is set without an event is counted', async () => {
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  await page.$eval('#field', (field) => { field.value = 'filled by a framework'; });
  await page.waitForFunction(() => document.querySelector('sms-meter').detail.text === 'filled by a framework');
  assert.equal(await shown(), 'GSM-7, 1 segment, 139 left');
  await meter((meter) => meter.remove());
});

test('words keep their direction on a page from right to left, and the bar is visible in forced colours', async () => {
  await write('<div dir="rtl"><sms-meter></sms-meter></div>');
  assert.equal(await meter((meter) => getComputedStyle(meter.shadowRoot.querySelector('[part=segments]')).direction), 'ltr');
  await page.emulateMedia({ forcedColors: 'active' });
  assert.equal(await meter((meter) => getComputedStyle(meter.shadowRoot.querySelector('[part=bar]')).borderTopWidth), '1px');
  await page.emulateMedia({ forcedColors: 'none' });
});

test('offenders in formatted text', async () => {
  await write('<div id="field" contenteditable>☎<b>a☎</b></div><sms-meter for="field"></sms-meter>');
  await page.click('sms-meter >> [part=offender]');
  await page.click('sms-meter >> [part=offender]');
  assert.deepEqual(await page.evaluate(() => [getSelection().anchorNode.parentNode.tagName, getSelection().anchorOffset, String(getSelection())]), ['B', 1, '☎']);
});

test('everything can be reached and pressed by keyboard', async () => {
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  await page.fill('#field', `${'a'.repeat(80)}—`);
  await complete();
  await page.focus('#field');
  const focused = () => meter((meter) => meter.shadowRoot.activeElement?.part.value);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'offender');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'apply');
  await page.keyboard.press('Enter');
  assert.equal(await valueOf(), `${'a'.repeat(80)}-`);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'undo');
  await page.keyboard.press('Space');
  assert.equal(await valueOf(), `${'a'.repeat(80)}—`);
});

test('screen readers are told what matters, after a pause', async () => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  const said = () => meter((meter) => meter.shadowRoot.querySelector('[role=status]').textContent);
  await page.fill('#field', 'a');
  await page.clock.runFor(2000);
  assert.equal(await said(), '', 'one more character is no news');
  await page.fill('#field', 'a'.repeat(161));
  await page.clock.runFor(900);
  assert.equal(await said(), '');
  await page.fill('#field', 'a'.repeat(162));
  await page.clock.runFor(900);
  assert.equal(await said(), '');
  await page.clock.runFor(200);
  assert.equal(await said(), 'GSM-7, 2 segments');
  await page.fill('#field', 'a'.repeat(161));
  await page.fill('#field', 'a'.repeat(160));
  await page.fill('#field', 'a'.repeat(161));
  await page.clock.runFor(2000);
  assert.equal(await said(), 'GSM-7, 2 segments');
});

test('a form knows when there are too many segments', async () => {
  await write('<form id="form"><textarea id="field"></textarea><sms-meter for="field" max-segments="2"></sms-meter><button></button></form>');
  await page.evaluate(() => { window.sent = 0; document.getElementById('form').onsubmit = () => { window.sent++; return false; }; });
  assert.equal(await meter((meter) => meter.form.id), 'form');
  await page.fill('#field', 'a'.repeat(307));
  assert.deepEqual(await meter((meter) => [meter.checkValidity(), meter.validity.customError, meter.validationMessage, meter.matches(':invalid')]),
    [false, true, 'Too long: 3 segments, at most 2 allowed', true]);
  assert.equal(await part('error'), 'Too long: 3 segments, at most 2 allowed');
  await page.click('form > button');
  assert.equal(await page.evaluate(() => window.sent), 0);
  await page.fill('#field', 'a'.repeat(306));
  assert.deepEqual(await meter((meter) => [meter.checkValidity(), meter.hasAttribute('tabindex'), meter.matches(':valid')]), [true, false, true]);
  await page.click('form > button');
  assert.equal(await page.evaluate(() => window.sent), 1);
  await meter((meter) => { meter.maxSegments = 1; });
  assert.equal(await meter((meter) => meter.checkValidity()), false);
  await page.$eval('#form', (form) => form.reset());
  await page.waitForFunction(() => document.querySelector('sms-meter').checkValidity());
  assert.equal(await shown(), 'GSM-7, 1 segment, 160 left');
});

test('events tell what changed, once', async () => {
  await write('<textarea id="field"></textarea><sms-meter for="field"></sms-meter>');
  await page.evaluate(() => {
    window.events = [];
    document.addEventListener('sms-change', ({ detail }) => window.events.push(detail));
  });
  await page.fill('#field', '5 €');
  await meter((meter) => meter.refresh());
  const events = await page.evaluate(() => window.events);
  assert.deepEqual(events, [{
    text: '5 €',
    count: { encoding: 'GSM-7', segments: 1, units: 4, unitsPerSegment: 160, unitsRemaining: 156, lockingShift: null, singleShift: null },
    offenders: [], offer: null, tooLong: false,
  }]);
});

test('without a field: the property text', async () => {
  await write('<sms-meter></sms-meter>');
  await meter((meter) => { meter.text = `${'a'.repeat(80)}—`; });
  assert.equal(await shown(), 'UCS-2, 2 segments, 53 left');
  await page.click('sms-meter >> [part=apply]');
  assert.equal(await meter((meter) => meter.text), `${'a'.repeat(80)}-`);
  assert.equal(await meter((meter) => meter.shadowRoot.activeElement?.part.value), 'undo');
  await page.keyboard.press('Enter');
  assert.equal(await meter((meter) => meter.text), `${'a'.repeat(80)}—`);
  assert.equal(await meter((meter) => meter.applyOffer() && meter.undoOffer() && !meter.undoOffer()), true);
});

test('fields and meters come, go and change their names', async () => {
  await write('<sms-meter for="field"></sms-meter>');
  assert.equal(await shown(), 'GSM-7, 1 segment, 160 left');
  await write('<textarea id="field">abc</textarea><textarea id="other">abcd</textarea>');
  await page.waitForFunction(() => document.querySelector('sms-meter').text === 'abc');
  await meter((meter) => { meter.htmlFor = 'other'; });
  assert.equal(await shown(), 'GSM-7, 1 segment, 156 left');
  await page.fill('#field', 'not this one');
  assert.equal(await shown(), 'GSM-7, 1 segment, 156 left');
  await page.$eval('#other', (other) => { other.id = 'gone'; });
  await page.waitForFunction(() => document.querySelector('sms-meter').text === '');
  await page.$eval('#field', (field) => { field.id = 'other'; });
  await page.waitForFunction(() => document.querySelector('sms-meter').text === 'not this one');
  const heard = await page.evaluate(() => {
    const meter = document.querySelector('sms-meter');
    let heard = 0;
    meter.addEventListener('sms-change', () => heard++);
    meter.remove();
    const field = document.getElementById('other');
    field.value = 'after';
    field.dispatchEvent(new Event('input'));
    const before = heard;
    document.body.append(meter);
    return [before, heard, meter.text];
  });
  assert.deepEqual(heard, [0, 1, 'after']);
});

test('in a shadow root, the field is the one in the same root', async () => {
  await write('<div id="host"></div><textarea id="field">outside</textarea>');
  const text = await page.evaluate(() => {
    const root = document.getElementById('host').attachShadow({ mode: 'open' });
    root.innerHTML = '<textarea id="field">inside</textarea><sms-meter for="field"></sms-meter>';
    return root.querySelector('sms-meter').text;
  });
  assert.equal(text, 'inside');
});

test('other languages, from right to left', async () => {
  await write('<div lang="ar" dir="rtl"><sms-meter></sms-meter></div>');
  await meter((meter) => {
    meter.strings = { segments: { one: 'جزء واحد', two: 'جزءان', few: '{n} أجزاء', other: '{n} جزءًا' }, remaining: 'باقٍ {n}' };
    meter.text = 'a'.repeat(161);
  });
  assert.equal(await part('segments'), 'جزءان');
  const [first, last] = await meter((meter) => ['encoding', 'remaining'].map((name) => meter.shadowRoot.querySelector(`[part=${name}]`).getBoundingClientRect().left));
  assert.ok(first > last, 'the first part is at the right');
  await write('<sms-meter id="german" lang="de"></sms-meter>');
  const german = await page.$eval('#german', (meter) => {
    meter.setAttribute('strings', '{"segments":"{n} Teile"}');
    meter.text = 'a'.repeat(153 * 1234);
    return meter.shadowRoot.querySelector('[part=segments]').textContent;
  });
  assert.equal(german, '1.234 Teile');
  await write('<div lang="no such"><sms-meter id="lost"></sms-meter></div>');
  assert.equal(await page.$eval('#lost', (meter) => meter.shadowRoot.querySelector('[part=segments]').textContent), '1 segment');
});

test('options and styles come from the page', async () => {
  await write(`<style>sms-meter { --sms-meter-accent: rgb(1, 2, 3) } sms-meter::part(segments) { color: rgb(4, 5, 6) } sms-meter::part(ucs-2) { opacity: .5 }</style>
    <sms-meter profile="toll-free" national-languages="turkish spanish"></sms-meter>`);
  await meter((meter) => { meter.text = `${'a'.repeat(160)}ş`; });
  assert.equal(await part('encoding'), 'GSM-7');
  assert.equal(await meter((meter) => meter.detail.count.lockingShift ?? meter.detail.count.singleShift), 'turkish');
  await meter((meter) => { meter.removeAttribute('national-languages'); meter.options = { referenceBits: 8 }; });
  assert.equal(await part('encoding'), 'UCS-2');
  const styles = await meter((meter) => ['fill', 'segments', 'meter'].map((name) => getComputedStyle(meter.shadowRoot.querySelector(`[part~=${name}]`)))
    .map(({ backgroundColor, color, opacity }) => [backgroundColor, color, opacity]));
  assert.equal(styles[1][1], 'rgb(4, 5, 6)');
  assert.equal(styles[2][2], '0.5');
  await meter((meter) => { meter.text = 'a'; });
  assert.equal(await meter((meter) => getComputedStyle(meter.shadowRoot.querySelector('[part=fill]')).backgroundColor), 'rgb(1, 2, 3)');
});

test('every part and every variable that the README names can be styled', async () => {
  const readme = readFileSync(new URL('../../pkg-template/README.md', import.meta.url), 'utf8');
  const [, named] = /^Style it from outside: (.*?)^React/ms.exec(readme);
  const parts = ['meter', ...[...named.matchAll(/`([a-z][a-z0-9-]*)`/g)].map(([, name]) => name)];
  const variables = [...named.matchAll(/`(?:--sms-meter)?(-[a-z-]+)`/g)].map(([, name]) => `--sms-meter${name}`);
  assert.deepEqual([parts.length, variables.length], [17, 8]);
  const values = { '--sms-meter-bar-size': '3px', '--sms-meter-gap': '5px' };
  const style = variables.map((name, index) => `${name}: ${values[name] ?? `rgb(${index}, 1, 2)`};`).join(' ');
  await write(`<style>sms-meter { ${style} }
    ${parts.map((name, index) => `sms-meter::part(${name}) { --seen-${name}: ${index} }`).join(' ')}</style>
    <textarea id="field">${'—①②③④⑤⑥⑦⑧⑨⑩'.repeat(8)}</textarea><sms-meter for="field" max-segments="1"></sms-meter>`);
  await complete();
  const unseen = () => meter((meter, parts) => parts.filter((name) => {
    const element = meter.shadowRoot.querySelector(`[part~="${name}"]`);
    return !element || getComputedStyle(element).getPropertyValue(`--seen-${name}`) === '';
  }), parts);
  assert.deepEqual(await unseen(), []);
  const computed = (name, property) => meter((meter, [name, property]) => getComputedStyle(meter.shadowRoot.querySelector(`[part~="${name}"]`))[property], [name, property]);
  const colour = (name) => `rgb(${variables.indexOf(`--sms-meter-${name}`)}, 1, 2)`;
  assert.deepEqual([await computed('fill', 'backgroundColor'), await computed('segments', 'color')], [colour('error'), colour('error')], 'too long');
  assert.deepEqual([await computed('bar', 'backgroundColor'), await computed('bar', 'blockSize'), await computed('meter', 'columnGap')], [colour('track'), '3px', '5px']);
  assert.equal(await computed('offender', 'backgroundColor'), colour('button'));
  await page.focus('#field');
  const outline = () => meter((meter) => [meter.shadowRoot.activeElement?.part.value ?? null, getComputedStyle(meter.shadowRoot.activeElement ?? meter).outlineColor]);
  await page.keyboard.press('Tab');
  assert.deepEqual(await outline(), [null, colour('focus')], 'an invalid control can be reached as a whole');
  await page.keyboard.press('Tab');
  assert.deepEqual(await outline(), ['offender', colour('focus')], 'and so can its buttons');
  await meter((meter) => { meter.removeAttribute('max-segments'); });
  assert.equal(await computed('fill', 'backgroundColor'), colour('warning'));
  await page.fill('#field', 'a');
  assert.equal(await computed('fill', 'backgroundColor'), colour('accent'));
});

test('nothing that a tool for accessibility would find', async () => {
  await write('<main><h1>Message</h1><label for="field">Message</label><textarea id="field"></textarea><sms-meter for="field" max-segments="1"></sms-meter></main>');
  await page.evaluate(readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
  for (const text of ['', 'a', `${'a'.repeat(80)}—中`, '中'.repeat(100)]) {
    await page.fill('#field', text);
    await complete();
    const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]));
    assert.deepEqual(violations, [], text);
  }
  assert.deepEqual(await meter((meter) => [meter.shadowRoot.querySelector('[role=status]').getAttribute('aria-live') ?? 'polite, as a status is', meter.matches(':invalid')]),
    ['polite, as a status is', true]);
});

test('a text too long for a report is counted all the same', async () => {
  await write('<sms-meter></sms-meter>');
  await meter((meter) => { meter.text = '中'.repeat(1_000_001); });
  assert.deepEqual([await part('encoding'), await part('segments'), await part('offender')], ['UCS-2', '14,926 segments', null]);
  assert.deepEqual(problems, []);
});

test('properties set before the element was defined are taken over', async () => {
  const text = await page.evaluate(() => {
    const frame = document.createElement('sms-meter');
    Object.defineProperty(frame, 'text', { value: 'early', configurable: true, writable: true });
    document.body.append(frame);
    return frame.text;
  });
  assert.equal(text, 'early');
});
