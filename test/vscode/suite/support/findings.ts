import { type Diagnostic, languages, type Uri } from 'vscode';
import { until } from './until';

/** By which the extension's diagnostics are told from those of others. */
const SOURCE = 'kafka-lint';

/** The rules that have something to say about a file at this moment, in order of their place. */
export function rulesAt(uri: Uri): string[] {
  return findingsAt(uri).map(ruleOf);
}

/** This extension's diagnostics of a file. */
export function findingsAt(uri: Uri): Diagnostic[] {
  const own = languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
  return own.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule's id, which is the diagnostic's code. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Resolves with the findings of a file once they are as wanted; rejects with what there was instead. */
export async function findings(
  uri: Uri,
  wanted: (rules: readonly string[]) => boolean = (rules) => rules.length > 0,
): Promise<Diagnostic[]> {
  await until(
    () => wanted(rulesAt(uri)),
    languages.onDidChangeDiagnostics,
    () => `${uri.toString()} has [${rulesAt(uri).join(', ')}], which is not what was waited for.`,
  );
  return findingsAt(uri);
}
