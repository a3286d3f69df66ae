import { resolve } from 'node:path';
import { SEVERITIES } from '../model/finding';
import type { KafkaVersion } from '../model/version';
import { SEVERITY_OF } from '../upgrade/change';
import { upgradeReport } from '../upgrade/report';
import { eachFile } from './eachFile';
import { exitCode } from './exitCode';
import type { CliHost } from './host';
import { type Linter, openText } from './lintFile';
import { reportUpgradeJson, reportUpgradeText, type UpgradedFile } from './reporters/upgrade';
import { readTextFile } from './textFile';

interface Upgrade {
  readonly to: KafkaVersion;
  readonly from?: KafkaVersion;
}

/** Prints what an upgrade means to each file, and changes none. */
export function runUpgrade(linter: Linter, { to, from }: Upgrade, host: CliHost): number {
  const { failOn, minSeverity, format } = linter.options;
  const most = SEVERITIES.indexOf(minSeverity);
  const { results, trouble } = eachFile(linter, host, (file): UpgradedFile | undefined => {
    const { text } = readTextFile(resolve(linter.cwd, file));
    const opened = openText(linter, file, text);
    const report = opened && upgradeReport(opened.document, to, opened.resolved.lint, from);
    if (!report) return undefined;
    const changes = report.changes.filter(({ kind }) => SEVERITIES.indexOf(SEVERITY_OF[kind]) <= most);
    return { file, text, report: { ...report, changes } };
  });
  host.out(format === 'json' ? reportUpgradeJson(results) : reportUpgradeText(results, to));
  const found = results.flatMap(({ report }) => report.changes.map(({ kind }) => SEVERITY_OF[kind]));
  return exitCode(found, failOn, trouble);
}
