/** Links that restore the page: text and settings, deflated, in the fragment. A fragment is never sent to a server. */

import { isRecord } from './state.js';

const PREFIX = '#m=';

/**
 * Packs a state into a fragment. JSON keeps lone surrogates (as escapes), which UTF-8 alone could not.
 * @param {Record<string, unknown>} what
 */
export async function toFragment(what) {
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(what)));
  let binary = '';
  for (const octet of packed) binary += String.fromCharCode(octet);
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Unpacks the state in a fragment: `null` if it is not one of ours; throws if it is damaged.
 * @param {string} fragment
 * @returns {Promise<Record<string, unknown> | null>}
 */
export async function fromFragment(fragment) {
  if (!fragment.startsWith(PREFIX)) return null;
  const binary = atob(fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
  const octets = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(await through(new DecompressionStream('deflate-raw'), octets));
  const value = JSON.parse(text);
  if (!isRecord(value)) throw new SyntaxError('not a record');
  return value;
}

/**
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array<ArrayBuffer>} octets
 */
async function through(stream, octets) {
  const writer = stream.writable.getWriter();
  const written = writer.write(octets).then(() => writer.close());
  const [output] = await Promise.all([new Response(stream.readable).arrayBuffer(), written]);
  return new Uint8Array(output);
}
