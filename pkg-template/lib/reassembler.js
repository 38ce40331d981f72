/** `Reassembler`: parts into messages. */

import { isText, isWhole, SmsError } from './error.js';
import { named } from './options.js';
import { received, complete } from './octets.js';

/** @import { Abandoned, ConcatenatedMessage, ReassemblerOptions, Received, ReceivedUserData } from '../octets.js' */
/** @import { Octets } from './octets.js' */

/** @param {Octets} module */
export function reassembler(module) {
  return class Reassembler {
    #parts;
    /** The start of the module in which they are held. */
    #start;

    /** @param {ReassemblerOptions} [options] */
    constructor(options) {
      const { maxMessages = 1024, maxOctets = 1_048_576 } = named(options, ['maxMessages', 'maxOctets']);
      isWhole(maxMessages, 'option maxMessages', 1, 0xFFFFFFFF);
      isWhole(maxOctets, 'option maxOctets', 1, 0xFFFFFFFF);
      this.#parts = new (module.started().Parts)(maxMessages, maxOctets);
      this.#start = module.starts;
    }

    /** The parts that wait. */
    get #waiting() {
      if (this.#start === module.starts) return this.#parts;
      throw new SmsError('out-of-memory', 'the parts that waited were lost when there was not enough memory: begin with a new Reassembler');
    }

    /**
     * @param {string} sender
     * @param {ReceivedUserData} part
     * @param {number} now
     * @returns {Received}
     */
    insert(sender, part, now) {
      isText(sender, 'sender');
      const { dcs, udhi, udl, octets } = received(part);
      isWhole(now, 'now', 0, Number.MAX_SAFE_INTEGER);
      /** @type {Received} */
      const result = module.call(() => this.#waiting.insert(sender, dcs, udhi, udl, octets, BigInt(now)));
      for (const { message } of [result, ...result.abandoned]) if (message) whole(message);
      return result;
    }

    /**
     * @param {number} time
     * @returns {Abandoned[]}
     */
    expireBefore(time) {
      isWhole(time, 'time', 0, Number.MAX_SAFE_INTEGER);
      /** @type {Abandoned[]} */
      const abandoned = module.call(() => this.#waiting.expireBefore(BigInt(time)));
      for (const { message } of abandoned) whole(message);
      return abandoned;
    }

    /** Octets that wait. */
    get octets() {
      return this.#waiting.octets();
    }
  };
}

/** @param {ConcatenatedMessage} message */
function whole(message) {
  message.parts = message.parts.map(complete);
  if (message.text !== null) message.text = message.parts.map((part) => part.text).join('');
}
