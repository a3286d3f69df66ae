// Scenes of the sidebar. Those of a connected cluster want the one that `npm run kafka` runs on this machine.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROW = '.pane-body .monaco-list-row';

/** @type {import('./scenes.mjs').Scene[]} */
export const LAG_SCENES = [
  { name: 'lag-welcome', show: showWelcome },
  { name: 'lag', show: showLag },
  { name: 'lag-hover', show: showHover },
  { name: 'lag-menu', show: showMenu },
  { name: 'topics', show: showTopics },
  { name: 'running-configuration', show: showRunningConfiguration },
  { name: 'drift', show: showDrift },
  { name: 'compare-with-file', show: showCompareWithFile },
  { name: 'lag-chart', show: showChart },
  { name: 'lag-chart-log', show: showLogChart },
];

async function showWelcome(window) {
  await window.page.locator('.activitybar .action-item a[aria-label^="Kafka"]').first().click();
  await window.see('.pane-body .welcome-view-content');
}

async function connect(window) {
  await window.open('clients/local-client.properties');
  await window.page.locator('.codelens-decoration a', { hasText: 'Connect with this file' }).click();
  await window.page.locator('.activitybar .action-item a[aria-label^="Kafka"]').first().click();
  await window.page.locator(ROW, { hasText: 'billing' }).waitFor();
}

async function showLag(window) {
  await connect(window);
  await expand(window, 'billing');
  await expand(window, 'orders');
  await window.page.waitForTimeout(25_000);
}

async function showTopics(window) {
  await connect(window);
  await window.page.locator(ROW, { hasText: 'Topics' }).locator('.monaco-tl-twistie').click();
  await window.page.locator(ROW, { hasText: 'partitions' }).first().waitFor();
}

/** What a broker runs with, linted like a file. */
async function showRunningConfiguration(window) {
  await connect(window);
  const broker = window.page.locator(`${ROW}[aria-label^="Broker 1,"]`);
  await broker.hover();
  await broker.locator('a[aria-label^="Open Configuration"]').click();
  await window.see('.tab.active[data-resource-name*="broker-1"]');
  await window.page.locator('.view-line', { hasText: 'log.dirs' }).waitFor();
}

/** A file of the running broker that says something else; the settings say whose it is. */
async function openDriftingFile(window, workspace) {
  const text =
    'process.roles=broker,controller\nnode.id=1\nlog.dirs=/var/lib/kafka\nnum.io.threads=16\nauto.create.topics.enable=true\n';
  await writeFile(join(workspace, 'cluster', 'server.properties'), text);
  const clusterFiles = { '127.0.0.1:19092': ['cluster/server.properties'] };
  await writeFile(join(workspace, '.kafka-lint.json'), JSON.stringify({ clusterFiles }));
  await connect(window);
  await window.open('cluster/server.properties');
  await window.goTo(4, 3);
  await window.page.waitForTimeout(5000);
}

async function showDrift(window, workspace) {
  await openDriftingFile(window, workspace);
  await window.page.keyboard.press('Control+.');
  await window.page.locator('.action-widget .monaco-list-row', { hasText: 'Copy the command' }).first().waitFor();
}

async function showCompareWithFile(window, workspace) {
  await openDriftingFile(window, workspace);
  const broker = window.page.locator(`${ROW}[aria-label^="Broker 1,"]`);
  await broker.click({ button: 'right' });
  await window.page.locator('.action-label', { hasText: 'Compare with File' }).click();
  await window.see('.monaco-diff-editor .view-line');
}

async function showHover(window) {
  await connect(window);
  await window.page.waitForTimeout(21_000);
  await window.page.locator(ROW, { hasText: 'billing' }).hover();
  await window.page.locator('.workbench-hover', { hasText: 'Lag' }).waitFor();
}

async function showChart(window) {
  await connect(window);
  await window.command('Show Lag Over Time');
  await window.page.waitForTimeout(45_000);
}

async function showLogChart(window) {
  await connect(window);
  await window.command('Show Lag Over Time');
  const chart = window.page.frameLocator('iframe.webview').frameLocator('iframe');
  await chart.locator('#log').click();
  await chart.locator('#table-toggle').click();
  await chart.locator('#plot').focus();
  await window.page.waitForTimeout(22_000);
  await window.page.keyboard.press('ArrowLeft');
}

async function showMenu(window) {
  await connect(window);
  await window.page.locator(ROW, { hasText: 'billing' }).click({ button: 'right' });
  await window.page.waitForTimeout(1000);
}

async function expand(window, label) {
  await window.page.locator(ROW, { hasText: label }).locator('.monaco-tl-twistie').click();
}
