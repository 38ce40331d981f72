/** `septet` as a classic script, with the global `septet`. */

import * as septet from '../index.js';

Object.assign(globalThis, { septet });
