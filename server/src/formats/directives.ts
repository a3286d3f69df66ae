import type { Comment, Directive, DirectiveRule } from '../model/document';
import type { Span } from '../model/span';

const MARK = 'kafka-lint';
/** Also takes misspelt ones, so that they can be told from comments that only begin like a directive. */
const DIRECTIVE = /^kafka-lint(?:[-:]\S*)?(?:\s|$)/;

/**
 * Reads the comments that speak to the linter, in every format alike:
 *
 *     kafka-lint role=producer version=3.6
 *     kafka-lint-ignore rule-a, rule-b -- reason
 *     kafka-lint-ignore-file rule-a -- reason
 *
 * `linesAfter` gives the lines of the first entry behind an offset. No list of rules means every rule.
 */
export function directivesOf(
  text: string,
  comments: readonly Comment[],
  linesAfter: (offset: number) => Span | undefined,
): Directive[] {
  return comments
    .filter((comment) => DIRECTIVE.test(comment.text))
    .map((comment) => directiveOf(text, comment, linesAfter));
}

function directiveOf(text: string, comment: Comment, linesAfter: (offset: number) => Span | undefined): Directive {
  const start = text.indexOf(MARK, comment.span.start);
  const span = { start, end: start + comment.text.length };
  const [name = ''] = /^\S+/.exec(comment.text) ?? [];
  const rest = comment.text.slice(name.length);
  if (name === 'kafka-lint-ignore-file') return ignore(rest, start + name.length, span, 'file');
  if (name === 'kafka-lint-ignore') {
    const covers = linesAfter(span.end) ?? { start: span.end, end: span.end };
    return ignore(rest, start + name.length, span, covers);
  }
  return configure(name, rest, span);
}

function ignore(rest: string, offset: number, span: Span, covers: Span | 'file'): Directive {
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const list = dashes ? rest.slice(0, dashes.index) : rest;
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  const rules = Array.from(list.matchAll(/[^\s,]+/g), (match): DirectiveRule => {
    const start = offset + match.index;
    return { id: match[0], span: { start, end: start + match[0].length } };
  });
  return { kind: 'ignore', rules, ...(reason && { reason }), span, covers };
}

function configure(name: string, rest: string, span: Span): Directive {
  const unknown: string[] = name === MARK ? [] : [name];
  const known: { role?: string; version?: string } = {};
  for (const word of rest.split(/[\s,]+/).filter(Boolean)) {
    const [, key, value] = /^(role|version)=(.+)$/.exec(word) ?? [];
    if (key === 'role' && value) known.role = value;
    else if (key === 'version' && value) known.version = value;
    else unknown.push(word);
  }
  return { kind: 'configure', ...known, unknown, span };
}
