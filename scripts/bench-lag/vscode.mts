import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installDriven } from '../../test/vscode/host/install.mjs';
import { NODE, ROOT } from '../../test/vscode/host/paths.mjs';
import { type Server, startServer } from '../../test/vscode/host/server.mjs';
import { openBrowser } from '../../test/vscode/host/workbench.mjs';
import { openWindow, type Window } from '../../test/vscode/ui/window.mjs';
import { descendant, processorShareOf, residentOf } from './processTime.mjs';

const run = promisify(execFile);
/** How long each state is watched, in milliseconds. */
const WATCHED_MS = Number(process.env.WATCHED_MS ?? 60_000);
/** A folder for processor profiles, if they are wanted; taking them costs processor time too. */
const PROFILES = process.env.PROFILES;
/** How long a change of state may stir, in milliseconds, before it is watched. */
const SETTLE_MS = 15_000;
const ROW = '.pane-body .monaco-list-row';
const ICON = '.activitybar .action-item a[aria-label^="Kafka"]';

/** The extension host in one state: its share of a core, and bytes. */
export interface State {
  readonly name: string;
  readonly processor: number;
  readonly resident: number;
  readonly heap: number;
}

/** The extension host of a real VS Code before, while and after it has the cluster on show. `change` moves every lag. */
export async function measureInVSCode(bootstrap: string, change: () => Promise<void>): Promise<readonly State[]> {
  const workspace = await mkdtemp(join(tmpdir(), 'kafka-config-lint-bench-'));
  await writeFile(join(workspace, 'client.properties'), `bootstrap.servers=${bootstrap}\nclient.id=bench\n`);
  const path = await installDriven();
  const server: Server = await startServer({ automation: false, extension: ROOT });
  const browser = await openBrowser(path);
  try {
    const window = await openWindow({ browser, server, workspace });
    return await throughStates(window, () => descendant(server.pid, '--type=extensionHost'), change);
  } finally {
    await browser.close();
    await server.stop();
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function throughStates(window: Window, host: () => number, change: () => Promise<void>) {
  const states: State[] = [];
  const watch = async (name: string) => {
    await sleep(SETTLE_MS);
    const profiling = PROFILES && inspect(host(), 'profile', String(WATCHED_MS), join(PROFILES, `${name}.cpuprofile`));
    const processor = await processorShareOf(host(), WATCHED_MS);
    await profiling;
    states.push({ name, processor, resident: residentOf(host()), heap: await heapOf(host()) });
  };
  await watch('not activated');
  await window.open('client.properties');
  await watch('a .properties file open');
  await window.page.locator('.codelens-decoration a', { hasText: 'Connect with this file' }).click();
  await window.page.locator(ICON).first().click();
  await window.page.locator(ROW, { hasText: 'group-' }).first().waitFor();
  await watch('connected, shown, lag at rest');
  await unfold(window, 'group-0');
  await unfold(window, 'topic-0');
  const stop = keepChanging(change);
  await watch('connected, shown, all lag changing');
  await stop();
  await window.page.keyboard.press('Control+Shift+E');
  await window.see('.explorer-folders-view .monaco-list-row');
  await watch('connected, hidden');
  return states;
}

/** Goes on until it is told to stop, which takes until the change under way is through. */
function keepChanging(change: () => Promise<void>): () => Promise<void> {
  let isWanted = true;
  const loop = async () => {
    while (isWanted) await change();
  };
  const done = loop();
  return () => {
    isWanted = false;
    return done;
  };
}

/** Types its name first, since only what is in sight is a row; VS Code's trees find what one types. */
async function unfold(window: Window, label: string): Promise<void> {
  const row = window.page.locator(ROW, { has: window.page.getByText(label, { exact: true }) }).first();
  await row.scrollIntoViewIfNeeded();
  await row.locator('.monaco-tl-twistie').click();
}

async function heapOf(pid: number): Promise<number> {
  return Number(await inspect(pid, 'heap'));
}

/** By VS Code's own Node, which can talk to an inspector. */
async function inspect(pid: number, ...words: readonly string[]): Promise<string> {
  const script = fileURLToPath(new URL('inspect.mjs', import.meta.url));
  const { stdout } = await run(NODE, [script, String(pid), ...words]);
  return stdout;
}
