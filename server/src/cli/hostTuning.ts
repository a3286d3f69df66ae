import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskError } from '../disk/diskError';
import { terminalText } from '../escape/terminal';
import { renderEdits } from '../formats/registry';
import { hostTuning, type TuningChange } from '../hostTuning/plan';
import { applyTextEdits } from '../model/edit';
import { unifiedDiff } from './diff';
import { display } from './display';
import { eachFile } from './eachFile';
import { CLEAN, TROUBLE } from './exitCode';
import type { CliHost } from './host';
import { fixText, type Linter } from './lintFile';
import { readTextFile, writeText } from './textFile';

interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Shows what host tuning for brokers would add to the files, and with `--yes` writes it. */
export function runHostTuning(linter: Linter, isMeant: boolean, host: CliHost): number {
  const { results, trouble } = eachFile(linter, host, (file) =>
    fixText(linter, file, readTextFile(resolve(linter.cwd, file)).text),
  );
  const changes = hostTuning(results.map(({ document }) => document)).map((change) => changeOf(change, linter.cwd));
  if (changes.length === 0) host.err('Nothing to add: these files set all of it.\n');
  for (const { file, before, after } of changes)
    host.out(unifiedDiff(file, { text: before, secrets: [] }, { text: after, secrets: [] }));
  if (!isMeant) {
    if (changes.length > 0) host.err('Nothing was written. To write it: kafka-lint host-tuning --yes\n');
    return trouble ? TROUBLE : CLEAN;
  }
  const isWritten = changes.map((change) => write(change, linter.cwd, host)).every(Boolean);
  return trouble || !isWritten ? TROUBLE : CLEAN;
}

function changeOf(change: TuningChange, cwd: string): Change {
  if (change.kind === 'new') return { file: change.path, before: '', after: change.text };
  const { document, edits } = change;
  const after = applyTextEdits(document.text, renderEdits(document, edits));
  return { file: display(fileURLToPath(document.uri), cwd), before: document.text, after };
}

function write({ file, before, after }: Change, cwd: string, host: CliHost): boolean {
  const path = resolve(cwd, file);
  try {
    if (before !== '') writeText(path, readTextFile(path), after);
    else if (existsSync(path)) throw new Error('there is such a file already, which is not read as host tuning');
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, after, { flag: 'wx' });
    }
    return true;
  } catch (error) {
    host.err(`kafka-lint: ${terminalText(`${file}: ${diskError(error).message}`)}.\n`);
    return false;
  }
}
