import { commands } from 'vscode';
import { findGroup } from '../findGroup/findGroup';
import { COMMANDS } from '../names';
import { createReportDocuments } from '../upgrade/reportDocument';
import { upgradeReport } from '../upgrade/upgradeReport';
import { applyPreset } from './applyPreset';
import { changeTarget } from './changeTarget';
import type { CommandContext } from './context';
import { explainRule } from './explainRule';
import { fixAll } from './fixAll';
import { createPresetDiffs } from './presetDiff';
import { selectRole } from './selectRole';
import { selectTargetVersion } from './selectTargetVersion';

export function registerCommands(context: CommandContext): void {
  const { extension, server } = context;
  const reports = createReportDocuments(extension);
  const diffs = createPresetDiffs(extension);
  const handlers: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
    [COMMANDS.fixAll]: () => fixAll(context),
    [COMMANDS.applyPreset]: (uri, scope) => applyPreset(context, diffs, uri, scope),
    [COMMANDS.explainRule]: (rule) => explainRule(context, rule),
    [COMMANDS.explainThisRule]: (node) => explainRule(context, node),
    [COMMANDS.showOutput]: () => server.output.show(),
    [COMMANDS.restartServer]: () => server.restart(),
    [COMMANDS.selectTargetVersion]: () => selectTargetVersion(context),
    [COMMANDS.selectRole]: () => selectRole(context),
    [COMMANDS.changeTarget]: () => changeTarget(context),
    [COMMANDS.findGroup]: (group) => findGroup(context, group),
    [COMMANDS.findThisGroup]: (node) => findGroup(context, node),
    [COMMANDS.upgradeReport]: (version) => upgradeReport(context, reports, version),
  };
  for (const [command, handler] of Object.entries(handlers)) {
    extension.subscriptions.push(commands.registerCommand(command, handler));
  }
}
