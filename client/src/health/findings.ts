import { DiagnosticSeverity, type Disposable, languages, type Uri } from 'vscode';
import { CLUSTER_SCHEME } from '../../../server/src/protocol/runningUri';
import type { Severity } from '../counts';
import { DIAGNOSTIC_SOURCE } from '../names';
import type { Found } from './finding';

const SEVERITY_OF: Readonly<Record<DiagnosticSeverity, Severity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

export interface Findings extends Disposable {
  all(): readonly Found[];
}

/** Our findings in files, as the Problems view has them, so that both always say the same. */
export function collectFindings(onChange: () => void): Findings {
  const known = new Map<string, readonly Found[]>();
  const take = (uri: Uri): void => {
    const found = uri.scheme === CLUSTER_SCHEME ? [] : foundIn(uri);
    if (found.length > 0) known.set(uri.toString(), found);
    else known.delete(uri.toString());
  };
  for (const [uri] of languages.getDiagnostics()) take(uri);
  const subscription = languages.onDidChangeDiagnostics(({ uris }) => {
    uris.forEach(take);
    onChange();
  });
  return { all: () => [...known.values()].flat(), dispose: () => subscription.dispose() };
}

function foundIn(uri: Uri): readonly Found[] {
  return languages.getDiagnostics(uri).flatMap(({ source, code, severity, message, range }): Found[] => {
    if (source !== DIAGNOSTIC_SOURCE) return [];
    const rule = typeof code === 'object' ? code.value : code;
    const { line, character } = range.start;
    const found = { uri: uri.toString(), line, character, severity: SEVERITY_OF[severity], message };
    return [typeof rule === 'string' ? { ...found, rule } : found];
  });
}
