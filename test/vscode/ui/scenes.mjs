// What is worth a picture. Each scene starts in a window of its own on a fresh copy of the examples.
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../host/paths.mjs';
import { HEALTH_SCENES } from './healthScenes.mjs';
import { LAG_SCENES } from './lagScenes.mjs';

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
  { name: 'code', show: showCode },
  { name: 'code-hover', show: showCodeHover },
  { name: 'code-completion', show: showCodeCompletion },
  { name: 'code-ignored', show: showCodeIgnored },
  { name: 'outline', show: showOutline },
  { name: 'status', show: showStatus },
  { name: 'hostile-settings', show: showHostileSettings },
  ...fileScenes(),
  { name: 'walkthrough', show: showWalkthrough },
  ...HEALTH_SCENES,
  ...LAG_SCENES,
  { name: 'group', show: showGroup },
  { name: 'upgrade', show: showUpgrade },
  { name: 'connect-lens', show: showConnectLens },
  { name: 'connect-refused', show: showConnectRefused },
  { name: 'add-cluster', show: showAddCluster },
  { name: 'add-cluster-failed', show: showAddClusterFailed },
];

/** An example of each format and language, with its problems. */
function fileScenes() {
  const files = {
    compose: 'containers/docker-compose.yml',
    dockerfile: 'containers/Dockerfile',
    strimzi: 'kubernetes/kafka.yaml',
    spring: 'spring/src/main/resources/application.yml',
    connector: 'clients/orders-sink.json',
    java: 'java/src/main/java/com/example/orders/OrderPublisher.java',
    python: 'python/orders.py',
    go: 'go/main.go',
  };
  return Object.entries(files).map(([name, path]) => ({ name, show: (window) => showFile(window, path) }));
}

async function showFile(window, path) {
  await openFound(window, path);
  await window.page.keyboard.press('Control+Shift+M');
  await window.see('.markers-panel .monaco-list-row');
}

async function showWalkthrough({ page, see }) {
  const row = page.locator('.quick-input-list .monaco-list-row.focused');
  const input = page.locator('.quick-input-widget input');
  await page.keyboard.press('F1');
  await input.fill('>Welcome: Open Walkthrough');
  await row.filter({ hasText: 'Open Walkthrough' }).waitFor();
  await page.keyboard.press('Enter');
  await input.fill('Kafka Config Lint');
  await row.filter({ hasText: 'Kafka Config Lint' }).waitFor();
  await page.keyboard.press('Enter');
  await see('.getting-started-step');
}

/** A key of the settings file that VS Code would make a command of. */
async function showHostileSettings(window, workspace) {
  const key = '[Click here](command:workbench.action.quit) $(error)';
  await writeFile(join(workspace, '.kafka-lint.json'), JSON.stringify({ [key]: true }));
  await window.open('clients/producer.properties');
  const toast = window.page.locator('.notification-toast', { hasText: 'Click here' });
  await toast.waitFor();
  const links = await toast
    .locator('.notification-list-item-message a, .notification-list-item-message .codicon')
    .count();
  if (links > 0) throw new Error('The text of a file became a link or an icon.');
}

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

/** TypeScript's own suggestions come beside ours where the package is installed. */
async function openCode(window, workspace) {
  await symlink(join(ROOT, 'node_modules'), join(workspace, 'node_modules'));
  await openFound(window, 'node/producer.ts');
}

async function showCode(window, workspace) {
  await openCode(window, workspace);
  await window.see('.codelens-decoration');
}

async function showCodeHover(window, workspace) {
  await openCode(window, workspace);
  await window.goTo(11, 8);
  await window.command('Show or Focus Hover');
  await window.see('.monaco-hover .hover-row');
}

async function showCodeCompletion(window, workspace) {
  await openCode(window, workspace);
  await window.goTo(20, 5);
  await window.page.keyboard.press('End');
  await window.page.keyboard.type('\nmax');
  await suggest(window);
}

async function showCodeIgnored(window, workspace) {
  await openCode(window, workspace);
  await window.goTo(20, 5);
  await window.page.keyboard.press('End');
  await window.page.keyboard.type('\ncompr');
  await suggest(window);
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

async function showGroup(window) {
  await openFound(window, 'clients/consumer.properties');
  await window.goTo(3, 10);
  await startCommand(window, 'Kafka Lint: Find a Consumer Group in the Workspace');
  await answer(window, 'location-processors');
  await window.page.locator('.quick-input-title', { hasText: 'What may slow' }).waitFor();
  await window.see('.quick-input-list .monaco-list-row');
}

async function showUpgrade(window) {
  await openFound(window, 'clients/consumer.properties');
  await startCommand(window, 'Kafka Lint: Show Kafka Upgrade Report');
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '4.1' }).click();
  await window.see('.tab.active[data-resource-name="Upgrade to Kafka 4.1.md"]');
  await window.see('.detected-link');
}

async function showConnectLens(window) {
  await openFound(window, 'clients/consumer.properties');
  await window.page.locator('.codelens-decoration', { hasText: 'Connect with this file' }).waitFor();
}

async function showConnectRefused(window, workspace) {
  const path = join(workspace, 'clients', 'consumer.properties');
  const text = await readFile(path, 'utf8');
  await writeFile(
    path,
    `${text}\nsecurity.protocol=SASL_SSL\nssl.truststore.location=trust.jks\nsasl.mechanism=PLAIN\n`,
  );
  await openFound(window, 'clients/consumer.properties');
  await startCommand(window, 'Kafka Lint: Connect With This File');
  await window.page.locator('.notification-toast', { hasText: 'truststore' }).waitFor();
  await window.page.locator('.notification-toast .monaco-button', { hasText: 'Show All' }).click();
  await window.see('.monaco-dialog-box');
}

async function showAddCluster(window) {
  await startCommand(window, 'Kafka Lint: Add a Cluster');
  await answer(window, 'production');
  await answer(window, 'kafka-1:9093, kafka-2:9093');
  await answer(window, 'SASL_SSL');
  await answer(window, '');
  await answer(window, '');
  await window.see('.quick-input-list .monaco-list-row');
}

async function showAddClusterFailed(window) {
  await startCommand(window, 'Kafka Lint: Add a Cluster');
  await answer(window, 'local');
  await answer(window, '127.0.0.1:1');
  await window.page.locator('.quick-input-title', { hasText: '3/3' }).waitFor();
  await window.page.keyboard.press('Enter');
  await window.see('.monaco-dialog-box');
}

/** Runs a command that asks something itself. */
async function startCommand(window, title) {
  await window.page.keyboard.press('F1');
  const input = window.page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`>${title}`);
  // What was there before the title was typed is no answer to it.
  await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await window.page.keyboard.press('Enter');
}

async function answer(window, text) {
  const title = window.page.locator('.quick-input-title:visible');
  await title.waitFor();
  const before = await title.textContent();
  await window.page.locator('.quick-input-widget input').fill(text);
  await window.page.keyboard.press('Enter');
  await window.page.waitForFunction((old) => document.querySelector('.quick-input-title')?.textContent !== old, before);
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
