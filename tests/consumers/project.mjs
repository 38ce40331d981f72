/** Empty projects with nothing but the packed tarball installed, as its users have them. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import '../colourless.mjs';

const tarball = process.env.SEPTET_TARBALL;
if (!tarball) throw new Error('SEPTET_TARBALL names no tarball: run `cargo xtask test --only consumers`');

const home = mkdtempSync(join(tmpdir(), 'septet-consumers-'));
after(() => rmSync(home, { recursive: true }));

/** Where the tarball is installed, and nothing else. */
export const installed = join(home, 'installed');
write(installed, { 'package.json': '{ "name": "consumer", "private": true }' });
execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: installed, stdio: 'pipe' });

/** The manifest of the package as installed. */
export const manifest = JSON.parse(readFileSync(join(installed, 'node_modules/septet/package.json'), 'utf8'));

/** The entry points that are code: `septet`, `septet/count`, … */
export const entryPoints = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([name]) => name.replace('.', 'septet'));

/** A text that a ceiling of units by capacity gets wrong: 306 septets, but no escape pair is cut. */
export const example = `']'.repeat(153)`;
export const expected = 'GSM-7 3 306';

let projects = 0;

/**
 * Makes a project of these files, the package installed, and returns its directory.
 * @param {Record<string, string>} files contents by name
 */
export function project(files) {
  const directory = join(home, `project-${++projects}`);
  cpSync(installed, directory, { recursive: true });
  write(directory, files);
  return directory;
}

/**
 * Runs a program in a project and returns its standard output; an error holds all that it printed.
 * @param {string} directory
 * @param {string} program
 * @param {string[]} args
 */
export function run(directory, program, ...args) {
  try {
    return execFileSync(program, args, { cwd: directory, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (error) {
    // Node shows the line that threw: in a bundle that may be all of it.
    const printed = `${error.stdout}${error.stderr}`.replace(/^(.{300}).+$/gm, '$1…');
    throw new Error(`${program} ${args.join(' ')}\n${printed}`);
  }
}

/** @param {string} name a development tool, as installed for the tests */
export function tool(name) {
  return new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
}

function write(directory, files) {
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
