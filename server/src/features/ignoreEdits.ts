import { renderEdits } from '../formats/registry';
import type { ConfigDocument } from '../model/document';
import type { TextEdit } from '../model/edit';
import type { Finding } from '../model/finding';
import { overlaps } from '../model/span';

/** Stands where the author is to say why; editors that can do so select it. */
export const REASON = 'reason';

/** The edit that ignores the finding's rule on its entry; undefined where the finding is at no entry. */
export function ignoreHere(document: ConfigDocument, { rule, span }: Finding): TextEdit | undefined {
  if (!isIgnorable(rule)) return undefined;
  const entry = document.entries.find((one) => overlaps(one.span, span));
  if (!entry) return undefined;
  return renderEdits(document, [{ kind: 'comment', entry, text: `kafka-lint-ignore ${rule} -- ${REASON}` }])[0];
}

/** The edit that ignores the finding's rule in the whole file. */
export function ignoreInFile(document: ConfigDocument, { rule }: Finding): TextEdit | undefined {
  if (!isIgnorable(rule)) return undefined;
  const start = document.text.startsWith('\ufeff') ? 1 : 0;
  const lineEnd = /\r\n|\r|\n/.exec(document.text)?.[0] ?? '\n';
  return { span: { start, end: start }, newText: `# kafka-lint-ignore-file ${rule} -- ${REASON}${lineEnd}` };
}

/** Rules about directives judge what ignores leave, so that ignoring them would have no effect. */
function isIgnorable(rule: string): boolean {
  return !rule.startsWith('directive/');
}
