import { fixAll } from '../../engine/fixAll';
import { type LintSettings, lint } from '../../engine/lint';
import { renderEdits } from '../../formats/registry';
import type { ConfigDocument } from '../../model/document';
import type { TextEdit } from '../../model/edit';
import { secretsInText } from '../../secrets/secretsInText';
import { type Place, placesIn } from '../places';
import { MOST_FINDINGS } from './describeFindings';

export interface SuggestedFix {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
  readonly title: string;
  readonly safe: boolean;
  /** Replacements in the text as it is, which do not overlap; none where they would repeat a secret of the text. */
  readonly edits: readonly (Place & { readonly newText: string })[];
}

export interface SuggestedFixes {
  readonly fixes: readonly SuggestedFix[];
  /** How many safe fixes `fixedText` has. */
  readonly applied: number;
  /** The text with every safe fix, where any changes it. */
  readonly fixedText?: string;
}

/** Every fix of every finding with its edits, and the text that all the safe ones together leave. */
export function suggestFixes(
  document: ConfigDocument | undefined,
  settings: LintSettings,
  parse: (text: string) => ConfigDocument,
): SuggestedFixes {
  if (!document) return { fixes: [], applied: 0 };
  const placeOf = placesIn(document.text);
  const notation = document.family === 'code' ? 'code' : 'text';
  const placed = (edits: readonly TextEdit[]) =>
    edits.some(({ newText }) => secretsInText(newText, notation).length > 0)
      ? []
      : edits.map(({ span, newText }) => ({ ...placeOf(span), newText }));
  const { findings } = lint(document, settings);
  const fixes = findings.slice(0, MOST_FINDINGS).flatMap(({ rule, span, message, fixes: own }) =>
    own.map(({ title, safe, edits }): SuggestedFix => {
      const { line } = placeOf(span);
      return { rule, line, message, title, safe, edits: placed(renderEdits(document, edits)) };
    }),
  );
  const { text, applied } = fixAll(document, settings, parse);
  return { fixes, applied, ...(text !== document.text && { fixedText: text }) };
}
