/**
 * The parts of `septet/messages` that the page uses, loaded after the page is there. Named one by one, so that the build
 * leaves out the others.
 */

import { lazy } from './lazy.js';

/** Countries, senders and media. */
export const messages = lazy(() => import('./messages/sending.js'));
/** Replies. */
export const replies = lazy(() => import('./messages/replies.js'));
