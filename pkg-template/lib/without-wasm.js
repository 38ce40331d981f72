/** The substitute for the package in React Native: every function says, when it is called, why it cannot work and what to do. */

import { SmsError } from './error.js';

export { SmsError };

/** Throws; a function rather than an arrow, as it stands for classes too. @returns {never} */
export function unsupported() {
  throw new SmsError(
    'wasm-unsupported',
    'React Native runs scripts in Hermes, which has no WebAssembly, and septet needs it: call septet on your server, or in a WebView whose page imports it',
  );
}

/** Stands for a function that returns a promise. @returns {Promise<never>} */
export async function rejected() {
  unsupported();
}
