/** `septet`: everything about texts, ready at once. */

export { SmsError } from './lib/error.js';
export { analyze, count, countMany, explain, links, rcs, smartEncode, split, suggest, template, truncate } from './lib/parts/basis.js';
