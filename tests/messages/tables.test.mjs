/** The tables of tests/data/, row by row through the package: the Rust tests read the same files. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { countries, errorCode, errorCodes, messageForm, signForm, statusDetails, statuses, verifySignature } from 'septet/messages';
import { example } from './examples.mjs';

const { bulkPlan, handOver } = await example('bulk-plan.js');

/** The rows of a table, by the names of its columns. */
function rows(name) {
  const lines = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const [head, ...rest] = lines.map((line) => line.split('\t'));
  return rest.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])));
}

test('every error code', () => {
  const table = rows('errors.tsv');
  assert.deepEqual(errorCodes(), table.map(({ code }) => Number(code)).sort((a, b) => a - b));
  for (const row of table) {
    const { name, category } = errorCode(Number(row.code));
    assert.deepEqual([name, category], [row.name, row.category], row.code);
  }
});

test('every status', () => {
  const table = rows('statuses.tsv');
  assert.deepEqual(statuses(), table.map(({ status }) => status));
  for (const row of table) assert.equal(statusDetails(row.status).known, true);
  for (const { from, to, ...row } of rows('status-transitions.tsv')) {
    if (from.startsWith('(')) continue;
    for (const next of to.split(' / ')) assert.ok(statusDetails(from).next.some(({ status }) => status === next), JSON.stringify({ from, to, ...row }));
  }
});

test('every parameter of a message, declared and read', () => {
  const declared = readFileSync(new URL('../../pkg-template/messages.d.ts', import.meta.url), 'utf8');
  for (const { parameter, type } of rows('rest-params.tsv')) {
    if (!/^[A-Z]\w*$/.test(parameter)) continue;
    const key = parameter[0].toLowerCase() + parameter.slice(1);
    assert.match(declared, new RegExp(`^ {2}${key}\\?: `, 'm'), key);
    const value = type.includes('boolean') ? true : type.includes('integer') ? 1 : 'x';
    assert.equal(messageForm({ [key]: value }), `${parameter}=${value}`, key);
  }
});

test('every country', () => assert.equal(countries().length, 221));

test('a plan for many', () => {
  const start = new Date('2026-05-15T12:00:00Z');
  const pool = [{ address: '+14155550199', registered: true }, { address: 'Septet' }];
  const messages = [...Array.from({ length: 50 }, (_, index) => ({ to: `+1212555${1000 + index}`, body: 'Hi' })), { to: '+4915112345678', body: 'a'.repeat(161) }, { to: '555', body: 'Hi' }];
  const { refused, senders } = bulkPlan(messages, pool, { tier: 'twilio-toll-free' }, start);
  assert.deepEqual(refused.map(({ message, violations }) => [message.to, violations.map(({ rule }) => rule)]), [['555', ['to-invalid', 'sender-missing']]]);
  assert.equal(senders.reduce((sum, { planned }) => sum + planned.segments, 0), 52);
  assert.equal([...handOver(senders)].length, 51);
});

test('every signature', () => {
  const table = rows('signature-vectors.tsv');
  assert.equal(table.length, 15);
  for (const row of table) {
    const [url, token, signature] = [row.url_received, row.auth_token, row.expected_signature];
    const form = JSON.parse(row.params_json || '{}');
    const body = row.body || form;
    assert.equal(verifySignature({ url, body: row.body || form, signature }, token), true, row.case);
    assert.equal(signForm(row.url_signed, form, token), signature, row.case);
    // Another token, another parameter, another URL.
    const other = typeof body === 'string' ? `${body} ` : { ...body, Added: '1' };
    for (const [request, key] of [[{ url, body, signature }, `${token}x`], [{ url, body: other, signature }, token], [{ url: url.replace('//', '//x'), body, signature }, token]]) {
      assert.equal(verifySignature(request, key), false, row.case);
    }
  }
});
