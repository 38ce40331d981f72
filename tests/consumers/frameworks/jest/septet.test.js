// A suite as people write it: CommonJS, jsdom as the environment, whose Uint8Array is not the one of Node's Buffer.

const { exports: entries } = require('septet/package.json');

const names = Object.entries(entries).filter(([, target]) => typeof target === 'object').map(([name]) => name.replace('.', 'septet'));

test.each(names)('%s', (name) => {
  expect(Object.keys(require(name)).length).toBeGreaterThan(0);
});

test('texts', () => {
  const { analyze, count, countMany, split } = require('septet');
  expect(count(']'.repeat(153))).toMatchObject({ encoding: 'GSM-7', segments: 3, units: 306 });
  expect(split('中'.repeat(71)).map(({ end }) => end)).toEqual([67, 71]);
  expect(analyze('See you at 5 –').offenders[0].text).toBe('–');
  expect(countMany(Buffer.from('one text\na line\n')).totalSegments).toBe(2);
  expect(countMany(Uint8Array.from(Buffer.from('one text\na line\n'))).totalSegments).toBe(2);
});

test('an error is of the class that people compare with', () => {
  const { count, SmsError } = require('septet');
  expect(() => count('中', { encoding: 'GSM-7' })).toThrow(SmsError);
  expect(() => count(1)).toThrow(TypeError);
});

test('values of other realms', () => {
  const { runInNewContext } = require('node:vm');
  const { decodeUserData } = require('septet/octets');
  const { plan, signBody, signForm, verifySignature } = require('septet/messages');
  const url = 'https://example.com/sms';
  const body = 'Body=Hi';
  const signature = signForm(url, body, 'token');
  for (const octets of [Buffer.from(body), runInNewContext(`Uint8Array.from(${JSON.stringify([...Buffer.from(body)])})`)]) {
    expect(verifySignature({ url, body: octets, signature }, 'token')).toBe(true);
    expect(signBody(url, octets, 'token')).toEqual(signBody(url, body, 'token'));
  }
  const octets = [232, 50, 155, 253, 6];
  for (const user of [Buffer.from(octets), runInNewContext(`Uint8Array.of(${octets})`)]) {
    expect(decodeUserData({ dcs: 0, udhi: false, udl: 5, octets: user }).text).toBe('hello');
  }
  const start = runInNewContext("new Date('2026-07-01T07:00:00Z')");
  expect(plan([{ messages: 5000, segments: 2 }], { tier: 'twilio-toll-free' }, { start }).endsAt.toISOString()).toBe('2026-07-01T07:55:34.000Z');
});

test('<sms-meter>', () => {
  require('septet/element');
  document.body.innerHTML = '<form><textarea id="message">See you at 5 —</textarea><sms-meter for="message" max-segments="1"></sms-meter></form>';
  const [meter, field] = [document.querySelector('sms-meter'), document.querySelector('textarea')];
  const changes = [];
  meter.addEventListener('sms-change', ({ detail }) => changes.push(detail.count.segments));
  expect(meter.detail.count).toMatchObject({ encoding: 'UCS-2', segments: 1 });
  field.value = 'a'.repeat(161);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  expect(meter.detail).toMatchObject({ tooLong: true, count: { encoding: 'GSM-7', segments: 2 } });
  expect(meter.shadowRoot.querySelector('[part=segments]').textContent).toBe('2 segments');
  expect(changes.at(-1)).toBe(2);
  meter.remove();
});
