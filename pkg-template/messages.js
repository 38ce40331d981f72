/**
 * `septet/messages`: what surrounds a text. Everything is decided in Rust (`bindings/src/messages/`), in a module of
 * WebAssembly for each task, which a bundler leaves out unless something of the task is imported.
 */

export { SmsError } from './lib/error.js';
export { MessageBuilder } from './lib/messages/builder.js';
export * from './lib/messages/sending.js';
export * from './lib/messages/failing.js';
export * from './lib/messages/incoming.js';
