import { resolve } from 'node:path';
import { SEVERITIES } from '../model/finding';
import type { KafkaVersion } from '../model/version';
import { SEVERITY_OF } from '../upgrade/change';
import { upgradeReports } from '../upgrade/report';
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
  const { results: perFile, trouble } = eachFile(linter, host, (file): UpgradedFile[] | undefined => {
    const { text } = readTextFile(resolve(linter.cwd, file));
    const opened = openText(linter, file, text);
    const reports = opened ? upgradeReports(opened.document, to, opened.resolved.lint, from) : [];
    if (reports.length === 0) return undefined;
    return reports.map((report) => {
      const changes = report.changes.filter(({ kind }) => SEVERITIES.indexOf(SEVERITY_OF[kind]) <= most);
      return { file, text, report: { ...report, changes } };
    });
  });
  const results = perFile.flat();
  host.out(format === 'json' ? reportUpgradeJson(results) : reportUpgradeText(results, to));
  const found = results.flatMap(({ report }) => report.changes.map(({ kind }) => SEVERITY_OF[kind]));
  return exitCode(found, failOn, trouble);
}
