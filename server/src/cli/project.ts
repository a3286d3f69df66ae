import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProjectRule } from '../engine/lint';
import { terminalText } from '../escape/terminal';
import { factsOf } from '../project/facts/fileFacts';
import { createProjectIndex, type ProjectIndex } from '../project/projectIndex';
import { RULES } from '../rules/index.generated';
import { discover } from './discover';
import { display } from './display';
import type { CliHost } from './host';
import { type FixedText, type LintedText, type Linter, lintFixed, openText } from './lintFile';
import { readTextFile } from './textFile';

/** Lints the files, each for itself and all as one project. */
export function lintTogether(linter: Linter, files: readonly FixedText[], host: Pick<CliHost, 'err'>): LintedText[] {
  const index = createProjectIndex(RULES.filter(isProjectRule));
  for (const { document, resolved } of files) index.put(document.uri, factsOf(document), resolved.cluster);
  if (linter.options.since !== undefined) addUnchanged(linter, index);
  const results = files.map((file) => lintFixed(file, index.reportsOf(file.document.uri)));
  for (const { rule, error } of index.failures()) {
    host.err(`kafka-lint: ${terminalText(`rule ${rule} failed: ${String(error)}`)}\n`);
  }
  if (linter.options.verbose) tellClusters(index, linter.cwd, host);
  return results;
}

/** Which files were compared with each other, and why. */
function tellClusters(index: ProjectIndex, cwd: string, host: Pick<CliHost, 'err'>): void {
  for (const { name, reasons } of index.clusters()) {
    if (reasons.size < 2) continue;
    const members = Array.from(reasons, ([facts, reason]) => {
      const what = facts.declares?.topic ?? facts.name ?? facts.scope.role;
      // A part of a running cluster is no file.
      const where = facts.uri.startsWith('file:') ? display(fileURLToPath(facts.uri), cwd) : facts.uri;
      return `${what} of ${where} ${reason}`;
    });
    const told = [...new Set(members)];
    host.err(`kafka-lint: ${terminalText(`cluster ${name}: ${told.join('; ')}`)}\n`);
  }
}

/** What a change contradicts may stand in a file that has not changed. */
function addUnchanged(linter: Linter, index: ProjectIndex): void {
  const { paths, ignoreFiles } = linter.options;
  for (const file of discover(paths, linter.cwd, ignoreFiles).files) {
    try {
      const opened = openText(linter, file, readTextFile(resolve(linter.cwd, file)).text);
      if (opened && !index.has(opened.document.uri)) {
        index.put(opened.document.uri, factsOf(opened.document), opened.resolved.cluster);
      }
    } catch {
      // A file that cannot be read, and that nobody asked about, says nothing.
    }
  }
}
