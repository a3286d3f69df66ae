// Bundles the suites into out/test/vscode/, as the extension hosts load them.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './host/paths.mjs';

/** Where the suites lie once bundled. */
export const OUT = join(ROOT, 'out', 'test', 'vscode');
const SUITE = join(ROOT, 'test', 'vscode', 'suite');
const shared = { bundle: true, format: 'cjs', logLevel: 'warning', sourcemap: 'inline', target: 'es2022' };

/** Bundles every suite anew; each one's module is `index.js` in the folder of its name. */
export async function bundleSuites() {
  await rm(OUT, { recursive: true, force: true });
  await Promise.all([bundleNode('editor'), bundleNode('lag'), bundleNode('restricted'), bundleWeb()]);
}

/** In a Node host each test file is a module of its own, so that mocha loads and names them as it always does. */
async function bundleNode(name) {
  const tests = (await readdir(join(SUITE, name))).filter((file) => file.endsWith('.test.ts'));
  const entryPoints = Object.fromEntries(tests.map((file) => [file.replace(/\.ts$/, ''), join(SUITE, name, file)]));
  await build({
    ...shared,
    platform: 'node',
    entryPoints: { index: join(SUITE, 'run.ts'), ...entryPoints },
    outdir: join(OUT, name),
    external: ['vscode', 'mocha'],
  });
}

/** In the web worker's host there is one module and no files, hence mocha's build for browsers inside it. */
async function bundleWeb() {
  await build({
    ...shared,
    platform: 'browser',
    entryPoints: { index: join(SUITE, 'web', 'run.ts') },
    outdir: join(OUT, 'web'),
    external: ['vscode'],
    define: { global: 'globalThis' },
    plugins: [mochaAsScript],
  });
}

/** Mocha's build for browsers would take the bundle's own `module.exports` for its own; as a script it sets globals. */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup(bundler) {
    bundler.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (module, exports, define) {${await readFile(path, 'utf8')}\n})();`,
    }));
  },
};
