import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { OptionValues } from '../../server/src/rules/options';
import { RULE_OPTIONS } from '../../server/src/settings/ruleOptions';
import { examplesOf, hintsOf } from '../support/rulePage';

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['javascript', 'js'],
  ['typescript', 'ts'],
  ['properties', 'properties'],
]);

/** The rule's findings in the examples of its page, told by example and place. */
function findingsWith(rule: string, values: OptionValues): string[] {
  const page = readFileSync(new URL(`../../server/src/rules/${rule}.md`, import.meta.url), 'utf8');
  return examplesOf(page).flatMap((example, index) => {
    const path = `/project/app.${EXTENSIONS.get(example.language)}`;
    const document = parseDocument({ uri: `file://${path}`, path, text: example.text, hints: hintsOf(example) });
    assert.ok(document, `${rule}, example ${index + 1}`);
    const settings = { severityOf: () => undefined, optionsOf: (id: string) => (id === rule ? values : undefined) };
    const own = lint(document, settings).findings.filter((finding) => finding.rule === rule);
    return own.map(({ span }) => `${index} ${span.start} ${span.end}`);
  });
}

describe('rule options', () => {
  for (const [rule, options] of RULE_OPTIONS) {
    for (const [name, { default: usual, minimum }] of Object.entries(options)) {
      it(`${rule}: ${name} decides what is found`, () => {
        const atDefault = findingsWith(rule, {});
        assert.deepEqual(findingsWith(rule, { [name]: usual }), atDefault);
        const atEnds = [minimum, Number.MAX_SAFE_INTEGER].map((value) => findingsWith(rule, { [name]: value }));
        assert.notDeepEqual(atEnds[0], atEnds[1]);
      });
    }
  }
});
