import type { ConfigDocument } from '../../model/document';
import type { Fix, Report } from '../../model/finding';
import type { DirectiveRule, IgnoreUse } from '../rule';
import { withoutWord } from '../support/lines';
import { nearest } from '../support/nearest';

export const rule: DirectiveRule = {
  id: 'directive/unknown-rule',
  summary: 'An ignore comment names a rule that does not exist',
  severity: 'warning',
  sources: ['docs/rules: the directive kafka-lint-ignore'],
  *checkDirectives(
    uses: readonly IgnoreUse[],
    document: ConfigDocument,
    knownRules: ReadonlySet<string>,
  ): Iterable<Report> {
    for (const { directive } of uses) {
      for (const { id, span } of directive.rules) {
        if (knownRules.has(id)) continue;
        const suggestion = nearest(id, knownRules) ?? sameName(id, knownRules);
        const hint = suggestion ? ` Did you mean ${suggestion}?` : '';
        const message = `There is no rule ${id}, so this comment has no effect.${hint}`;
        const remove = textFix(`Remove ${id} from the comment`, withoutWord(document.text, span), '');
        const fixes = suggestion ? [textFix(`Replace ${id} by ${suggestion}`, span, suggestion), remove] : [remove];
        yield { span, message, fixes };
      }
    }
  },
};

/** A rule of that name in another area, or with the area left out. */
function sameName(id: string, knownRules: ReadonlySet<string>): string | undefined {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const matches = [...knownRules].filter((rule) => rule.endsWith(`/${name}`));
  return matches.length === 1 ? matches[0] : undefined;
}

/** Never safe: a finding that the author can see now would be silenced, or a comment would be lost. */
function textFix(title: string, span: { start: number; end: number }, newText: string): Fix {
  return { title, safe: false, edits: [{ kind: 'text', span, newText }] };
}
