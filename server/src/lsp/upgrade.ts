import type { CancellationToken } from 'vscode-languageserver';
import { type KafkaVersion, parseVersion } from '../model/version';
import {
  UPGRADE_REPORT,
  type UpgradeReportParams,
  type UpgradeReportResult,
  type WireUpgrade,
} from '../protocol/protocol';
import { upgradeReports } from '../upgrade/report';
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
          if (analysis) found.push(...toWire(analysis, version));
        }
        return found;
      },
    );
  },
};

function toWire({ document, source, settings }: Analysis, to: KafkaVersion): WireUpgrade[] {
  const reports = upgradeReports(document, to, settings.lint).filter(
    ({ changes, steps }) => changes.length > 0 || steps.length > 0,
  );
  return reports.map(({ role, from, steps, changes }) => ({
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
  }));
}
