/** One case, in the world that it is given: says `right`, or what went wrong. Imported by a process and by a page. */

import { cases, ordinary } from './cases.mjs';

/** The tools of both worlds: comparison by shape and content, and errors of the expected kind. */
const same = (left, right) => left === right || Number.isNaN(left) && Number.isNaN(right)
  || typeof left === 'object' && typeof right === 'object' && left !== null && right !== null
    && Object.getPrototypeOf(left) === Object.getPrototypeOf(right)
    && Reflect.ownKeys(left).length === Reflect.ownKeys(right).length && Reflect.ownKeys(left).every((key) => same(left[key], right[key]));

const { stringify } = JSON;

/**
 * @param {string} name of the case
 * @param {(entry: string, query?: string) => Promise<any>} load
 */
export function run(name, load) {
  return judged(load, (world) => cases[name]({ ...world, ordinary: () => ordinary(world) }));
}

/**
 * No case, but the ordinary calls alone.
 * @param {(entry: string) => Promise<any>} load
 */
export function answers(load) {
  return judged(load, () => undefined);
}

async function judged(load, work) {
  const equal = (found, expected) => {
    if (!same(found, expected)) throw new Error(`${stringify(found)?.slice(0, 300)} is not ${stringify(expected)?.slice(0, 300)}`);
  };
  const throws = (call, isRight) => {
    let result;
    try {
      result = call();
    } catch (error) {
      if (isRight(error)) return;
      throw error;
    }
    throw new Error(`${call}: no error, but ${stringify(result)?.slice(0, 300)}`);
  };
  const world = { load, equal, throws };
  try {
    await work(world);
    await ordinary(world);
    return 'right';
  } catch (error) {
    return `${error?.stack ?? error}`;
  }
}
