/** One table: each input class, each rival, correctness before time. Runs in Node and in a page. */

import { RIVALS } from './rivals.js';
import { measure } from './measure.js';
import { CLASSES, texts } from './texts.js';

/**
 * @param {{ classes?: readonly (readonly [string, number])[], names?: readonly string[] }} [choice]
 * @returns {{ name: string, length: number, wrong: string[], ns: Record<string, number> }[]}
 */
export function compare({ classes = CLASSES, names = Object.keys(RIVALS) } = {}) {
  return classes.map(([name, length]) => {
    const inputs = texts(name, length);
    // At this length one call of the slowest takes half a minute.
    const rivals = names.filter((rival) => rival !== 'sms-segments-calculator' || length <= 1000);
    const answers = (rival, text) => String(RIVALS[rival].read(RIVALS[rival].run(text)));
    const wrong = rivals.filter((rival) => inputs.some((text) => answers(rival, text) !== answers('hand-written loop', text)));
    if (wrong.includes('septet')) throw new Error(`septet and the loop disagree on ${name} ${length}`);
    const candidates = Object.fromEntries(rivals.map((rival) => [rival, RIVALS[rival].run]));
    return { name, length, wrong, ns: measure(candidates, inputs) };
  });
}
