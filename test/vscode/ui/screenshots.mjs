// `npm run screenshots [-- SCENE...]`: pictures of the extension at work, in a light and a dark theme, in
// out/screenshots/. A scene that does not come about fails, and leaves a picture of what there was instead.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDriven } from '../host/install.mjs';
import { ROOT } from '../host/paths.mjs';
import { startServer } from '../host/server.mjs';
import { openBrowser } from '../host/workbench.mjs';
import { SCENES } from './scenes.mjs';
import { openWindow } from './window.mjs';

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    interrupted = true;
  });
}

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const path = await installDriven();
for (const [label, theme] of Object.entries(THEMES)) {
  const settings = { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false };
  const server = await startServer({ automation: false, extension: ROOT, settings });
  const browser = await openBrowser(path);
  try {
    for (const scene of scenes) if (!interrupted) await take(scene, label, { server, browser });
  } finally {
    await browser.close();
    await server.stop();
  }
}
if (interrupted) process.exitCode = 130;

async function take(scene, label, { server, browser }) {
  const name = `${scene.name}-${label}`;
  const scratch = await mkdtemp(join(tmpdir(), 'kafka-config-lint-ui-'));
  const workspace = join(scratch, 'examples');
  let window;
  try {
    await cp(join(ROOT, 'examples'), workspace, { recursive: true });
    window = await openWindow({ browser, server, workspace });
    await scene.show(window, workspace);
    await window.shot(name);
    console.log(`  ✔ ${name}`);
  } catch (error) {
    await window?.shot(`${name}-failed`);
    console.error(`  ✘ ${name}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await window?.page.context().close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
