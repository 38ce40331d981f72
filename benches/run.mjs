/**
 * Runs benchmarks and writes what they print into RESULTS.md: `node run.mjs [NAMES…]`, or `--overview` to print the table of all tables
 * alone. `cargo xtask bench` installs and builds what they need first.
 *
 * A benchmark is a program: `benches/NAME.rs` (`harness = false`), `benches/npm/NAME.mjs` or `benches/python/NAME.py`. Each line of its standard output that is
 * `{"section": "name", "note": "…", "rows": [{"column": cell, …}, …]}` becomes the table between the markers of that section (a new
 * section goes to the end), `{"plot": "name", …}` becomes `benches/name.svg` (`report.mjs`); every other line is shown as it comes.
 */

import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { instructions, overview, putSection, svg, table } from './report.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const results = () => readFileSync(here('RESULTS.md'), 'utf8');
const output = (program, ...args) => execFileSync(program, args, { cwd: here('..'), encoding: 'utf8' }).trim();

const names = process.argv.slice(2);
const wants = (kind, name) => names.length === 0 || [kind, name, `${kind}/${name}`].some((wanted) => names.includes(wanted));
const found = (directory, suffix) => readdirSync(here(directory)).filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));

const machine = `<sub>${cpus()[0].model}, ${availableParallelism()} cores, ${output('rustc', '--version')}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}</sub>`;

/** Shows a section and writes it. */
function keep(section) {
  console.log(`\n${section.section}\n${section.note ?? ''}\n\n${table(section.rows)}`);
  writeFileSync(here('RESULTS.md'), putSection(results(), section, machine));
}

/** Runs one benchmark; an error if it fails. What it printed is in the file before the next one starts. */
async function run(name, program, args) {
  console.log(`\n${name}`);
  const child = spawn(program, args, { cwd: here('..'), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const printed = line.startsWith('{') ? JSON.parse(line) : {};
    if (printed.plot) writeFileSync(here(`${printed.plot}.svg`), svg(printed));
    else if (printed.section) keep(printed);
    else console.log(line);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`the benchmark ${name} failed (${code})`);
}

/** A benchmark of the crate, with the features that its manifest asks for. */
function native(name) {
  const { packages } = JSON.parse(output('cargo', 'metadata', '--no-deps', '--format-version=1'));
  const { targets } = packages.find((one) => one.name === 'septet');
  const { 'required-features': features = [] } = targets.find((target) => target.name === name && target.kind[0] === 'bench');
  const isHeavy = features.includes('sql') || features.includes('datafusion');
  return ['bench', '-q', '--bench', name, '--features', features.join(','), ...(isHeavy ? ['--profile=engine'] : [])];
}

if (names[0] === '--overview') {
  console.log(table(overview(results()).rows));
} else {
  const chosen = [
    ...found('.', '.rs').filter((name) => wants('native', name)).map((name) => () => run(name, 'cargo', native(name))),
    ...found('python', '.py').filter((name) => wants('python', name)).map((name) => () => run(name, process.env.SEPTET_PYTHON ?? 'python3', [here(`python/${name}.py`)])),
    ...found('npm', '.mjs').filter((name) => wants('npm', name)).map((name) => () => run(name, process.execPath, ['--expose-gc', here(`npm/${name}.mjs`)])),
  ];
  if (wants('native', 'instructions')) chosen.unshift(async () => keep(instructions(readFileSync(here('instructions/record.tsv'), 'utf8'))));
  if (chosen.length === 0) throw new Error(`there is no benchmark ${names.join(' ')}`);
  for (const one of chosen) await one();
  keep(overview(results()));
}
