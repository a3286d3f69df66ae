import { CATALOGUE_VERSIONS } from '../../catalogue/catalogue';
import type { Comment, ConfigDocument } from '../../model/document';
import { ROLES } from '../../model/scope';
import { RULES } from '../../rules/index.generated';
import type { Suggestion, Suggestions } from './suggestion';

const DIRECTIVES: readonly (readonly [string, string])[] = [
  ['kafka-lint', 'says what the file configures: role=… version=…'],
  ['kafka-lint-ignore', 'ignores rules for the next entry'],
  ['kafka-lint-ignore-file', 'ignores rules in this file'],
];

/** The words of a `kafka-lint` comment; nothing for any other comment. */
export function directiveSuggestions(
  { text }: ConfigDocument,
  { span }: Comment,
  offset: number,
): Suggestions | undefined {
  const line = text.slice(span.start, offset);
  const head = /^[#!\s]*/.exec(line)?.[0].length ?? 0;
  let wordStart = line.length;
  while (wordStart > head && /[^\s,=]/.test(line.charAt(wordStart - 1))) wordStart--;
  const items = itemsAfter(line.slice(head, wordStart));
  if (items.length === 0) return undefined;
  const start = span.start + wordStart;
  let end = offset;
  while (end < span.end && /[^\s,=]/.test(text.charAt(end))) end++;
  return { typed: { start, end: offset }, whole: { start, end }, items, incomplete: false };
}

function itemsAfter(before: string): Suggestion[] {
  if (before === '') return DIRECTIVES.map(([label, detail], index) => item('directive', label, index, detail));
  if (/^kafka-lint-ignore(?:-file)?\s/.test(before)) {
    if (/\s--(?:\s|$)/.test(before)) return [];
    return RULES.map(({ id, summary }, index) => item('rule', id, index, summary));
  }
  if (!/^kafka-lint\s/.test(before)) return [];
  if (before.endsWith('role=')) return ROLES.map((role, index) => item('directive', role, index));
  if (before.endsWith('version='))
    return CATALOGUE_VERSIONS.toReversed().map((one, index) => item('directive', one, index));
  if (before.endsWith('=')) return [];
  return ['role=', 'version=']
    .filter((word) => !before.includes(word))
    .map((word, index) => item('directive', word, index));
}

function item(kind: 'directive' | 'rule', label: string, index: number, detail?: string): Suggestion {
  return { label, kind, text: label, sort: String(index).padStart(3, '0'), ...(detail && { detail }) };
}
