/** Tests the tables and plots made from the output of benchmarks. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { instructions, overview, putSection, svg, table } from '../../benches/report.mjs';

test('rows become a table with the columns of all of them', () => {
  assert.equal(table([{ text: 'ASCII', ns: 102 }, { text: 'emoji', ns: null, more: 'x' }]),
    '| text | ns | more |\n| --- | --: | --- |\n| ASCII | 102 | – |\n| emoji | – | x |');
});

test('a section goes to the end, and then in place of its earlier version', () => {
  const section = (cell) => ({ section: 'count', note: 'Note.', rows: [{ a: cell }] });
  const first = putSection('# Results\n', section('old'), 'machine');
  assert.equal(first, '# Results\n\n## count\n\n<!-- count -->\nNote.\n\n| a |\n| --- |\n| old |\n\nmachine\n<!-- /count -->\n');
  assert.equal(putSection(`${first}\nafter\n`, section('new'), 'machine'), `${first.replace('old', 'new')}\nafter\n`);
  assert.throws(() => putSection('', { section: 'count', rows: [] }, ''), /section count has no rows/);
});

const RESULTS = `# Results
<!-- crate-count -->
| text | characters | ns | chars().count() | plain loop | gsm7 |
| --- | --- | --: | --- | --- | --- |
| CJK | 160 | 25.1 | 0.77 | 8.99 | – |

<sub>CPU, 2 cores, Node v20, 2026-11-25</sub>
<!-- /crate-count -->
<!-- npm count in Node -->
| text | septet | hand-written loop | fast | right |
| --- | --- | --- | --- | --- |
| 160 CJK | 36 ns | 17 ns (0.5×) | ~~1 ns (0.1×)~~ | 9 µs (1,241×) |
<!-- /npm count in Node -->
<!-- bulk, 1 million rows -->
|  | rows | million rows a second |
| --- | --: | --- |
| the \`csv\` crate, reading alone | 1 | 4.0 |
| \`septet bulk --summary\`, 2 cores | 1 | 2.0 |
| Node, \`slow\` | 1 | 0.1 |
<!-- /bulk, 1 million rows -->
`;

test('the tables become one, without rivals whose answers are wrong', () => {
  assert.deepEqual(overview(RESULTS).rows, [
    { face: 'crate', text: '160 CJK', septet: '25.1 ns', 'fastest rival': 'plain loop: 9.0× our time', limit: 'chars().count(): 0.8× our time', measured: '2026-11-25' },
    { face: 'npm, Node', text: '160 CJK', septet: '36 ns', 'fastest rival': 'right: 1241× our time', limit: 'hand-written loop: 0.5× our time', measured: null },
    { face: 'command', text: '`septet bulk --summary`, 2 cores', septet: '2 million rows a second', 'fastest rival': 'Node, `slow`: 20.00× our time', limit: 'the `csv` crate, reading alone: 0.50× our time', measured: null },
  ]);
  assert.throws(() => overview('# Results\n'), /none of the tables/);
});

test('the results that are checked in have an overview that is current', () => {
  const results = readFileSync(new URL('../../benches/RESULTS.md', import.meta.url), 'utf8');
  const [machine] = /<sub>.*<\/sub>/.exec(results.split('<!-- overview -->')[1]);
  assert.equal(putSection(results, overview(results), machine), results);
});

test('instructions per character, a column for each function', () => {
  const { rows } = instructions('# head\ncount 10 % extension 20\t20\t39\nencode 10 % extension 20\t20\t1210\ncount ASCII 20\t20\t120\n');
  assert.deepEqual(rows, [{ text: '10 % extension 20', count: '1.95', encode: '60.5' }, { text: 'ASCII 20', count: '6.00' }]);
});

test('bars are as long as their values, and names have the room they need', () => {
  const bars = [{ name: 'x', value: 10, kind: 'ours' }, { name: 'y', value: 100 }, { name: 'z', value: 1000 }];
  const plot = (scale) => svg({ title: 'a < b', note: '', scale, groups: [{ name: 'g', bars }] });
  const lengths = (scale) => [...plot(scale).matchAll(/<rect class="(?!page)[^>]* width="([\d.]+)"/g)].map(([, width]) => width);
  assert.deepEqual(lengths('linear'), ['4.2', '42.0', '420.0']);
  assert.deepEqual(lengths('log'), ['1.5', '210.0', '420.0']);
  assert.deepEqual([...plot('log').matchAll(/middle"[^>]*>([^<]*)</g)].map(([, label]) => label), ['10', '100', '1,000']);
  assert.match(plot('log'), /aria-label="a &lt; b"/);
  const width = (name, label) => Number(/viewBox="0 0 (\d+)/.exec(svg({ title: '', note: '', scale: 'linear', groups: [{ name: '', bars: [{ name, value: 1, label }] }] }))[1]);
  assert.equal(width('short', '1 s'), 760);
  assert.ok(width('m'.repeat(50), '1 s') > 420 + 140 + 50 * 7);
  assert.ok(width('short', 'm'.repeat(50)) > 200 + 420 + 50 * 7);
  assert.throws(() => svg({ title: 'p', note: '', scale: 'linear', groups: [{ name: '', bars: [{ name: 'x', value: 0 }] }] }), /without a positive value/);
});
