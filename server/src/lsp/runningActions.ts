import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { type RunningPart, runningCommand } from '../features/runningCommand';
import type { Finding } from '../model/finding';
import { CLUSTER_SCHEME, runningName } from '../protocol/runningUri';
import type { Analysis } from '../workspace/analysis';
import { CodeActionKind } from './values';

/** What of a running cluster the document shows; undefined for a file. */
export function runningPartOf(uri: string): RunningPart | undefined {
  if (!uri.startsWith(`${CLUSTER_SCHEME}:`) || !URL.canParse(uri)) return undefined;
  const { pathname, search } = new URL(uri);
  const name = runningName(decoded(pathname));
  return name && { ...name, bootstrapServer: decoded(search.slice(1)) || 'localhost:9092' };
}

/** The document cannot be edited: each fix is a command of Kafka's own tools, to be copied. */
export function runningActions(
  { document }: Analysis,
  part: RunningPart,
  here: readonly Finding[],
  { copyCommand, diagnosticsOf }: { copyCommand: string; diagnosticsOf(finding: Finding): Diagnostic[] },
): CodeAction[] {
  return here.flatMap((finding) =>
    finding.fixes.flatMap((fix): CodeAction[] => {
      const text = runningCommand(document, fix, part);
      if (text === undefined) return [];
      return [copyAction(fix.title, text, copyCommand, diagnosticsOf(finding))];
    }),
  );
}

/** Nothing is changed by us: the text goes to the clipboard. */
export function copyAction(what: string, text: string, copyCommand: string, diagnostics: Diagnostic[]): CodeAction {
  const title = `Copy the command: ${what}`;
  const command = { title, command: copyCommand, arguments: [text] };
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
