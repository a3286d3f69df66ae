import type { Diagnostic, Range } from 'vscode-languageserver';

/** True where a client that has the one has nothing to learn from the other. */
export function sameDiagnostics(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  if (some.length !== others.length) return false;
  return some.every((one, index) => {
    const other = others[index];
    return other !== undefined && isSame(one, other);
  });
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.message === other.message &&
    one.code === other.code &&
    one.severity === other.severity &&
    one.codeDescription?.href === other.codeDescription?.href &&
    sameRange(one.range, other.range) &&
    sameDetails(one.tags, other.tags) &&
    sameDetails(one.relatedInformation, other.relatedInformation)
  );
}

export function sameRange(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  );
}

/** Few findings have any. */
function sameDetails(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
