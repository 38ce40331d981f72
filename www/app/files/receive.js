/** Files dropped on the page or chosen: tables of values, media, or something that the page explains. */

import { t } from '../language.js';
import { messages } from '../messages.js';
import { reportOn, summaryOf } from '../panels/media/verdict.js';
import { announce } from '../toast.js';
import { TableError } from './csv.js';
import { kindOf } from './kind.js';
import { inspected } from './media.js';
import { readTable } from './table.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {{ change: (change: Partial<State>) => void, current: () => State }} Actions */

/** Opens what was dropped anywhere on the page. @param {readonly File[]} files @param {Actions} actions */
export async function receiveFiles(files, actions) {
  const kinds = await Promise.all(files.map(kindOf));
  // Among others, an empty file is not taken for an empty table.
  const isTable = files.map(({ size }, index) => kinds[index] !== 'media' && (size > 0 || files.length === 1));
  const [table, ...others] = files.filter((_, index) => isTable[index]);
  await receiveMedia(files.filter((_, index) => !isTable[index]), actions);
  if (table === undefined) return;
  await receiveTable(table, actions);
  if (others.length > 0) announce(t('tableOneOnly', { name: table.name }));
}

/** Opens a file as a table, or says why it is not one. @param {File | undefined} file @param {Actions} actions */
export async function receiveTable(file, { change }) {
  if (file === undefined) return;
  const { name } = file;
  const kind = await kindOf(file);
  if (kind === 'old-workbook' || kind === 'other-workbook') return announce(t('tableSaveAs', { name }));
  if (kind === 'media') return announce(t('notATable', { name }));
  try {
    const table = await readTable(file);
    change({ table, mapping: {}, tab: 'template' });
    announce(t('tableLoaded', { name, n: table.rows.length }));
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    announce(t(`table-${error.code}`, { name, n: error.line }));
  }
}

/** Adds files that are sent with the text. @param {readonly File[]} files @param {Actions} actions */
export async function receiveMedia(files, { change, current }) {
  if (files.length === 0) return;
  const [added] = await Promise.all([inspected(files), messages.load()]);
  change({ media: [...current().media, ...added], tab: 'media' });
  const state = current();
  announce(t('mediaAdded', { n: state.media.length, verdict: summaryOf(reportOn(state, state.mediaChannel)) }));
}

/** Accepts files dropped anywhere on the page. @param {Actions} actions */
export function acceptDrops(actions) {
  const hasFiles = (/** @type {DragEvent} */ { dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;
  const { classList } = document.documentElement;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    classList.add('is-dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) classList.remove('is-dropping');
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    classList.remove('is-dropping');
    void receiveFiles([...event.dataTransfer?.files ?? []], actions);
  });
}
