/** The part of the package that knows media, countries and senders; loaded after the page is there. */

import { lazy } from './lazy.js';

/** @typedef {typeof import('../septet/messages.js')} Messages */

export const messages = lazy(() => import('../septet/messages.js'));
