/** `septet/compat` as a classic script, with the globals that the package it replaces documents. */

import { RcsSegmentedMessage, SegmentedMessage } from '../compat.js';

Object.assign(globalThis, { SegmentedMessage, RcsSegmentedMessage });
