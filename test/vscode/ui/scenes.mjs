// What is worth a picture. Each scene starts in a window of its own on a fresh copy of the examples.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SQUIGGLE = '.squiggly-error, .squiggly-warning';
const MENU_ROW = '.action-widget .monaco-list-row';

/**
 * @typedef {object} Scene
 * @property {string} name
 * @property {(window: import('./window.mjs').Window, workspace: string) => Promise<void>} show
 */
/** @type {Scene[]} */
export const SCENES = [
  { name: 'problems', show: showProblems },
  { name: 'broker', show: showBroker },
  { name: 'quick-fix', show: showQuickFix },
  { name: 'fixed', show: showFixed },
  { name: 'completion', show: showCompletion },
  { name: 'values', show: showValues },
  { name: 'hover', show: showHover },
  { name: 'outline', show: showOutline },
  { name: 'status', show: showStatus },
];

async function showProblems(window) {
  await openFound(window, 'clients/producer.properties');
  await window.page.keyboard.press('Control+Shift+M');
  await window.see('.markers-panel .monaco-list-row');
}

async function showBroker(window) {
  await openFound(window, 'cluster/server.properties');
  await window.page.keyboard.press('Control+Shift+M');
  await window.see('.markers-panel .monaco-list-row');
}

async function showQuickFix(window) {
  await openFound(window, 'clients/producer.properties');
  await window.goTo(6, 2);
  await window.page.keyboard.press('Control+.');
  await window.see(MENU_ROW);
}

async function showFixed(window) {
  await showQuickFix(window);
  await window.page.locator(MENU_ROW, { hasText: 'Set acks to all' }).first().click();
  await window.page.locator('.view-line', { hasText: 'acks=all' }).waitFor();
}

async function showCompletion(window, workspace) {
  const path = join(workspace, 'clients', 'producer.properties');
  await writeFile(path, `${await readFile(path, 'utf8')}\n`);
  await openFound(window, 'clients/producer.properties');
  await window.goTo(15);
  await window.page.keyboard.type('max');
  await suggest(window);
}

async function showValues(window) {
  await openFound(window, 'clients/producer.properties');
  await window.goTo(10, 'compression.type='.length + 1);
  await window.page.keyboard.press('Shift+End');
  await window.page.keyboard.press('Delete');
  await suggest(window);
}

async function showHover(window) {
  await openFound(window, 'clients/producer.properties');
  await window.goTo(8, 3);
  await window.command('Show or Focus Hover');
  await window.see('.monaco-hover .hover-row');
}

async function showOutline(window) {
  await openFound(window, 'cluster/server.properties');
  await window.command('Explorer: Focus on Outline View');
  await window.see('.outline-element');
}

async function showStatus(window) {
  await openFound(window, 'cluster/server.properties');
  await window.page.locator('#status\\.languageStatus').click();
  await window.see('.hover-language-status');
}

async function openFound(window, path) {
  await window.open(path);
  await window.see(SQUIGGLE);
}

async function suggest(window) {
  await window.page.keyboard.press('Control+Space');
  await window.see('.suggest-widget.visible .monaco-list-row');
  const details = window.page.locator('.suggest-details:visible');
  if (!(await details.isVisible())) await window.page.keyboard.press('Control+Space');
  await details.waitFor();
}
