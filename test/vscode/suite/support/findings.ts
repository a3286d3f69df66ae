import { type Diagnostic, type Disposable, languages, type Uri } from 'vscode';

/** How long a finding may take to come or go, in milliseconds; a test that waits longer fails. */
const LIMIT_MS = 20_000;

/** A diagnostic as the tests compare it: `severity rule`, with the text that it marks. */
export const SOURCE = 'kafka-lint';

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
export function findings(
  uri: Uri,
  wanted: (rules: readonly string[]) => boolean = (rules) => rules.length > 0,
): Promise<Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const disposables: Disposable[] = [];
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      for (const disposable of disposables) disposable.dispose();
      act();
    };
    const look = (): void => {
      if (wanted(rulesAt(uri))) settle(() => resolve(findingsAt(uri)));
    };
    const giveUp = (): void =>
      settle(() =>
        reject(new Error(`${uri.toString()} has [${rulesAt(uri).join(', ')}], which is not what was waited for.`)),
      );
    const timer = setTimeout(giveUp, LIMIT_MS);
    disposables.push(
      languages.onDidChangeDiagnostics(
        ({ uris }) => void (uris.some((one) => one.toString() === uri.toString()) && look()),
      ),
    );
    look();
  });
}
