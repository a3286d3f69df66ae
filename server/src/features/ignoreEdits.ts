import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { TextEdit } from '../model/edit';
import type { Finding } from '../model/finding';

/** Stands where the author is to say why; editors that can do so select it. */
export const REASON = 'reason';

/** The edit that ignores the finding's rule where it is; undefined where no comment can say so. */
export function ignoreHere(document: ConfigDocument, { rule, span }: Finding): TextEdit | undefined {
  if (!isIgnorable(rule)) return undefined;
  const text = `kafka-lint-ignore ${rule} -- ${REASON}`;
  return renderEdits(document, [{ kind: 'directive', text, at: { above: span } }])[0];
}

/** The edit that ignores the finding's rule in the whole file. */
export function ignoreInFile(document: ConfigDocument, { rule }: Finding): TextEdit | undefined {
  if (!isIgnorable(rule)) return undefined;
  const text = `kafka-lint-ignore-file ${rule} -- ${REASON}`;
  return renderEdits(document, [{ kind: 'directive', text, at: 'top' }])[0];
}

/** Rules about directives judge what ignores leave, so that ignoring them would have no effect. */
function isIgnorable(rule: string): boolean {
  return !rule.startsWith('directive/');
}
