/**
 * Unplanned situations, each in a world of its own, in Node and in a page. A case gets its tools as `world`:
 * `load` imports an entry point, `equal` and `throws` hold. After it an ordinary call of everything has to be right (`ordinary`).
 */

const thrown = new Error('mine');
const raise = () => { throw thrown; };
const isMine = (error) => error === thrown;

/** A wrong argument is a `TypeError` that says so. */
const wrong = (sentence) => (error) => error instanceof TypeError && (sentence instanceof RegExp ? sentence.test(error.message) : error.message === sentence);
const refused = (code) => (error) => error.name === 'SmsError' && error.code === code;

/** A case for a world in which a module has 32 MiB of memory at most. */
export const FULL = 'a result that fits no memory is an error, and the next call has memory again';

/** @type {Record<string, (world: any) => unknown>} */
export const cases = {
  // ─── Texts ───

  'a string of 200 MB is counted and cut': async ({ load, equal }) => {
    const { count, countMany, split } = await load('septet');
    const text = 'a'.repeat(200_000_000);
    const segments = Math.ceil(200_000_000 / 153);
    equal([count(text).segments, count(text, { encoding: 'UCS-2' }).segments], [segments, Math.ceil(200_000_000 / 67)]);
    equal(countMany(['5 €', text, '中']).totalSegments, segments + 2);
    const parts = split(text);
    equal([parts.length, parts.at(-1).end], [segments, 200_000_000]);
    equal((await load('septet/count')).count(text).segments, segments);
  },
  '200 MB of UTF-8 in one line, and in many': async ({ load, equal }) => {
    const { countMany } = await load('septet');
    const octets = new Uint8Array(200_000_000).fill(0x61);
    equal(countMany(octets).totalSegments, Math.ceil(200_000_000 / 153));
    for (let index = 99; index < octets.length; index += 100) octets[index] = 10;
    const { segments, units, totalSegments } = countMany(octets);
    equal([segments.length, units.at(-1), totalSegments], [2_000_000, 99, 2_000_000]);
  },
  'a report on 200 MB is refused at once': async ({ load, throws, equal }) => {
    const { analyze, explain, suggest } = await load('septet');
    const text = 'a'.repeat(200_000_000);
    for (const report of [analyze, explain, suggest]) throws(() => report(text), refused('text-too-long'));
    throws(() => analyze(text), (error) => error.message === 'a report is on at most 1000000 units, not 200000000: count and split take texts of any length');
    equal(analyze('a'.repeat(1_000_000)).segments, 6536);
    const { SegmentedMessage } = await load('septet/compat');
    const message = new SegmentedMessage(text);
    equal(message.encodingName, 'GSM-7');
    throws(() => message.segmentsCount, refused('text-too-long'));
    const { encodeUserData } = await load('septet/octets');
    throws(() => encodeUserData(text.slice(0, 20_000_000)), refused('too-many-segments'));
  },
  [FULL]: async ({ load, throws, equal }) => {
    const { analyze, count, smartEncode, template } = await load('septet');
    const { encodeUserData, Reassembler } = await load('septet/octets');
    const { messageForm } = await load('septet/messages');
    const { SegmentedMessage } = await load('septet/compat');
    const waiting = new Reassembler();
    const [first, second] = encodeUserData('a'.repeat(161));
    waiting.insert('+15550100', first, 0);
    for (const work of [analyze, template]) work('5 —');
    const long = '—'.repeat(900_000);
    throws(() => smartEncode(long, 'typography'), refused('out-of-memory'));
    throws(() => analyze(long), (error) => refused('out-of-memory')(error) && error.message === 'there is not enough memory for a text of 900000 units');
    // What was added to the module that is gone is added to the new one.
    equal(analyze('5 —').offenders.length, 1);
    equal(template('5 — {{n}}').fields[0], 'n');
    throws(() => new SegmentedMessage(long.repeat(10)).graphemes, refused('text-too-long'));
    throws(() => encodeUserData(long.repeat(10)), refused('out-of-memory'));
    for (const call of [() => waiting.insert('+15550100', second, 1), () => waiting.octets, () => waiting.expireBefore(9)]) {
      throws(call, (error) => refused('out-of-memory')(error) && error.message.startsWith('the parts that waited were lost'));
    }
    throws(() => messageForm({ to: '+14155552671', body: long.repeat(10) }), refused('out-of-memory'));
    throws(() => messageForm({ to: '+14155552671', body: 'a'.repeat(300_000_000) }), refused('out-of-memory'));
    equal(count(long.repeat(10)).units, 9_000_000);
  },
  'values that are not a text': async ({ load, throws }) => {
    const septet = await load('septet');
    const { encodeUserData } = await load('septet/octets');
    const values = [undefined, null, true, 160, 10n, Symbol('text'), {}, [], () => 'a', new String('a'), { toString: raise, valueOf: raise }, new Proxy({}, { get: raise })];
    for (const value of values) {
      for (const name of ['count', 'split', 'analyze', 'explain', 'suggest', 'template', 'links', 'rcs']) throws(() => septet[name](value), wrong(/^text must be a string, not /));
      throws(() => septet.smartEncode(value, 'twilio'), wrong(/^text must be/));
      throws(() => septet.truncate(value, 1), wrong(/^text must be/));
      throws(() => septet.countMany(['a', value]), wrong(/^texts\[1\] must be/));
      throws(() => encodeUserData(value), wrong(/^text must be/));
    }
  },
  'lone surrogates, anywhere': async ({ load, equal }) => {
    const septet = await load('septet');
    const high = '\uD83D';
    for (const text of [high, '\uDE00', `a${high}`, `${high}a`, `${'中'.repeat(66)}${high}`, `${high.repeat(200)}\uDE00`, `\uDE00${high}\uDE00`]) {
      const counted = septet.count(text);
      equal([counted.encoding, counted.units], ['UCS-2', text.length]);
      equal(septet.split(text).map((part) => part.text).join(''), text);
      equal(septet.split(text, { boundary: 'grapheme' }).map((part) => part.text).join(''), text);
      equal(septet.analyze(text).characters.map((character) => character.text).join(''), text);
      equal(septet.explain(text).map((character) => character.text).join(''), text);
      equal(septet.smartEncode(text, 'transliteration').text, text);
      equal(septet.truncate(text, 99).text, text);
      equal(septet.countMany([text]).units[0], text.length);
    }
  },
  'strings that are made when they are read': async ({ load, equal }) => {
    const { count } = await load('septet');
    let rope = '';
    for (let index = 0; index < 1000; index++) rope += index % 10;
    equal([count(rope).units, count(rope.slice(100, 300)).units, count(`${rope}€`).units], [1000, 200, 1002]);
  },

  // ─── Options ───

  'options that throw': async ({ load, throws }) => {
    const septet = await load('septet');
    const { encodeUserData } = await load('septet/octets');
    const { check } = await load('septet/messages');
    const all = [{ get encoding() { return raise(); } }, { get profile() { return { get single() { return raise(); } }; } }, new Proxy({}, { get: raise }), new Proxy({}, { ownKeys: raise }), new Proxy({}, { getOwnPropertyDescriptor: raise, ownKeys: () => ['encoding'] })];
    for (const options of all) {
      for (const name of ['count', 'split', 'analyze', 'explain', 'suggest', 'template']) throws(() => septet[name]('a', options), isMine);
      throws(() => septet.countMany(['a'], options), isMine);
      throws(() => septet.smartEncode('a', 'twilio', options), isMine);
      throws(() => septet.truncate('a', 1, options), isMine);
      throws(() => encodeUserData('a', options), isMine);
    }
    throws(() => septet.count('a', { nationalLanguages: new Proxy(['turkish'], { get: raise }) }), isMine);
    throws(() => septet.template('{{a}}', { rows: [{ get a() { return raise(); } }] }), isMine);
    throws(() => check({ get to() { return raise(); } }, { now: 0 }), isMine);
    throws(() => check(new Proxy({}, { ownKeys: raise }), { now: 0 }), isMine);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    throws(() => septet.count('a', proxy), (error) => error instanceof TypeError);
  },
  'options that lie': async ({ load, equal, throws }) => {
    const { count } = await load('septet');
    let reads = 0;
    equal(count('a', { get encoding() { return reads++ === 0 ? 'UCS-2' : 'nonsense'; } }).encoding, 'UCS-2');
    equal(count('a', new Proxy({ encoding: 'UCS-2' }, {})).encoding, 'UCS-2');
    throws(() => count('a', { encoding: { toString: () => 'UCS-2' } }), wrong(/^option encoding must be/));
    throws(() => count('a', { encoding: Symbol('auto') }), wrong('option encoding must be "auto", "GSM-7" or "UCS-2", not Symbol(auto)'));
    throws(() => count('a', { referenceBits: 8n }), wrong('option referenceBits must be 8 or 16, not 8'));
    throws(() => count('a', { [Symbol('encoding')]: 'UCS-2', encodings: 1 }), wrong(/^there is no option called encodings/));
    equal(count('a', { [Symbol('encoding')]: 'UCS-2' }).encoding, 'GSM-7');
    throws(() => count('a', JSON.parse('{"__proto__": {"encoding": "UCS-2"}}')), wrong(/called __proto__/));
    throws(() => count('a', () => undefined), wrong('options must be an object, not a function'));
  },
  'a call within a call': async ({ load, equal }) => {
    const { analyze, count, countMany, smartEncode, split } = await load('septet');
    const busy = () => [count('中'.repeat(200)), countMany(['a'.repeat(400), 'b', 'c']), split('€'.repeat(400)), analyze('—'), smartEncode('“', 'twilio')];
    equal(count('b'.repeat(161), { get profile() { busy(); return 'single'; } }).unitsPerSegment, 160);
    equal(split(']'.repeat(153), { get referenceBits() { busy(); return 16; } }).map((part) => part.units), [152, 152, 2]);
    const texts = ['a'.repeat(200), '中'.repeat(40), ']'.repeat(153), 'x'];
    const alone = countMany(texts);
    const array = [...texts];
    for (const [index, text] of texts.entries()) Object.defineProperty(array, index, { get() { busy(); return text; } });
    equal(countMany(array), alone);
    equal(countMany(new Proxy(texts, { get(target, name) { busy(); return target[name]; } })), alone);
    equal(countMany(array, { smartEncoding: 'twilio' }), alone);
    equal(count('ş', { nationalLanguages: new Proxy(['turkish'], { get(target, name) { busy(); return target[name]; } }) }).encoding, 'GSM-7');
  },
  'as many languages as one likes': async ({ load, equal, throws }) => {
    const { count } = await load('septet');
    equal(count('ş', { nationalLanguages: Array(1_000_000).fill('turkish') }).lockingShift, 'turkish');
    throws(() => count('ş', { nationalLanguages: [, 'turkish'] }), wrong(/^a language of option nationalLanguages must be/));
    throws(() => count('ş', { nationalLanguages: { length: 1, 0: 'turkish' } }), wrong(/^option nationalLanguages must be/));
  },

  // ─── Arrays and octets ───

  'arrays with holes, arrays that change, arrays that lie': async ({ load, equal, throws }) => {
    const { countMany } = await load('septet');
    throws(() => countMany(['a', , 'b']), wrong('texts[1] must be a string, not undefined'));
    throws(() => countMany(Array(3)), wrong('texts[0] must be a string, not undefined'));
    const growing = ['a', 'b'];
    Object.defineProperty(growing, 0, { get() { growing.push('c'); return 'a'; } });
    equal([...countMany(growing).units], [1, 1]);
    const shrinking = ['a', 'b', 'c'];
    Object.defineProperty(shrinking, 0, { get() { shrinking.length = 1; return 'a'; }, configurable: true });
    throws(() => countMany(shrinking), wrong('texts[1] must be a string, not undefined'));
    const lies = (length) => new Proxy(['a', 'b'], { get: (target, name) => (name === 'length' ? length : target[name]) });
    equal(countMany(lies(1)).segments.length, 1);
    throws(() => countMany(lies(3)), wrong('texts[2] must be a string, not undefined'));
    for (const length of [-1, 2 ** 53]) throws(() => countMany(lies(length)), (error) => error instanceof RangeError);
    equal(countMany(lies(1.5)).segments.length, 1);
    throws(() => countMany(new Proxy(['a'], { get: (target, name) => (name === '0' ? raise() : target[name]) })), isMine);
    for (const value of [{ length: 1, 0: 'a' }, new Set(['a']), 'a', null, new Uint16Array(2), new DataView(new ArrayBuffer(2)), new ArrayBuffer(2)]) {
      throws(() => countMany(value), wrong(/^texts must be an array of strings or a Uint8Array, not /));
    }
  },
  'buffers that are gone, shared or of another size': async ({ load, equal, throws }) => {
    const { countMany } = await load('septet');
    const text = new TextEncoder().encode(`5 €\n${'a'.repeat(40_000)}\n中`);
    const expected = countMany(text);
    equal([...expected.units], [4, 40_000, 1]);
    const options = [undefined, { smartEncoding: 'typography' }, { nationalLanguages: 'auto' }];
    const gone = text.slice();
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    for (const chosen of options) throws(() => countMany(gone, chosen), wrong('texts has no octets any more: its buffer was transferred'));
    if (typeof SharedArrayBuffer === 'function') {
      const shared = new Uint8Array(new SharedArrayBuffer(text.length));
      shared.set(text);
      for (const chosen of options) equal(countMany(shared, chosen), countMany(text, chosen));
    }
    const resizable = new ArrayBuffer(text.length, { maxByteLength: 100_000 });
    const view = new Uint8Array(resizable);
    view.set(text);
    equal(countMany(view), expected);
    if (resizable.resizable) {
      resizable.resize(3);
      equal([...countMany(view).units], [3]);
    }
    equal([...countMany(text.subarray(0, 5)).units], [4]);
    class Odd extends Uint8Array {
      static get [Symbol.species]() { return Array; }
      subarray() { return raise(); }
      get length() { return raise(); }
    }
    equal(countMany(new Odd(text)), expected);
  },

  // ─── The world ───

  'frozen prototypes, before and after': async ({ load, ordinary }) => {
    const freeze = () => {
      for (const one of [Object, Function, Array, String, Number, Boolean, BigInt, Symbol, RegExp, Error, TypeError, RangeError, Promise, Map, Set, ArrayBuffer, Uint8Array, Uint16Array, Uint32Array, Int32Array, DataView, TextEncoder, TextDecoder]) {
        Object.freeze(one.prototype);
        Object.freeze(one);
      }
      Object.freeze(Object.getPrototypeOf(Uint8Array.prototype));
      Object.freeze(WebAssembly);
      Object.freeze(JSON);
    };
    freeze();
    await load('septet');
    await ordinary();
  },
  'what old libraries put on prototypes': async ({ load, equal, ordinary }) => {
    await ordinary();
    const add = (prototype, name, value) => { prototype[name] = value; };
    add(Object.prototype, 'extend', function extend() {});
    for (const name of ['remove', 'each', 'last', 'toJSON']) add(Array.prototype, name, function old() { return 'old'; });
    for (const name of ['toJSON', 'trim', 'strip']) add(String.prototype, name, function old() { return 'old'; });
    add(Function.prototype, 'defer', () => undefined);
    try {
      await ordinary();
      const { count } = await load('septet');
      equal(count('a', { profile: { single: 100, concatenated: 90 } }).unitsPerSegment, 100);
    } finally {
      for (const prototype of [Object.prototype, Array.prototype, String.prototype, Function.prototype]) {
        for (const name of ['extend', 'remove', 'each', 'last', 'toJSON', 'strip', 'defer']) if (Object.hasOwn(prototype, name)) delete prototype[name];
      }
    }
  },
  'options on Object.prototype': async ({ load, equal, throws }) => {
    const { analyze, count, countMany, smartEncode, split, template, truncate } = await load('septet');
    const names = { encoding: 'UCS-2', referenceBits: 16, profile: 'single', smartEncoding: 'twilio', nationalLanguages: 'auto', boundary: 'grapheme', residue: 'revert', apply: 'always', cutAt: 'grapheme', ellipsis: '...', region: 'elsewhere', cause: 1, index: 1, item: 1 };
    const found = () => [count('a'.repeat(161)), countMany(['a'.repeat(161)]).totalSegments, split('“'.repeat(71)).length, analyze('“').encoding, smartEncode('“中', 'twilio').text, truncate('a b '.repeat(50), 1).text, template('Hi {{a}}').estimate.maximum.segments];
    const before = found();
    for (const [name, value] of Object.entries(names)) Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
    try {
      equal(found(), before);
      for (const options of [{}, Object.create(null), { profile: 'standard' }, new Proxy({}, {})]) equal(count('a', options).encoding, 'GSM-7');
      equal(count('a', { encoding: 'UCS-2' }).encoding, 'UCS-2');
      equal(count('a', Object.create({ encoding: 'UCS-2' })).encoding, 'GSM-7');
      throws(() => count('—', { __proto__: null, encoding: 'GSM-7' }), refused('unencodable'));
    } finally {
      for (const name of Object.keys(names)) delete Object.prototype[name];
    }
  },
  'setters on Object.prototype disturb no count': async ({ load, equal, ordinary }) => {
    await ordinary();
    const { count, countMany, split } = await load('septet');
    const texts = ['a'.repeat(161), '5 €', '中'.repeat(71)];
    const found = () => [texts.map((text) => count(text)), countMany(texts), texts.map((text) => split(text)), count('a', { referenceBits: 16 })];
    const before = found();
    const names = ['capacity', 'encoding', 'encodings', 'filled', 'flags', 'limits', 'names', 'parts', 'results', 'segments', 'single', 'start', 'text', 'units', 'unitsPerSegment', 'wasm', 'rules', 'count', 'options'];
    for (const name of names) Object.defineProperty(Object.prototype, name, { set: raise, get: () => undefined, configurable: true });
    try {
      equal(found(), before);
    } finally {
      for (const name of names) delete Object.prototype[name];
    }
    await ordinary();
  },
  'functions without their object': async ({ load, equal }) => {
    const septet = await load('septet');
    for (const name of ['count', 'split', 'analyze', 'explain', 'suggest', 'links', 'rcs']) {
      const expected = septet[name]('5 —');
      for (const self of [null, undefined, 1, Object.freeze({})]) equal(septet[name].call(self, '5 —'), expected);
    }
    equal(['a', '€'].map((text) => septet.count(text).units), [1, 2]);
  },
  'results belong to the caller': async ({ load, equal }) => {
    const { analyze, count, countMany, split } = await load('septet');
    count('a').segments = 99;
    split('a'.repeat(161)).length = 0;
    countMany(['a']).segments[0] = 99;
    analyze('—').offenders.length = 0;
    equal([count('a').segments, split('a'.repeat(161)).length, countMany(['a']).segments[0], analyze('—').offenders.length], [1, 2, 1, 1]);
  },
  'a full stack': async ({ load, equal }) => {
    const { analyze, count, countMany, split } = await load('septet');
    const { encodeUserData } = await load('septet/octets');
    const { recognizeKeyword } = await load('septet/messages');
    const text = '5 — '.repeat(100);
    const works = [() => count(text), () => count(text, { referenceBits: 16 }), () => countMany([text, 'a', text]), () => split(text), () => analyze(text), () => encodeUserData(text), () => recognizeKeyword(text)];
    for (const work of works) {
      const expected = JSON.stringify(work());
      let [answers, failures] = [0, 0];
      // At every depth from where the stack is full, back up to where there is room enough.
      const fill = () => {
        try {
          fill();
        } catch {
          // The stack is full: here nothing works.
        }
        if (answers >= 5 || failures >= 10_000) return;
        try {
          if (JSON.stringify(work()) === expected) answers++;
        } catch {
          failures++;
        }
      };
      fill();
      equal(answers > 0 && failures > 0, true);
      equal(JSON.stringify(work()), expected);
    }
  },
  'memory that grows between and within calls': async ({ load, equal }) => {
    const { analyze, count, split, template } = await load('septet');
    const text = `${'5 — '.repeat(50_000)}\uD83D`;
    const before = count(text);
    const analysis = analyze(text);
    equal([analysis.units, analysis.characters.length], [before.units, text.length]);
    equal(analysis.characters.at(-1).codePoint, 0xD83D);
    equal(count(text), before);
    equal(split(text, { boundary: 'grapheme' }).map((part) => part.text).join('') === text, true);
    equal(template('{{a}}', { rows: Array(200_000).fill({ a: text.slice(0, 20) }) }).distribution.rows, 200_000);
    equal(analyze(text).units, before.units);
  },
  'loaded again under another address': async ({ load, equal }) => {
    for (const entry of ['septet', 'septet/count', 'septet/octets', 'septet/messages', 'septet/compat', 'septet/element']) {
      const [one, other] = [await load(entry), await load(entry, '?again')];
      equal(Object.keys(one), Object.keys(other));
    }
    const [one, other] = [await load('septet'), await load('septet', '?again')];
    equal(one.SmsError === other.SmsError, true);
    equal([one.count('€'), one.analyze('—').units], [other.count('€'), other.analyze('—').units]);
  },
};

