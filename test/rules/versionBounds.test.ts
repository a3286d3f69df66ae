import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CATALOGUE_VERSIONS } from '../../server/src/catalogue/data';
import { createLinter } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { KafkaVersion } from '../../server/src/model/version';
import { RULES } from '../../server/src/rules/index.generated';
import type { ScopeRule } from '../../server/src/rules/rule';
import { type Example, examplesOf, hintsOf } from '../support/rulePage';

const BOUNDED = RULES.filter((rule): rule is ScopeRule => 'check' in rule && Boolean(rule.from ?? rule.until));

/** How many findings the rule has in its page's bad examples when each is for that version. */
function findingsAt(rule: ScopeRule, examples: readonly Example[], version: KafkaVersion): number {
  const lint = createLinter([rule]);
  const found = examples.flatMap((example) => {
    const path = `/${example.attributes.get('path') ?? `${example.attributes.get('role') ?? 'server'}.properties`}`;
    const hints = { ...hintsOf(example), version };
    const document = parseDocument({ uri: `file://${path}`, path, text: example.text, hints });
    return document ? lint(document, { severityOf: () => rule.severity }).findings : [];
  });
  return found.length;
}

const releaseBefore = (version: KafkaVersion): KafkaVersion | undefined =>
  CATALOGUE_VERSIONS[CATALOGUE_VERSIONS.indexOf(version) - 1];

describe('the versions that a rule is true for', () => {
  for (const rule of BOUNDED) {
    const page = readFileSync(new URL(`../../server/src/rules/${rule.id}.md`, import.meta.url), 'utf8');
    // What names its version itself cannot be asked for another.
    const examples = examplesOf(page).filter(
      ({ kind, text }) => kind === 'bad' && !/kafka-lint\s.*version=/.test(text),
    );
    const { from, until } = rule;

    it(`${rule.id}: are named on its page`, () => {
      for (const bound of [from, until]) assert.ok(!bound || page.includes(bound), `${bound} is not on the page`);
    });

    if (from) {
      it(`${rule.id}: begin at ${from}`, () => {
        assert.ok(findingsAt(rule, examples, from) > 0, `nothing is found at ${from}`);
        const older = releaseBefore(from);
        if (older) assert.equal(findingsAt(rule, examples, older), 0, `still found at ${older}`);
      });
    }

    if (until) {
      it(`${rule.id}: end before ${until}`, () => {
        const last = releaseBefore(until);
        assert.ok(last && findingsAt(rule, examples, last) > 0, `nothing is found at ${last}`);
        assert.equal(findingsAt(rule, examples, until), 0, `still found at ${until}`);
      });
    }
  }

  it('are bounded for some rules', () => {
    assert.ok(BOUNDED.length > 5);
  });
});
