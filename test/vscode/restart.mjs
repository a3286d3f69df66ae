// VS Code twice over the same data: what a chart showed must be there again, and nothing else wakes the extension then.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './host/paths.mjs';
import { startServer } from './host/server.mjs';
import { openBrowser, workbenchUrl } from './host/workbench.mjs';
import { windowOf } from './ui/window.mjs';

/** How long something may take to show, in milliseconds, on a machine that does other things too. */
const LIMIT_MS = 60_000;

/**
 * Runs in a workspace of which lag/client.properties names a cluster. Gives an exit code.
 * @param {{ browser: string, workspace: string }} options `browser` is its path
 */
export async function runRestart({ browser: path, workspace }) {
  const data = await mkdtemp(join(tmpdir(), 'kafka-config-lint-restart-'));
  const browser = await openBrowser(path);
  try {
    const context = await browser.newContext({ viewport: { width: 1360, height: 850 } });
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const before = await inVSCode({ page, data, workspace, ports: '0' }, openChart);
    equal((await historyFiles(data)).length, 1);
    // The same port: what the browser keeps for a window belongs to its address.
    const after = await inVSCode({ page, data, workspace, ports: before.port }, readRestored);
    equal(after.title, before.title);
    equal(after.isLog, 'true');
    deepEqual(after.times.slice(-before.times.length), before.times);
    console.log('  ✔ a chart comes back with its history and its scale when VS Code starts again');
    return 0;
  } finally {
    await browser.close();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Uses a window of a VS Code that runs meanwhile, and leaves it as a person does who closes it. */
async function inVSCode({ page, data, workspace, ports }, use) {
  const server = await startServer({ automation: false, extension: ROOT, data, ports });
  try {
    await page.goto(workbenchUrl(server, workspace, [['skipWelcome', 'true']]));
    await page.locator('.monaco-workbench .statusbar').waitFor();
    const seen = await use(page);
    await page.goto('about:blank');
    // The extension writes its history as its window closes.
    await untilTrue(async () => (await historyFiles(data)).length > 0, 'No history was written.');
    return { ...seen, port: new URL(server.origin).port };
  } finally {
    await server.stop();
  }
}

async function openChart(page) {
  const window = windowOf(page);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  await window.open('lag/client.properties');
  await page.locator('.codelens-decoration a', { hasText: 'Connect with this file' }).click();
  await page.locator('.pane-body .monaco-list-row', { hasText: 'behind' }).first().waitFor();
  await window.command('Show Lag Over Time');
  const chart = chartIn(page);
  await chart.locator('#legend button').first().waitFor();
  await chart.locator('#log').click();
  const seen = await readChart(chart);
  await untilTrue(() => page.evaluate(isKept), 'The browser keeps no state of the chart.');
  return seen;
}

/**
 * Runs in the page: whether the state of the chart is in what the browser keeps. A desktop VS Code writes it as it closes;
 * in a browser that happens every few seconds, since a page that closes has no time left.
 */
async function isKept() {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db')) continue;
    const values = await new Promise((resolve) => {
      const opened = indexedDB.open(name);
      opened.onsuccess = () => {
        const all = opened.result.transaction('ItemTable').objectStore('ItemTable').getAll();
        all.onsuccess = () => {
          opened.result.close();
          resolve(all.result);
        };
      };
    });
    if (values.some((value) => /isLog\W+true/.test(String(value)))) return true;
  }
  return false;
}

async function readRestored(page) {
  const chart = chartIn(page);
  await chart.locator('#legend button').first().waitFor();
  return readChart(chart);
}

const chartIn = (page) => page.frameLocator('iframe.webview').frameLocator('iframe');

async function readChart(chart) {
  await chart.locator('#table-toggle').click();
  const times = await chart.locator('#table tbody th').allTextContents();
  ok(times.length > 0, 'The table of the chart is empty.');
  const isLog = await chart.locator('#log').getAttribute('aria-pressed');
  return { title: await chart.locator('#title').textContent(), isLog, times };
}

async function untilTrue(holds, otherwise) {
  const end = Date.now() + LIMIT_MS;
  while (!(await holds())) {
    ok(Date.now() < end, otherwise);
    await sleep(200);
  }
}

async function historyFiles(data) {
  const folder = join(data, 'data', 'User', 'globalStorage');
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.filter((name) => /lag-\w+\.json$/.test(name));
}
