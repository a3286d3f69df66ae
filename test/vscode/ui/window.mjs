// One window of VS Code, driven as a person would: with the keyboard, looking at what is on the screen.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../host/paths.mjs';
import { workbenchUrl } from '../host/workbench.mjs';

const SHOTS = join(ROOT, 'out', 'screenshots');
/** How long the editor may take to show something, in milliseconds. */
const LIMIT_MS = 90_000;

/**
 * Opens a window on a folder and waits until it can be used.
 * @param {{ browser: import('playwright-core').Browser, server: import('../host/server.mjs').Server, workspace: string }} options
 */
export async function openWindow({ browser, server, workspace }) {
  // A context of its own: no state of the window before it.
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(workbenchUrl(server, workspace, [['skipWelcome', 'true']]));
  await page.locator('.monaco-workbench .statusbar').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return windowOf(page);
}

/** @typedef {ReturnType<typeof windowOf>} Window */
/** A window that shows already. */
export function windowOf(page) {
  /** Types into the box that a key opens, and accepts what it offers. */
  const pick = async (key, text, offered = '') => {
    await page.keyboard.press(key);
    const input = page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(text);
    // What was there before the text was typed is no answer to it.
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: offered }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  return {
    page,
    /** Runs a command of the palette by its title. */
    command: (title) => pick('F1', `>${title}`),
    /** Opens a file of the workspace by its path, and waits for its text. */
    async open(path) {
      const name = path.split('/').at(-1);
      await pick('Control+P', path, name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    /** Puts the cursor there; lines and columns from 1. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      const input = page.locator('.quick-input-widget input');
      await input.waitFor();
      await input.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    /** Waits until something is on the screen. */
    see: (selector) => page.locator(selector).first().waitFor(),
    /** Takes a picture of the window as it is once it has stopped moving. */
    async shot(name) {
      await mkdir(SHOTS, { recursive: true });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled' });
    },
  };
}
