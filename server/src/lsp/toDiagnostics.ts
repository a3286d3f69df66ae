import type { Diagnostic } from 'vscode-languageserver';
import { shownFindings } from '../features/shownFindings';
import type { Finding, Severity } from '../model/finding';
import type { Analysis } from '../workspace/analysis';
import type { ServerContext } from './context';
import { toLocation, toRange } from './convert';
import { SOURCE } from './findingData';
import { DiagnosticSeverity, DiagnosticTag } from './values';

/** What is shown of a document's findings. */
export function diagnosticsOf(
  context: Pick<ServerContext, 'client' | 'log' | 'rulePage'>,
  analysis: Analysis,
): Diagnostic[] {
  const result = analysis.lint();
  context.log.ruleFailures(result);
  const { findings, notice } = shownFindings(result.findings);
  const diagnostics = findings.map((finding) => toDiagnostic(context, analysis, finding));
  return notice === undefined ? diagnostics : [aboutAll(notice), ...diagnostics];
}

function aboutAll(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

function toDiagnostic(
  { client, rulePage }: Pick<ServerContext, 'client' | 'rulePage'>,
  { source }: Analysis,
  finding: Finding,
): Diagnostic {
  const href = client.codeDescription ? rulePage(finding.rule) : undefined;
  return {
    range: toRange(source, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
    ...(href && { codeDescription: { href } }),
    ...(client.diagnosticTags && finding.tags && { tags: finding.tags.map((tag) => TAGS[tag]) }),
    ...(client.relatedInformation &&
      finding.related && {
        relatedInformation: finding.related.map(({ span, message, foreign }) => ({
          location: foreign ? toLocation(foreign) : { uri: source.uri, range: toRange(source, span) },
          message,
        })),
      }),
  };
}
