import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diskError } from '../disk/diskError';
import { terminalText } from '../escape/terminal';
import { monitoringFiles, type Platform } from '../monitoring/stack';
import { watchedIn } from '../monitoring/watched';
import { unifiedDiff } from './diff';
import { eachFile } from './eachFile';
import { CLEAN, TROUBLE } from './exitCode';
import type { CliHost } from './host';
import { type Linter, openText } from './lintFile';
import { readTextFile } from './textFile';

const FOLDER = 'monitoring';

/** Writes what watches the cluster that the current folder configures; a file that is there stays as it is. */
export function monitoringInit(linter: Linter, platform: Platform | undefined, host: CliHost): number {
  const { results: documents } = eachFile(linter, { ...host, err: () => undefined }, (file) => {
    return openText(linter, file, readTextFile(resolve(linter.cwd, file)).text)?.document;
  });
  const watched = watchedIn(documents, platform);
  if (!watched) {
    host.err(
      "kafka-lint: no broker is configured here. Start it where the brokers' files are, or name a platform: kafka-lint monitoring init hosts.\n",
    );
    return TROUBLE;
  }
  const { dryRun, diff } = linter.options;
  let [trouble, isComplete] = [false, true];
  for (const { path, text } of monitoringFiles(watched)) {
    const name = `${FOLDER}/${path}`;
    const target = join(linter.cwd, FOLDER, path);
    try {
      if (existsSync(target)) {
        const isSame = readFileSync(target, 'utf8') === text;
        isComplete &&= isSame;
        if (!isSame) host.out(`${terminalText(name)} exists and stays as it is.\n`);
        continue;
      }
      isComplete = false;
      if (diff) host.out(unifiedDiff(name, { text: '', secrets: [] }, { text, secrets: [] }));
      else host.out(`${dryRun ? 'Would write' : 'Wrote'} ${name}\n`);
      if (dryRun || diff) continue;
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: 'wx' });
    } catch (error) {
      host.err(`kafka-lint: ${terminalText(`${name}: ${diskError(error).message}`)}\n`);
      trouble = true;
    }
  }
  if (isComplete) host.out(`Everything that watches the cluster is in ${FOLDER} already.\n`);
  return trouble ? TROUBLE : CLEAN;
}
