import type { ConfigDocument } from '../../model/document';
import type { Fix, Report } from '../../model/finding';
import type { Span } from '../../model/span';
import type { DirectiveRule, IgnoreUse } from '../rule';
import { lineOf, withoutWord } from '../support/lines';

export const rule: DirectiveRule = {
  id: 'directive/unused-ignore',
  summary: 'An ignore comment silences nothing',
  severity: 'hint',
  sources: ['docs/rules: the directive kafka-lint-ignore'],
  *checkDirectives(
    uses: readonly IgnoreUse[],
    document: ConfigDocument,
    knownRules: ReadonlySet<string>,
  ): Iterable<Report> {
    for (const use of uses) yield* unusedParts(use, document, knownRules);
  },
};

function* unusedParts(use: IgnoreUse, document: ConfigDocument, known: ReadonlySet<string>): Iterable<Report> {
  const { directive, silenced } = use;
  const unused = directive.rules.filter((rule) => known.has(rule.id) && !silenced.has(rule.id));
  if (directive.rules.length === 0 ? silenced.size === 0 : unused.length === directive.rules.length) {
    const message = 'This comment silences no finding: what it was written for is gone.';
    yield report(directive.span, message, removal('Remove the comment', lineOf(document.text, directive.span)));
    return;
  }
  for (const { id, span } of unused) {
    const message = `${id} has no finding here, so naming it silences nothing.`;
    yield report(span, message, removal(`Remove ${id} from the comment`, withoutWord(document.text, span)));
  }
}

function report(span: Span, message: string, fix: Fix): Report {
  return { span, message, fixes: [fix], tags: ['unnecessary'] };
}

/** Not safe, although nothing but a comment goes: the rule may be off for this user and on for the next one. */
function removal(title: string, span: Span): Fix {
  return { title, safe: false, edits: [{ kind: 'text', span, newText: '' }] };
}
