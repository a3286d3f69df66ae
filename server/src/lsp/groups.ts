import type { CancellationToken } from 'vscode-languageserver';
import { consumptionFindings } from '../features/consumption';
import { fixActions } from '../features/fixActions';
import { findingsOf, membersOf } from '../features/groups';
import type { Finding } from '../model/finding';
import { FIND_GROUP, type FindGroupParams, type GroupFinding, type GroupPlace } from '../protocol/protocol';
import type { Analysis } from '../workspace/analysis';
import type { LanguageFeature } from './context';
import { toRange, toTextEdits } from './convert';

/** Finds where a consumer group is configured among texts that the client has read, and what there makes it slow. */
export const groups: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(FIND_GROUP, async ({ group, files }: FindGroupParams, token: CancellationToken) => {
      const places: GroupPlace[] = [];
      for (const { uri, text, languageId } of files) {
        const analysis = await context.analysisOfText(uri, text, languageId);
        if (token.isCancellationRequested) break;
        if (analysis) places.push(...placesIn(analysis, group));
      }
      return places;
    });
  },
};

function placesIn(analysis: Analysis, group: string): GroupPlace[] {
  const { document, source } = analysis;
  return membersOf(document, group).map(({ scope, entry }) => ({
    uri: source.uri,
    range: toRange(source, entry.span),
    role: scope.role,
    key: entry.writtenKey,
    findings: consumptionFindings(findingsOf(scope, analysis.lint().findings, analysis.document.scopes)).map(
      ({ finding, effect }) => toGroupFinding(analysis, finding, effect),
    ),
  }));
}

function toGroupFinding({ document, source }: Analysis, finding: Finding, effect: string): GroupFinding {
  const { rule, severity, message, span } = finding;
  const inFile = fixActions(document, finding).filter(({ edits }) => edits.length > 0);
  const fixes = inFile.map(({ title, edits }) => ({ title, edits: toTextEdits(source, edits) }));
  return { rule, severity, message, effect, range: toRange(source, span), fixes };
}
