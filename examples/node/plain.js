// septet without the package's JavaScript: the plain WebAssembly module, as any language calls it (docs/plain-module.md).
//
//     npm install && npm run plain -- 'Hello €'
//
// counts a text. In a checkout `cargo xtask pkg` makes the package first; elsewhere `npm install septet` does.

import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Starts the module; what it returns calls functions by their names: `call('count', 'Hello €')`.
 * @param {Uint8Array} octets the file `septet-plain.wasm`
 */
export function start(octets) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(octets));
  const { memory, alloc, free, call, version } = exports;
  if (version() !== 1) throw new Error('this example is for version 1 of the plain module');
  return (name, ...values) => {
    const request = encoder.encode(JSON.stringify([name, ...values]));
    // An address is a 32-bit integer without a sign, which JavaScript shows with one.
    const block = alloc(request.length) >>> 0;
    if (block === 0) throw new RangeError(`no memory for a request of ${request.length} octets`);
    try {
      new Uint8Array(memory.buffer, block, request.length).set(request);
      return read(memory, call(block, request.length) >>> 0);
    } finally {
      free(block);
    }
  };
}

/** The answer at an address: two 32-bit words, whether it is an error and how long it is, then JSON. */
function read(memory, address) {
  const header = new DataView(memory.buffer, address, 8);
  const octets = new Uint8Array(memory.buffer, address + 8, header.getUint32(4, true));
  const answer = JSON.parse(decoder.decode(octets));
  if (header.getUint32(0, true) === 0) return answer;
  throw Object.assign(new Error(answer.error.message), answer.error);
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  const call = start(readFileSync(fileURLToPath(import.meta.resolve('septet/septet-plain.wasm'))));
  console.log(call('count', process.argv[2] ?? 'Hello €'));
}
