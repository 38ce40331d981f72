/** `septet`: everything about texts, ready at once. */

export { SmsError } from './lib/error.js';
export { count, countMany, rcs, smartEncode, split } from './lib/parts/basis.js';
export { analyze, explain, links, suggest, truncate } from './lib/parts/advice.js';
export { template } from './lib/parts/template.js';
