import type { CancellationToken } from 'vscode-languageserver';
import { type KafkaVersion, parseVersion } from '../model/version';
import {
  UPGRADE_REPORT,
  type UpgradeReportParams,
  type UpgradeReportResult,
  type WireUpgrade,
} from '../protocol/protocol';
import { upgradeReport } from '../upgrade/report';
import type { Analysis } from '../workspace/analysis';
import type { LanguageFeature } from './context';
import { toRange } from './convert';

/** Says what an upgrade means to texts that the client has read. */
export const upgrade: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(
      UPGRADE_REPORT,
      async ({ to, files }: UpgradeReportParams, token: CancellationToken): Promise<UpgradeReportResult> => {
        const version = parseVersion(to);
        const found: WireUpgrade[] = [];
        if (!version) return found;
        for (const { uri, text, languageId } of files) {
          const analysis = await context.analysisOfText(uri, text, languageId);
          if (token.isCancellationRequested) break;
          const report = analysis && toWire(analysis, version);
          if (report) found.push(report);
        }
        return found;
      },
    );
  },
};

function toWire({ document, source, settings }: Analysis, to: KafkaVersion): WireUpgrade | undefined {
  const report = upgradeReport(document, to, settings.lint);
  if (!report || (report.changes.length === 0 && report.steps.length === 0)) return undefined;
  const { role, from, steps, changes } = report;
  return {
    uri: source.uri,
    role,
    from: from.version,
    fromAssumed: from.source === 'assumed',
    steps,
    changes: changes.map(({ kind, key, span, message, fixes }) => ({
      kind,
      key,
      range: toRange(source, span),
      message,
      fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    })),
  };
}
