// `<sms-meter>` in a document that is not a browser's: `node element.mjs jsdom`, `node element.mjs happy-dom`.

import assert from 'node:assert/strict';

const windows = {
  jsdom: async () => new (await import('jsdom')).JSDOM('<!doctype html>', { pretendToBeVisual: true }).window,
  'happy-dom': async () => new (await import('happy-dom')).Window(),
};

// What test runners do: the names of the window become global.
const window = await windows[process.argv[2]]();
for (const name of ['window', 'document', 'HTMLElement', 'customElements', 'CustomEvent', 'Event', 'MutationObserver', 'Node', 'CSSStyleSheet']) {
  if (name in window) globalThis[name] = name === 'window' ? window : window[name];
}
await import('septet/element');

document.body.innerHTML = '<form><textarea id="message">See you at 5 —</textarea><sms-meter for="message" max-segments="1"></sms-meter></form>';
const [meter, field] = [document.querySelector('sms-meter'), document.querySelector('textarea')];
const changes = [];
meter.addEventListener('sms-change', ({ detail }) => changes.push(detail.count.segments));
assert.equal(meter.detail.count.encoding, 'UCS-2');
field.value = 'a'.repeat(161);
field.dispatchEvent(new Event('input', { bubbles: true }));
assert.deepEqual([meter.detail.count.segments, meter.detail.tooLong, changes.at(-1)], [2, true, 2]);
assert.equal(meter.shadowRoot.querySelector('[part=segments]').textContent, '2 segments');
assert.equal(typeof meter.checkValidity(), 'boolean');
meter.remove();
console.log('works');
