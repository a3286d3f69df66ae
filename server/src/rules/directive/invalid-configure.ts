import type { ConfigDocument, Directive } from '../../model/document';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import type { Span } from '../../model/span';
import { parseVersion } from '../../model/version';
import type { DirectiveRule, IgnoreUse } from '../rule';
import { nearest } from '../support/nearest';

const MARK = 'kafka-lint';
const DIRECTIVES = [MARK, 'kafka-lint-ignore', 'kafka-lint-ignore-file'] as const;

type Configure = Extract<Directive, { kind: 'configure' }>;

export const rule: DirectiveRule = {
  id: 'directive/invalid-configure',
  summary: 'A kafka-lint comment has an unknown role, version or word',
  severity: 'warning',
  sources: ['docs/rules: the directive kafka-lint'],
  *checkDirectives(_uses: readonly IgnoreUse[], document: ConfigDocument): Iterable<Report> {
    for (const directive of document.directives) {
      if (directive.kind === 'configure') yield* problemsOf(directive, document.text);
    }
  },
};

function* problemsOf(directive: Configure, text: string): Iterable<Report> {
  const { role, version, unknown } = directive;
  if (role !== undefined && !ROLES.some((known) => known === role)) {
    const message = `${role} is not a role. Roles: ${ROLES.join(', ')}.`;
    yield report(directive, text, role, nearest(role, ROLES), message);
  }
  if (version !== undefined && !parseVersion(version)) {
    const message = `${version} is not a Kafka version such as 3.9, so the newest known version stays effective.`;
    yield report(directive, text, version, undefined, message);
  }
  const [name = ''] = unknown;
  if (name.startsWith(MARK)) {
    const better = nearest(name, DIRECTIVES);
    const message = `${name} is not a directive, so the comment has no effect. Directives are ${DIRECTIVES.join(', ')}.`;
    yield report(directive, text, name, better, message);
    return;
  }
  for (const word of unknown) {
    const message = `${word} means nothing here: the comment takes role=<role> and version=<version>.`;
    yield report(directive, text, word, undefined, message);
  }
}

function report(directive: Configure, text: string, word: string, better: string | undefined, message: string): Report {
  const span = wordSpan(directive.span, text, word);
  if (!better) return { span, message };
  const fix = {
    title: `Replace ${word} by ${better}`,
    safe: false,
    edits: [{ kind: 'text' as const, span, newText: better }],
  };
  return { span, message, fixes: [fix] };
}

/** The word's own place in the comment, or the whole comment when it is written in some other way. */
function wordSpan(span: Span, text: string, word: string): Span {
  const comment = text.slice(span.start, span.end);
  const at = comment.lastIndexOf(word);
  return at < 0 || word === '' ? span : { start: span.start + at, end: span.start + at + word.length };
}
