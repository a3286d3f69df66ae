import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checklistOf } from '../checklist/checklist';
import { evidenceOf } from '../checklist/evidence';
import { display } from './display';
import { eachFile } from './eachFile';
import { exitCode } from './exitCode';
import type { CliHost } from './host';
import { fixText, type Linter } from './lintFile';
import { lintTogether } from './project';
import { type PlacedChecklist, reportChecklistJson, reportChecklistMarkdown } from './reporters/checklist';
import { readTextFile } from './textFile';

/** Prints what the files say of the checklist: its lines count as the worst finding that fails each. */
export function runChecklist(linter: Linter, host: CliHost): number {
  const { results, trouble } = eachFile(linter, host, (file) =>
    fixText(linter, file, readTextFile(resolve(linter.cwd, file)).text),
  );
  const linted = lintTogether(linter, results, host);
  const checklist = checklistOf(linted.flatMap(({ document, findings }) => evidenceOf(document, findings)));
  const texts = new Map(linted.map(({ document }) => [document.uri, document.text]));
  const placed: PlacedChecklist = {
    checklist,
    textOf: (uri) => texts.get(uri) ?? '',
    nameOf: (uri) => display(fileURLToPath(uri), linter.cwd),
  };
  const { format, failOn } = linter.options;
  host.out(format === 'json' ? reportChecklistJson(placed) : reportChecklistMarkdown(placed));
  const failed = checklist.lines.flatMap(({ state, decided }) =>
    state === 'fail' && decided?.severity ? [decided.severity] : [],
  );
  return exitCode(failed, failOn, trouble);
}
