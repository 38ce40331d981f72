// Puts every case of count.json to an implementation, here the npm package. README.md tells the format.
import { readFileSync } from 'node:fs';
import { count, split } from 'septet';

const { cases } = JSON.parse(readFileSync(new URL('count.json', import.meta.url), 'utf8'));
let failed = 0;
for (const { name, text, utf16, options, expect } of cases) {
  const whole = text ?? String.fromCharCode(...utf16.map((unit) => Number.parseInt(unit, 16)));
  const answer = { ...count(whole, options), parts: split(whole, options).map((part) => part.text.length) };
  for (const [field, expected] of Object.entries(expect)) {
    if (JSON.stringify(answer[field]) !== JSON.stringify(expected)) {
      console.error(`${name}: ${field} is ${JSON.stringify(answer[field])}, not ${JSON.stringify(expected)}`);
      failed += 1;
    }
  }
}
console.log(`${cases.length} cases, ${failed} wrong answers`);
process.exitCode = failed > 0 ? 1 : 0;
