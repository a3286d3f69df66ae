import { fixAll, safeFixOf } from '../engine/fixAll';
import { type Lint, type LintSettings, lint } from '../engine/lint';
import type { ConfigDocument } from '../model/document';
import type { TextEdit } from '../model/edit';
import type { Finding } from '../model/finding';
import { lineEdits } from './lineEdits';

export interface Fixable {
  readonly document: ConfigDocument;
  readonly settings: LintSettings;
  parse(text: string): ConfigDocument;
}

/**
 * Edits that apply every safe fix, of one rule or of all, until nothing is left to fix. Empty when there is nothing
 * to do, or when the result would have more errors than the text has: then something is wrong with a fix.
 */
export function fixAllEdits({ document, settings, parse }: Fixable, rule?: string, lintWith: Lint = lint): TextEdit[] {
  const { text } = fixAll(
    document,
    settings,
    parse,
    (finding) => rule === undefined || finding.rule === rule,
    lintWith,
  );
  if (text === document.text) return [];
  const before = lintWith(document, settings).findings;
  const after = lintWith(parse(text), settings).findings;
  return errorsIn(after) > errorsIn(before) ? [] : lineEdits(document.text, text);
}

/** The rules of which a safe fix can mend more than one finding of the file. */
export function rulesWithManyFixes(findings: readonly Finding[]): Set<string> {
  const seen = new Set<string>();
  const many = new Set<string>();
  for (const finding of findings) {
    if (!safeFixOf(finding)) continue;
    if (seen.has(finding.rule)) many.add(finding.rule);
    seen.add(finding.rule);
  }
  return many;
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
