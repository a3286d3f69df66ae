// Bundles the extension, the language server and the CLI into dist/; `--watch` rebuilds on change, `--check` holds
// the bundles to their budget.
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { noticesOf } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');

/** JSON as a text that is parsed when it is loaded, which takes V8 less memory and time than the same as a program. */
const jsonAsText = {
  name: 'json-as-text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.generated\.json$/ }, async ({ path }) => {
      const data = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(data)})`, loader: 'js' };
    }),
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  minify: !watch,
  keepNames: false,
  sourcemap: watch,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  plugins: [jsonAsText],
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const web = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'], conditions: ['browser'] };
const executable = { js: '#!/usr/bin/env node' };

/**
 * The protocol library lies beside the server as a bundle of its own: reading one script of that length after another
 * takes 5 MB less at the peak, and so for good, than reading both as one.
 */
const apart = {
  name: 'protocol-library-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vscode-languageserver(?:\/node)?$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './languageServer.js', external: true },
    ),
};

/** Kafka's protocol is read with the first connection: a window that connects to nothing has no use for it. */
const clusterApart = {
  name: 'cluster-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/cluster\/cluster$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './cluster.js', external: true } : undefined,
    ),
};

/** What works with a running cluster is read by the commands that do, and reads the extension's bundle of it. */
const liveApart = {
  name: 'live-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/live$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './live.js', external: true } : undefined,
    ),
};

/** The protocol of assistants is read by the command that serves it alone. */
const mcpApart = {
  name: 'mcp-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/mcp$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './mcp.js', external: true } : undefined,
    ),
};

/** Each bundle with the size in KiB that it may not outgrow without somebody deciding so. */
const BUNDLES = [
  {
    budget: 650,
    options: {
      ...node,
      entryPoints: ['client/src/extension.ts'],
      outfile: 'dist/extension.js',
      external: ['vscode'],
      plugins: [clusterApart],
    },
  },
  { budget: 250, options: { ...node, entryPoints: ['server/src/cluster/cluster.ts'], outfile: 'dist/cluster.js' } },
  // With chart.css beside it.
  {
    budget: 80,
    options: { ...web, format: 'iife', entryPoints: ['client/src/chart/webview/main.ts'], outfile: 'dist/chart.js' },
  },
  {
    budget: 1800,
    options: {
      ...node,
      entryPoints: ['server/src/main.ts'],
      outfile: 'dist/server.js',
      banner: executable,
      plugins: [apart, jsonAsText],
    },
  },
  { budget: 250, options: { ...node, entryPoints: ['vscode-languageserver/node'], outfile: 'dist/languageServer.js' } },
  {
    budget: 1720,
    options: {
      ...node,
      entryPoints: ['server/src/cli.ts'],
      outfile: 'dist/cli.js',
      banner: executable,
      plugins: [mcpApart, liveApart, jsonAsText],
    },
  },
  {
    budget: 150,
    options: { ...node, entryPoints: ['server/src/live.ts'], outfile: 'dist/live.js', plugins: [clusterApart] },
  },
  {
    budget: 2440,
    options: {
      ...node,
      entryPoints: ['server/src/mcp.ts'],
      outfile: 'dist/mcp.js',
      plugins: [liveApart, clusterApart, jsonAsText],
    },
  },
  {
    budget: 500,
    options: {
      ...web,
      format: 'cjs',
      entryPoints: ['client/src/browser.ts'],
      outfile: 'dist/browser/extension.js',
      external: ['vscode'],
    },
  },
  {
    // The server and its protocol library in one.
    budget: 1960,
    options: { ...web, format: 'iife', entryPoints: ['server/src/browser.ts'], outfile: 'dist/browser/server.js' },
  },
];

async function checkBudgets() {
  for (const { budget, options } of BUNDLES) {
    const { size } = await stat(`${root}${options.outfile}`);
    const kib = Math.ceil(size / 1024);
    console.log(`${options.outfile}: ${kib} KiB of ${budget} KiB`);
    if (kib > budget) process.exitCode = 1;
  }
}

if (watch) {
  for (const { options } of BUNDLES) await (await context(options)).watch();
} else {
  await rm(`${root}dist`, { recursive: true, force: true });
  const built = await Promise.all(BUNDLES.map(({ options }) => build(options)));
  const notices = await noticesOf(
    root,
    built.map(({ metafile }) => metafile),
  );
  await writeFile(`${root}dist/THIRD-PARTY-NOTICES.txt`, `${notices}\n`);
  await chmod(`${root}dist/cli.js`, 0o755);
  await chmod(`${root}dist/server.js`, 0o755);
  if (process.argv.includes('--check')) await checkBudgets();
}
