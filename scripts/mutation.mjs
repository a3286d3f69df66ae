// `npm run mutation -- 'server/src/engine/**/*.ts' 'test/{engine,rules}/**/*.test.ts'`: breaks the code in every small way that Stryker
// knows, and tells what no test notices. It works on a copy in out/mutation, since the Stryker that runs on Node 20 needs an older Mocha.
// Not part of CI: a folder takes minutes to hours.
import { spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../test/vscode/host/command.mjs';

const TOOLS = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@11.8.0'];
const root = fileURLToPath(new URL('..', import.meta.url));
const copy = join(root, 'out', 'mutation');
const [mutate, spec] = process.argv.slice(2);

if (!mutate || !spec) {
  console.error(
    "Name what to break and the tests that should notice: npm run mutation -- 'server/src/engine/*.ts' 'test/engine/*.test.ts'",
  );
  process.exitCode = 2;
} else {
  await layOut();
  const run = spawn('npx', ['stryker', 'run', '--mutate', mutate], { cwd: copy, stdio: 'inherit' });
  run.on('close', (code) => {
    process.exitCode = code ?? 1;
    console.log(`${join(copy, 'reports', 'mutation', 'mutation.html')} shows each mutant.`);
  });
}

/** The files that git knows, the packages of the project and beside them Stryker. */
async function layOut() {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  const files = (await command('git', ['ls-files', '-z'], { cwd: root })).split('\0').filter((name) => name !== '');
  for (const name of files) await cp(join(root, name), join(copy, name));
  await writeFile(join(copy, 'stryker.config.json'), JSON.stringify(settings(), undefined, 2));
  await command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: copy });
  await command('npm', ['install', '--no-save', '--ignore-scripts', ...TOOLS], { cwd: copy });
}

function settings() {
  return {
    testRunner: 'mocha',
    coverageAnalysis: 'perTest',
    // Types are stripped when the tests run; the checker would take most of the time.
    tsconfigFile: 'none.json',
    mochaOptions: { 'no-config': true, 'no-package': true, require: ['tsx/cjs', 'test/support/seed.ts'], spec: [spec] },
    reporters: ['clear-text', 'html', 'progress'],
    concurrency: 2,
  };
}
