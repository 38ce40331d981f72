/** A WebAssembly module as text, made by the build; `lib/inline.js` reads it. */
declare module '*.txt' {
  const text: string;
  export default text;
}
