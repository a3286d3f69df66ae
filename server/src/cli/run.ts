import { terminalText } from '../escape/terminal';
import { RULES } from '../rules/index.generated';
import type { CliOptions, Command } from './arguments';
import { BaselineError } from './baseline';
import { RevisionError } from './changedSince';
import { runChecklist } from './checklist';
import { ConfigFileError, createConfigs } from './configFile';
import { CLEAN, TROUBLE } from './exitCode';
import { explain } from './explain';
import { helpText } from './help';
import type { CliHost } from './host';
import { runHostTuning } from './hostTuning';
import { init } from './init';
import { lintPaths, lintStdin } from './lintCommand';
import type { Linter } from './lintFile';
import type { RunningCluster } from './live/describe';
import { monitoringInit } from './monitoringInit';
import { runPreset } from './presetCommand';
import { runUpgrade } from './upgrade';
import { createVersionsAround } from './versionsAround';

/** What goes on for a while, at a cluster or for an assistant, is no command of files. */
export type FileCommand = Exclude<Command, { readonly kind: 'lag' | 'mcp' }>;

/** Runs a command of files, and of what was read of a running cluster; gives the exit code. */
export function run(command: FileCommand, host: CliHost, running: RunningCluster = NO_CLUSTER): number {
  switch (command.kind) {
    case 'help':
      host.out(helpText());
      return CLEAN;
    case 'version':
      host.out(`${host.version}\n`);
      return CLEAN;
    case 'list-rules':
      host.out(RULES.map((rule) => `${rule.id}\t${rule.severity}\t${rule.summary}\n`).join(''));
      return CLEAN;
    case 'explain':
      return explain(command.rule, host) ? CLEAN : TROUBLE;
    case 'init':
      return init(host);
    case 'usage-error':
      host.err(`kafka-lint: ${terminalText(command.message)}\nTry kafka-lint --help.\n`);
      return TROUBLE;
    case 'lint':
      return withLinter(command.options, host, (linter) => runLint(linter, host, running));
    case 'monitoring':
      return withLinter(command.options, host, (linter) => monitoringInit(linter, command.platform, host));
    case 'checklist':
      return withLinter(command.options, host, (linter) => runChecklist(linter, host));
    case 'host-tuning':
      return withLinter(command.options, host, (linter) => runHostTuning(linter, command.isMeant, host));
    case 'upgrade':
      return withLinter(command.options, host, (linter) => runUpgrade(linter, command, host));
  }
}

const NO_CLUSTER: RunningCluster = { documents: [], problems: [] };

function runLint(linter: Linter, host: CliHost, running: RunningCluster): number {
  const { preset, stdinFilename } = linter.options;
  if (preset !== undefined) return runPreset(linter, preset, host);
  return stdinFilename === undefined ? lintPaths(linter, host, running) : lintStdin(linter, stdinFilename, host);
}

function withLinter(options: CliOptions, { cwd, err }: CliHost, work: (linter: Linter) => number): number {
  try {
    const configFor = createConfigs(options.config, cwd);
    return work({ options, configFor, cwd, versionsAround: createVersionsAround(cwd) });
  } catch (error) {
    const isExpected = [ConfigFileError, BaselineError, RevisionError].some((kind) => error instanceof kind);
    if (!(error instanceof Error && isExpected)) throw error;
    for (const line of error.message.split('\n')) err(`kafka-lint: ${terminalText(line)}\n`);
    return TROUBLE;
  }
}
