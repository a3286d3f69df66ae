import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../model/finding';
import type { Analysis } from '../workspace/analysis';
import { toRange } from './convert';
import { sameRange } from './sameDiagnostics';

/** The source of our diagnostics, as Problems views show it. */
export const SOURCE = 'kafka-lint';

/** True when the client's diagnostic tells of this finding: by its rule, its place and its words, since a version may bring nothing new. */
export function tellsOf({ source, code, range, message }: Diagnostic, finding: Finding, analysis: Analysis): boolean {
  if (source !== SOURCE || code !== finding.rule || message !== finding.message) return false;
  return sameRange(range, toRange(analysis.source, finding.span));
}
