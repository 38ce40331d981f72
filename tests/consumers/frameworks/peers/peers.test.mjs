// septet next to the provider's library for Node (signatures, TwiML, form bodies) and to another decoder of PDUs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'node-pdu';
import twilio from 'twilio';
import { split } from 'septet';
import { messageForm, signBody, signForm, twiml, verifySignature } from 'septet/messages';
import { encodeSubmit } from 'septet/octets';

const token = '0123456789abcdef0123456789abcdef';
const texts = [
  '', 'Hello', 'A&B=C+D %20 100%', '“It’s 5 €”', 'Grüße\r\naus Köln\t!', '<b>&amp;</b>', '中文', 'Your table is booked 👋🏽', "it's", '~*()!-._', '\u00A0', 'ÀÉ\u0301',
];
const urls = ['https://example.com/sms', 'https://example.com/sms?state=a%26b', 'https://example.com:8443/sms', 'https://user:pass@example.com/a%20b'];

test('signatures of forms', () => {
  let compared = 0;
  for (const url of urls) {
    for (const Body of texts) {
      const form = { Body, From: '+15005550006', NumMedia: '0', a: '1', B: '2' };
      const signature = twilio.getExpectedTwilioSignature(token, url, form);
      assert.equal(signForm(url, form, token), signature, `${url} ${Body}`);
      assert.ok(verifySignature({ url, body: new URLSearchParams(form).toString(), signature }, token));
      assert.ok(twilio.validateRequest(token, signForm(url, form, token), url, form));
      assert.ok(!twilio.validateRequest('another', signForm(url, form, token), url, form));
      compared++;
    }
  }
  assert.equal(compared, urls.length * texts.length);
});

test('signatures of other bodies', () => {
  for (const text of texts) {
    const body = JSON.stringify({ text });
    const signed = signBody('https://example.com/json', body, token);
    assert.ok(twilio.validateRequestWithBody(token, signed.signature, signed.url, body), text);
    assert.ok(!twilio.validateRequestWithBody(token, signed.signature, signed.url, `${body} `));
    assert.ok(verifySignature({ url: signed.url, body, signature: signed.signature }, token));
  }
});

/** Elements, attributes and texts, whatever is written as an entity. */
const unescaped = (xml) => xml.replace(/&(?:lt|gt|quot|apos|amp|#x?[0-9a-fA-F]+);/g, (entity) => {
  const named = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }[entity];
  return named ?? String.fromCodePoint(Number(entity.replace('&#x', '0x').replace(/[&#;]/g, '')));
});

test('TwiML', () => {
  for (const text of texts.filter(Boolean)) {
    const theirs = new twilio.twiml.MessagingResponse();
    theirs.message({ action: '/next?a=1&b=2' }, text);
    const ours = twiml({ body: text, action: '/next?a=1&b=2' });
    const withoutBody = theirs.toString().replace(/(<Message [^>]*>)([^]*)(<\/Message>)/, '$1<Body>$2</Body>$3');
    assert.equal(unescaped(ours), unescaped(withoutBody), text);
  }
});

test('form bodies of requests', async () => {
  for (const body of texts.filter(Boolean)) {
    let sent;
    const httpClient = { request: async (options) => { sent = options; return { statusCode: 201, body: '{}' }; } };
    const client = twilio(`AC${'0'.repeat(32)}`, token, { httpClient });
    await client.messages.create({ to: '+14155552671', from: '+14155550199', body, mediaUrl: ['https://example.com/a.png', 'https://example.com/b.png?x=1&y=2'], validityPeriod: 60 });
    const theirs = new URLSearchParams();
    for (const [name, value] of Object.entries(sent.data)) [value].flat().forEach((one) => theirs.append(name, one));
    const ours = messageForm({ to: '+14155552671', from: '+14155550199', body, mediaUrl: ['https://example.com/a.png', 'https://example.com/b.png?x=1&y=2'], validityPeriod: 60 });
    assert.deepEqual([...new URLSearchParams(ours)].sort(), [...theirs].sort(), body);
  }
});

test('SMS-SUBMIT, read by another decoder', () => {
  const long = ['a'.repeat(161), 'é€'.repeat(120), ']'.repeat(153), '中'.repeat(71), '🎉'.repeat(67), 'x🎉'.repeat(60)];
  let compared = 0;
  for (const text of [...texts.filter((one) => one && !/\t/.test(one)), ...long]) {
    const pdus = encodeSubmit(text, '+12125550123', { reference: 7 });
    const read = pdus.map(({ pdu }) => parse(pdu));
    assert.deepEqual(read.map(({ data }) => data.getText()), split(text).map((part) => part.text), text);
    assert.ok(read.every(({ address }) => address.phone === '12125550123'));
    compared += read.length;
  }
  assert.ok(compared > 25, `${compared}`);
});
