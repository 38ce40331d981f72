/** Parts of the npm package for environments with rules of their own: React Native, and pages without modules. `build.mjs` calls it. */

/** The files of the package, seen from the ones that the build writes. */
const LIB = '../../lib';

/** Classes that need no WebAssembly, and where they are. @type {Readonly<Record<string, string>>} */
const PLAIN_CLASSES = { RateLimiter: 'messages/rate-limiter.js' };

/**
 * An entry point for React Native: the same names, functions that throw, constants as they are.
 * @param {Record<string, unknown>} exports those of the entry point
 */
export function withoutWasm(exports) {
  const lines = Object.entries(exports).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => {
    if (name === 'SmsError') return `export { SmsError } from '${LIB}/without-wasm.js';`;
    const file = PLAIN_CLASSES[name];
    if (file) return `export { ${name} } from '${LIB}/${file}';`;
    if (typeof value !== 'function') return `export const ${name} = ${JSON.stringify(value)};`;
    return `export { ${value.constructor.name === 'AsyncFunction' ? 'rejected' : 'unsupported'} as ${name} } from '${LIB}/without-wasm.js';`;
  });
  return `${lines.join('\n')}\n`;
}

/** Bindings whose `initSync` takes what it is given for a compiled module, of whatever realm. Done once, it changes nothing. @param {string} text */
export function withoutCompiling(text) {
  return text.replace(/ *if \(!\(module instanceof WebAssembly\.Module\)\) \{\s*module = new WebAssembly\.Module\(module\);\s*\}\n/, '');
}

/** A changelog that links to no file of the repository: these are not in the package. @param {string} text */
export function withoutRelativeLinks(text) {
  return text.replaceAll(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1');
}

/**
 * A plugin of esbuild: what a classic script imports later stays an import, of the module in the directory above.
 * @param {string} entry
 */
export const importsLater = (entry) => ({
  name: 'imports-later',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' && path.endsWith(`/${entry}.js`) ? { path: `../${entry}.js`, external: true } : undefined));
  },
});
