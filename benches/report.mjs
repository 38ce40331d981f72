/** Writes `benches/RESULTS.md` and the plots: tables between markers, an overview, bars as SVG. */

/**
 * The text with a section's table in place of its earlier version, or at the end.
 * @param {string} text
 * @param {{ section: string, note?: string, rows: Record<string, unknown>[] }} printed
 * @param {string} machine what the figures were measured on
 */
export function putSection(text, { section, note, rows }, machine) {
  if (!section || !rows?.length) throw new Error(`section ${section ?? 'without a name'} has no rows`);
  const body = [note, table(rows)].filter(Boolean).join('\n\n');
  const block = `<!-- ${section} -->\n${body}\n\n${machine}\n<!-- /${section} -->\n`;
  const [start, end] = [text.indexOf(`<!-- ${section} -->\n`), text.indexOf(`<!-- /${section} -->\n`)];
  if (start < 0 || end < start) return `${text.trimEnd()}\n\n## ${section}\n\n${block}`;
  return text.slice(0, start) + block + text.slice(end + `<!-- /${section} -->\n`.length);
}

/** A Markdown table with the columns of all rows; those that begin with a number are flushed right. @param {Record<string, unknown>[]} rows */
export function table(rows) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const line = (/** @type {unknown[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rules = columns.map((column) => (typeof rows[0][column] === 'number' ? '--:' : '---'));
  return [line(columns), line(rules), ...rows.map((row) => line(columns.map((column) => row[column] ?? '–')))].join('\n');
}

/** The rows of a section as `table` wrote them, and the day it was measured. @param {string} results @param {string} section */
function readTable(results, section) {
  const [, body = ''] = results.split(`<!-- ${section} -->\n`);
  const [text] = body.split('<!-- /');
  const [head = [], , ...rows] = text.split('\n').filter((line) => line.startsWith('|'))
    .map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()));
  const [, measured = null] = /, (\d{4}-\d\d-\d\d)<\/sub>/.exec(text) ?? [];
  return { measured, rows: rows.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index]]))) };
}

/**
 * One section made of the others: the crate, the package in Node and in Chromium, the command, each with its fastest rival and the
 * limit it is measured against.
 * @param {string} results
 */
export function overview(results) {
  const rows = [...ofCrate(results), ...ofPackage(results), ...ofCommand(results)];
  if (rows.length === 0) throw new Error('benches/RESULTS.md has none of the tables that the overview is made of');
  const note = 'Of the tables below, each as it was last measured. Above 1×: septet is faster. The limit is what no count can do without: '
    + 'reading the characters (the crate), a loop without WebAssembly and so without a copy (the package), reading the file (the command).';
  return { section: 'overview', note, rows };
}

const TEXTS = ['ASCII', 'Latin', 'CJK', 'emoji'];

function ofCrate(results) {
  const { rows, measured } = readTable(results, 'crate-count');
  return rows.filter(({ text, characters }) => TEXTS.includes(text) && characters === '160').map((row) => {
    const ratios = (...columns) => columns.map((name) => ({ name, ratio: Number(row[name]), shown: Number(row[name]).toFixed(1) }));
    return {
      face: 'crate', text: `160 ${row.text}`, septet: `${row.ns} ns`,
      'fastest rival': fastest(ratios('plain loop', 'sms_splitter', 'gsm7')), limit: fastest(ratios('chars().count()')), measured,
    };
  });
}

function ofPackage(results) {
  const LOOP = 'hand-written loop';
  return ['Node', 'headless Chromium'].flatMap((place) => {
    const { rows, measured } = readTable(results, `npm count in ${place}`);
    return TEXTS.flatMap((text) => rows.filter((row) => row.text === `160 ${text}`)).map((row) => {
      // `9 µs (1,241×)`; wrong answers are struck out.
      const ratios = Object.entries(row).filter(([, cell]) => !cell.includes('~~')).map(([name, cell]) => {
        const ratio = Number(/\(([\d.,]+)×\)$/.exec(cell)?.[1].replaceAll(',', ''));
        return { name, ratio, shown: String(ratio) };
      });
      return {
        face: `npm, ${place.split(' ').at(-1)}`, text: row.text, septet: row.septet,
        'fastest rival': fastest(ratios.filter(({ name }) => name !== LOOP)), limit: fastest(ratios.filter(({ name }) => name === LOOP)), measured,
      };
    });
  });
}

/** Names what takes the least time. @param {{ name: string, ratio: number, shown: string }[]} times */
function fastest(times) {
  const [best] = times.filter(({ ratio }) => ratio > 0).sort((one, other) => one.ratio - other.ratio);
  return best ? `${best.name}: ${best.shown}× our time` : '–';
}

