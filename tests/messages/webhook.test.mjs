/** The webhook of `examples/node/`, served on loopback and called as the provider calls it. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { signForm, SIGNATURE_HEADER, TWIML_CONTENT_TYPE } from 'septet/messages';
import { example } from './examples.mjs';

const { webhook } = await example('webhook.js');

const token = 'the auth token of the account';
const sid = (letters) => `${letters}0123456789abcdef0123456789abcdef`;
const subscribed = [];
const calls = [];
const settings = {
  token, origin: 'https://example.com', deliveries: new Map(),
  subscribe: (...what) => subscribed.push(what), media: (call) => calls.push(call),
};
const server = createServer(webhook(settings));
let address;

before(() => new Promise((ready) => { server.listen(0, '127.0.0.1', ready); }).then(() => { address = `http://127.0.0.1:${server.address().port}`; }));
after(() => server.close());

/** Posts a form, signed as it is unless another signature is given. */
async function post(path, form, signature = signForm(`https://example.com${path}`, form, token)) {
  const body = new URLSearchParams(form).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...(signature && { [SIGNATURE_HEADER]: signature }) };
  const response = await fetch(address + path, { method: 'POST', body, headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const from = '+15005550006';
const inbound = (body, more = {}) => ({ MessageSid: sid('SM'), AccountSid: sid('AC'), From: from, To: '+15005550001', Body: body, NumMedia: '0', NumSegments: '1', ...more });
const said = ({ text }) => /<Body>(.*)<\/Body>/.exec(text)?.[1] ?? '';

test('a message is answered with TwiML', async () => {
  const reply = await post('/sms', inbound('hours?'));
  assert.deepEqual([reply.status, reply.type, said(reply)], [200, TWIML_CONTENT_TYPE, 'We are open from 9 to 5.']);
});

test('what is not signed is not answered', async () => {
  assert.equal((await post('/sms', inbound('hours'), '')).status, 400);
  const forged = signForm('https://example.com/sms', inbound('hours'), 'another token');
  assert.deepEqual(await post('/sms', inbound('hours'), forged), { status: 403, type: null, text: '' });
  assert.equal((await post('/sms', inbound('hours'), 'not base64')).status, 403);
});

test('keywords come first: the provider acts on some, the handler on others', async () => {
  assert.equal((await post('/sms', inbound('STOP'))).text, '<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
  assert.equal(said(await post('/sms', inbound('Stop!'))), 'You get no more messages. START brings them back.');
  assert.equal(said(await post('/sms', inbound('Help.'))), 'Write SURVEY, VOTE and a name, or STOP.');
  assert.deepEqual(subscribed.splice(0), [[from, false], [from, false]]);
  for (const word of ['constructor', '__proto__', 'toString']) assert.equal(said(await post('/sms', inbound(word))), 'Write SURVEY, VOTE and a name, or STOP.');
});

test('what a person writes cannot become markup', async () => {
  assert.equal(said(await post('/sms', inbound('vote </Body><Redirect>https://evil.example/</Redirect>'))), 'You voted &lt;/Body&gt;&lt;Redirect&gt;https://evil.example/&lt;/Redirect&gt;.');
});

test('a survey of two questions, its state in the URL', async () => {
  const action = ({ text }) => /action="([^"]*)"/.exec(text)[1].replaceAll('&amp;', '&');
  const first = await post('/sms', inbound('survey'));
  assert.equal(said(first), 'How was it, from 1 to 5?');
  const second = await post(action(first), inbound('4 & a half'));
  assert.equal(said(second), 'Thank you. What could be better?');
  const last = await post(action(second), inbound('The <soup>'));
  assert.equal(said(last), 'Noted: 4 &amp; a half, and &quot;The &lt;soup&gt;&quot;. Goodbye!');
  // Who makes up a state has no signature for it.
  const forged = signForm('https://example.com/sms', inbound('5'), token);
  assert.equal((await post('/sms?state=step%3D2%26score%3D1', inbound('5'), forged)).status, 403);
  // STOP leaves a survey.
  assert.ok(!(await post(action(first), inbound('STOP'))).text.includes('<Message'));
  subscribed.length = 0;
});

test('media: the calls of the host', async () => {
  await post('/sms', inbound('', { NumMedia: '1', MediaUrl0: 'https://api.example.com/ME1', MediaContentType0: 'image/png' }));
  const authorization = `Basic ${Buffer.from(`${sid('AC')}:${token}`).toString('base64')}`;
  assert.deepEqual(calls, ['GET', 'DELETE'].map((method) => ({ method, url: 'https://api.example.com/ME1', authorization })));
});

test('status callbacks are folded, in whatever order they come', async () => {
  const status = (MessageStatus, more = {}) => post('/status', { MessageSid: sid('SM'), AccountSid: sid('AC'), From: '+15005550001', To: from, MessageStatus, ...more });
  for (const [name, more] of [['undelivered', { ErrorCode: '30005' }], ['sent'], ['queued'], ['sent']]) assert.equal((await status(name, more)).status, 204);
  assert.deepEqual(settings.deliveries.get(sid('SM')), { status: 'undelivered', errorCode: 30005, final: true, contradictory: false, seen: ['queued', 'sent', 'undelivered'] });
  assert.ok(subscribed.every(([recipient, stays]) => recipient === from && !stays) && subscribed.length > 0);
});

test('a detail that cannot be read costs no message; a parameter that is needed to act is named', async () => {
  assert.equal((await post('/sms', inbound('Hi', { NumMedia: 'many' }))).status, 200);
  const reply = await post('/sms', inbound('Hi', { From: '' }));
  assert.deepEqual([reply.status, reply.text.includes('"From"')], [400, true], reply.text);
});