/** An ordinary call of everything, with answers known from elsewhere (`tests/data/cases.json`, the standard). */
export async function ordinary({ load, equal }) {
  const { analyze, count, countMany, explain, smartEncode, split, suggest, truncate } = await load('septet');
  equal(count(']'.repeat(153)), { encoding: 'GSM-7', segments: 3, units: 306, unitsPerSegment: 153, unitsRemaining: 151, lockingShift: null, singleShift: null });
  equal(count('中'.repeat(71), { referenceBits: 16 }).unitsPerSegment, 66);
  equal([...countMany(['5 €', '中'.repeat(71), 'a']).segments], [1, 2, 1]);
  equal([...countMany(Uint8Array.of(0x61, 10, 0xE2, 0x82, 0xAC)).units], [1, 2]);
  equal(split(']'.repeat(153)).map((part) => part.units), [152, 152, 2]);
  equal(split('e\u0301'.repeat(36), { boundary: 'grapheme' }).map((part) => part.units), [66, 6]);
  equal(analyze('5 — 6').offenders.map(({ text, positions }) => [text, positions]), [['—', [2]]]);
  equal(explain('—')[0].alternative.replacement, '-');
  equal(smartEncode('“5 €”', 'typography').text, '"5 €"');
  equal(suggest(`${'a'.repeat(80)}—`)[0].saved, 1);
  equal(truncate('Two words '.repeat(20), 1).count.segments, 1);
  const { decodeUserData, encodeUserData } = await load('septet/octets');
  equal(encodeUserData('€'.repeat(100)).map((part) => decodeUserData(part).text).join(''), '€'.repeat(100));
  const { errorCode, recognizeKeyword } = await load('septet/messages');
  equal([recognizeKeyword('Stop!').handled, errorCode(30005).advice.action], [false, 'suppress-recipient']);
  const { SegmentedMessage } = await load('septet/compat');
  equal([new SegmentedMessage('中').encodingName, new SegmentedMessage('a'.repeat(161)).segmentsCount], ['UCS-2', 2]);
}
