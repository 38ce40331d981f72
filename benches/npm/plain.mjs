/** The plain module in Node, without the package's JavaScript: calls a second and memory over ten million calls. */

import { readFileSync } from 'node:fs';

const octets = readFileSync(new URL('../../pkg/septet-plain.wasm', import.meta.url));
const begun = performance.now();
const { memory, alloc, call } = new WebAssembly.Instance(new WebAssembly.Module(octets)).exports;
const started = performance.now() - begun;

const CALLS = Number(process.env.CALLS ?? 10_000_000);
const requests = [
  ['count', 'Your order 4711 has shipped and will be with you tomorrow between 10 and 12.'],
  ['count', 'Größe €', { nationalLanguages: 'auto' }],
  ['smartEncode', '“Hello” – it’s 5…', 'typography'],
  ['errorCode', 30003],
].map((request) => new TextEncoder().encode(JSON.stringify(request)));
const blocks = requests.map((request) => {
  const block = alloc(request.length) >>> 0;
  new Uint8Array(memory.buffer, block, request.length).set(request);
  return block;
});
const answer = (address) => {
  const header = new DataView(memory.buffer, address >>> 0, 8);
  return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, (address >>> 0) + 8, header.getUint32(4, true))));
};
const [first] = requests;
if (answer(call(blocks[0], first.length)).segments !== 1) throw new Error('a wrong answer');

const ask = (times) => {
  for (let index = 0; index < times; index++) {
    const one = index & 3;
    call(blocks[one], requests[one].length);
  }
};
ask(100_000);
const size = memory.buffer.byteLength;
const start = performance.now();
ask(CALLS);
const seconds = (performance.now() - start) / 1000;
if (memory.buffer.byteLength !== size) throw new Error(`memory grew from ${size} to ${memory.buffer.byteLength}`);
console.log(JSON.stringify({
  section: 'plain-node',
  note: `\`septet-plain.wasm\` (${Math.floor(octets.length / 1024)} KB) in Node: four requests by turns, answers left in the module.`,
  rows: [{ calls: CALLS.toLocaleString('en'), 'a second': Math.round(CALLS / seconds).toLocaleString('en'), 'memory before': `${size / 1024} KB`, 'memory after': `${memory.buffer.byteLength / 1024} KB`, 'compiled and started': `${started.toFixed(0)} ms` }],
}));