function ofCommand(results) {
  const { rows, measured } = readTable(results, 'bulk, 1 million rows');
  const rates = rows.map((row) => ({ name: row[''], rate: Number(row['million rows a second']) })).filter(({ rate }) => rate > 0);
  const best = (pattern) => rates.filter(({ name }) => pattern.test(name)).sort((one, other) => other.rate - one.rate)[0];
  const [own, rival, limit] = [best(/^`septet bulk --summary/), best(/^(Node|Python)/), best(/`csv` crate/)];
  if (!own || !rival || !limit) return [];
  const ratio = ({ name, rate }) => `${name}: ${(own.rate / rate).toFixed(2)}× our time`;
  return [{ face: 'command', text: own.name, septet: `${own.rate} million rows a second`, 'fastest rival': ratio(rival), limit: ratio(limit), measured }];
}

/** Instructions per character, from the record that `cargo xtask instructions` compares with. @param {string} record */
export function instructions(record) {
  /** @type {Map<string, Record<string, string>>} */
  const rows = new Map();
  for (const line of record.split('\n').filter((line) => line && !line.startsWith('#'))) {
    const [name, characters, count] = line.split('\t');
    const [, fn, text] = /^(\S+) (.*)$/.exec(name);
    const each = Number(count) / Number(characters);
    rows.set(text, { text, ...rows.get(text), [fn]: each.toFixed(each < 10 ? 2 : 1) });
  }
  const note = 'Instructions per character in the crate, counted by callgrind: the same at every run. The number after a text is its length in '
    + 'characters; ten times the text, ten times the instructions.';
  return { section: 'instructions', note, rows: [...rows.values()] };
}

/** A background of its own: the page around it may be light or dark, whatever the reader's system prefers. */
const STYLE = 'svg{--page:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d8dee4;--ours:#0b7a5b;--rival:#9aa7b4;--limit:#c9a227;--wrong:#b3423a;color-scheme:light dark}'
  + '@media(prefers-color-scheme:dark){svg{--page:#0f1419;--ink:#e6edf3;--soft:#9aa7b4;--line:#2b333c;--ours:#3fcf9f;--rival:#66727f;--limit:#d9b64a;--wrong:#f0857c}}'
  + 'text{font:13px system-ui,sans-serif;fill:var(--ink)}.title{font-size:16px;font-weight:600}.group{font-weight:600}'
  + '.soft,.soft tspan{fill:var(--soft);font-size:12px}.end{text-anchor:end}.middle{text-anchor:middle}'
  + '.ours{fill:var(--ours)}.rival{fill:var(--rival)}.limit{fill:var(--limit)}'
  + '.wrong{fill:none;stroke:var(--wrong);stroke-dasharray:3 2}text.wrong{fill:var(--soft);stroke:none;text-decoration:line-through}'
  + 'text.ours{font-weight:600}text.rival,text.limit{fill:var(--ink)}line{stroke:var(--line)}rect.page{fill:var(--page)}';

/** The longest bar, the height of a bar and of a heading, the width of a letter (rather too wide: the reader's font is not known). */
const [LONGEST, ROW, GROUP, TOP, LETTER] = [420, 20, 34, 62, 7.6];

/**
 * Bars in groups as SVG. `kind` is `ours`, `rival` (by default), `limit` (what no program can pass) or `wrong` (a rival whose answers
 * are wrong: hollow, struck out). A logarithmic scale begins at the power of ten below the smallest value.
 * @param {{ title: string, note: string, scale: 'linear' | 'log', groups: { name: string, bars: { name: string, value: number, label?: string, kind?: string }[] }[] }} plot
 */
export function svg({ title, note, scale, groups }) {
  const bars = groups.flatMap((group) => group.bars);
  if (bars.length === 0 || !bars.every(({ value }) => value > 0)) throw new Error(`the plot "${title}" has no bars, or one without a positive value`);
  const room = (least, texts) => Math.max(least, 28 + LETTER * Math.max(...texts.map((text) => text.length)));
  const left = room(200, bars.map(({ name }) => name));
  const width = left + LONGEST + room(140, bars.map(({ label = '' }) => label));
  const bottom = TOP + ROW * bars.length + GROUP * groups.length;
  const [min, max] = [Math.min(...bars.map(({ value }) => value)), Math.max(...bars.map(({ value }) => value))];
  const low = Math.floor(Math.log10(min));
  const length = (value) => LONGEST * (scale === 'log' ? (Math.log10(value) - low) / Math.max(Math.log10(max) - low, 1e-9) : value / max);
  const marks = [];
  for (let power = low; scale === 'log' && power <= Math.log10(max); power++) marks.push([length(10 ** power), (10 ** power).toLocaleString('en', { maximumFractionDigits: 9 })]);
  if (scale !== 'log') marks.push([0, '']);

  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 30}" width="${width}" height="${bottom + 30}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${width}" height="${bottom + 30}" rx="8"/>`,
    `<text class="title" x="20" y="30">${escaped(title)}</text>`,
    `<text class="soft" x="20" y="50">${escaped(note)}</text>`,
    ...marks.map(([x, label]) => `<line x1="${fixed(left + x)}" x2="${fixed(left + x)}" y1="${TOP}" y2="${bottom}"/>`
      + `<text class="soft middle" x="${fixed(left + x)}" y="${fixed(bottom + 18)}">${label}</text>`),
  ];
  let y = TOP;
  for (const group of groups) {
    lines.push(`<text class="group" x="20" y="${fixed(y + GROUP - 10)}">${escaped(group.name)}</text>`);
    y += GROUP;
    for (const { name, value, label = '', kind = 'rival' } of group.bars) {
      const bar = Math.max(length(value), 1.5);
      lines.push(`<text class="${kind} end" x="${fixed(left - 8)}" y="${fixed(y + 14)}">${escaped(name)}</text>`
        + `<rect class="${kind}" x="${left}" y="${fixed(y + 3.5)}" width="${fixed(bar)}" height="${fixed(ROW - 7)}" rx="2"/>`
        + `<text class="soft" x="${fixed(left + bar + 6)}" y="${fixed(y + 14)}">${escaped(label)}</text>`);
      y += ROW;
    }
  }
  return `${lines.join('\n')}\n</svg>\n`;
}

const fixed = (/** @type {number} */ number) => number.toFixed(1);
const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
