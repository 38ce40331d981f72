/** Every way to count that is measured, each giving `[encoding, segments, units]`, or what it has of these. */

import gsmCharsetUtils from '@trt2/gsm-charset-utils';
import * as smsLengthModule from 'sms-length';
import { SegmentedMessage } from 'sms-segments-calculator';
import splitSms from 'split-sms';
import * as septet from 'septet';
import * as loop from './loop.js';

// Node reads its CommonJS, which is all one default export; a bundler reads its modules, which have none.
const smsLength = smsLengthModule['default'] ?? smsLengthModule;

const ENCODINGS = { GSM: 'GSM-7', UCS2: 'UCS-2', 'GSM-7': 'GSM-7', 'UCS-2': 'UCS-2', Unicode: 'UCS-2', GSM_7BIT: 'GSM-7', GSM_7BIT_EX: 'GSM-7', UTF16: 'UCS-2' };

/**
 * `run` is what is measured; `read` makes the answers comparable.
 * @type {Record<string, { run: (text: string) => any, read: (result: any) => [string, number, number] }>}
 */
export const RIVALS = {
  septet: { run: septet.count, read: ({ encoding, segments, units }) => [encoding, segments, units] },
  'hand-written loop': { run: loop.count, read: ({ encoding, segments, units }) => [encoding, segments, units] },
  '@trt2/gsm-charset-utils': {
    run: gsmCharsetUtils.getCharCount,
    read: ({ encoding, msgCount, charCount }) => [ENCODINGS[encoding], msgCount, charCount],
  },
  'split-sms': {
    run: (text) => splitSms.split(text, { summary: true }),
    read: ({ characterSet, parts, bytes }) => [ENCODINGS[characterSet], parts.length, characterSet === 'GSM' ? bytes : bytes / 2],
  },
  'sms-length': {
    run: smsLength.count,
    read: ({ encoding, messages, length }) => [ENCODINGS[encoding], messages, length],
  },
  'sms-segments-calculator': {
    run: (text) => {
      const message = new SegmentedMessage(text);
      return { encoding: message.encodingName, segments: message.segmentsCount, bits: message.messageSize };
    },
    read: ({ encoding, segments, bits }) => [ENCODINGS[encoding], segments, bits / (encoding === 'GSM-7' ? 7 : 16)],
  },
};
