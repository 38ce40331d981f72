// A webhook as an Express-style handler: signed messages in, TwiML out; a survey of two questions with its state in the
// URL; status callbacks folded into what became of each message.
//
//     npm install && npm start
//
// serves it on PORT (3000) and shows a signed request to try. TOKEN is the auth token of the account, ORIGIN the address that the
// provider calls, such as https://example.com. In a checkout `cargo xtask pkg` makes the package first; elsewhere `npm install septet` does.
//
// With Express it is `app.post(['/sms', '/status'], webhook(settings))`, before any body parser: a signature is checked over the
// body as it came.

import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import {
  mergeStatuses, parseInbound, parseStatusCallback, RateLimiter, Router, SIGNATURE_HEADER, signatureProblem, signForm, SmsError, stateOf, twiml,
  TWIML_CONTENT_TYPE, withState, errorCode,
} from 'septet/messages';

/** More than a webhook ever has. */
const LARGEST = 1_000_000;

/**
 * @typedef {object} Settings
 * @property {string} token the primary auth token of the account
 * @property {string} origin how the provider calls the server, such as `https://example.com`
 * @property {Map<string, import('septet/messages').Delivery>} deliveries what became of messages, by MessageSid
 * @property {(recipient: string, subscribed: boolean) => void} subscribe called for opt-outs and opt-ins
 * @property {(call: { method: string, url: string, authorization: string }) => void} media the host's own calls: fetches
 *   a piece of media, then deletes it at the provider
 */

/** @param {Settings} settings */
export function webhook(settings) {
  // Two programs that answer each other must come to an end.
  const limiter = new RateLimiter({ limit: 30, windowSeconds: 60 });
  const router = new Router().command('survey', 'survey').argument('vote', 'vote').command('hours', 'hours');

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  return async (request, response) => {
    const url = `${settings.origin}${request.url}`;
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(413).end();
    const signature = request.headers[SIGNATURE_HEADER.toLowerCase()];
    const problem = signatureProblem({ url, body, signature: String(signature ?? '') }, settings.token);
    if (problem) return void response.writeHead(problem.httpStatus).end();
    try {
      if (new URL(url).pathname === '/status') {
        followed(settings, body);
        return void response.writeHead(204).end();
      }
      const reply = answered(settings, router, limiter, url, body);
      response.writeHead(200, { 'Content-Type': TWIML_CONTENT_TYPE }).end(reply);
    } catch (error) {
      // A parameter that is missing or malformed: the provider logs the status and shows nothing to the person.
      if (!(error instanceof SmsError)) throw error;
      response.writeHead(400).end(error.message);
    }
  };
}

/** Follows the status of one of our messages; callbacks may come late, twice and out of order. */
function followed({ deliveries, subscribe }, body) {
  const { messageSid, to, status, errorCode: code } = parseStatusCallback(body);
  const delivery = mergeStatuses([{ status, errorCode: code }], deliveries.get(messageSid));
  deliveries.set(messageSid, delivery);
  if (delivery.errorCode !== null && errorCode(delivery.errorCode).advice.action === 'suppress-recipient') subscribe(to, false);
}

/** The reply to a message from a person. */
function answered(settings, router, limiter, url, body) {
  const message = parseInbound(body);
  const state = stateOf(url);
  const here = new URL(url).pathname;
  const route = router.route(message.body);
  // Opt-outs and calls for help come before everything, a survey included.
  if (route.type === 'keyword') {
    const { intent, handled } = route.keyword;
    if (intent !== 'help') settings.subscribe(message.from, intent === 'opt-in');
    // The provider answers by itself, and blocks what is sent to somebody who opted out.
    if (handled) return twiml();
    return twiml({ 'opt-out': 'You get no more messages. START brings them back.', 'opt-in': 'Welcome back.', help: 'Write SURVEY, VOTE and a name, or STOP.' }[intent]);
  }
  // After the keywords: an opt-out is never too much.
  if (!limiter.allow(message.from, new Date())) return twiml();
  for (const { url: media } of message.media) fetched(settings, message, media);
  const step = state.get('step');
  if (step === '1') return twiml({ body: 'Thank you. What could be better?', action: withState(here, { step: '2', score: message.body }) });
  if (step === '2') return twiml(`Noted: ${state.get('score')}, and "${message.body}". Goodbye!`);
  if (route.type === 'other') return twiml('Write SURVEY, VOTE and a name, or STOP.');
  switch (route.command) {
    case 'survey': return twiml({ body: 'How was it, from 1 to 5?', action: withState(here, { step: '1' }) });
    case 'vote': return twiml(`You voted ${route.argument}.`);
    default: return twiml('We are open from 9 to 5.');
  }
}

/** The calls a host makes for a piece of media: get it, then delete it. Credentials where the account asks for them. */
function fetched({ token, media }, { accountSid }, url) {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`;
  media({ method: 'GET', url, authorization });
  media({ method: 'DELETE', url, authorization });
}

/** The octets of a body; `null` if there are too many. */
async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A request as the provider would make it, for a shell. */
function requestToTry(address, { origin, token }) {
  const form = { MessageSid: `SM${'0'.repeat(32)}`, AccountSid: `AC${'0'.repeat(32)}`, From: '+15005550006', To: '+15005550001', Body: 'hours' };
  const signature = signForm(`${origin}/sms`, form, token);
  return `curl ${address}/sms -H '${SIGNATURE_HEADER}: ${signature}' -d '${new URLSearchParams(form)}'`;
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  // The address of the server is a part of what is signed, and known once it listens.
  let handler;
  const server = createServer((request, response) => handler(request, response));
  server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    const { TOKEN: token = 'a token to try this out', ORIGIN: origin = address } = process.env;
    const settings = { token, origin, deliveries: new Map(), subscribe: console.log, media: console.log };
    handler = webhook(settings);
    console.log(`${address}/sms takes messages. Try it in another terminal:\n\n${requestToTry(address, settings)}\n`);
  });
}
