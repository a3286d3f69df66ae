import assert from 'node:assert/strict';
import { parseProperties } from '../../server/src/formats/properties/parse';
import type { Directive } from '../../server/src/model/document';
import { sliceSpan } from '../../server/src/model/span';

function directivesIn(text: string): readonly Directive[] {
  return parseProperties(text).directives;
}

/** What the directives of a text ignore, as `rules | covered text | reason`. */
function ignoresIn(text: string): string[] {
  return directivesIn(text).flatMap((directive) => {
    if (directive.kind !== 'ignore') return [];
    for (const rule of directive.rules) assert.equal(sliceSpan(text, rule.span), rule.id);
    const covered = directive.covers === 'file' ? 'file' : sliceSpan(text, directive.covers);
    return [`${directive.rules.map(({ id }) => id).join(' ')} | ${covered} | ${directive.reason ?? ''}`];
  });
}

describe('directives', () => {
  it('ignore rules on the next entry, all its lines', () => {
    assert.deepEqual(ignoresIn('# kafka-lint-ignore a/b, c/d -- it is -- so\n# more\n\nk=1,\\\n  2\nl=3'), [
      'a/b c/d | k=1,\\\n  2 | it is -- so',
    ]);
  });

  it('ignore every rule when none is named', () => {
    assert.deepEqual(ignoresIn('! kafka-lint-ignore\nk=1'), [' | k=1 | ']);
    assert.deepEqual(ignoresIn('#kafka-lint-ignore -- why\nk=1'), [' | k=1 | why']);
  });

  it('ignore rules in the whole file', () => {
    assert.deepEqual(ignoresIn('k=1\n\t## kafka-lint-ignore-file a/b -- why'), ['a/b | file | why']);
  });

  it('cover nothing where no entry follows', () => {
    assert.deepEqual(ignoresIn('k=1\n# kafka-lint-ignore a/b'), ['a/b |  | ']);
  });

  it('state role and version, and keep what they do not know', () => {
    const text = '# kafka-lint role=producer version=3.6 strict rule=x';
    assert.deepEqual(directivesIn(text), [
      {
        kind: 'configure',
        role: 'producer',
        version: '3.6',
        unknown: ['strict', 'rule=x'],
        span: { start: 2, end: text.length },
      },
    ]);
  });

  it('keep a misspelt name', () => {
    const unknown = directivesIn('# kafka-lint-disable a/b').flatMap((one) =>
      one.kind === 'configure' ? one.unknown : [],
    );
    assert.deepEqual(unknown, ['kafka-lint-disable', 'a/b']);
  });

  it('are not comments that only speak of the linter', () => {
    assert.deepEqual(directivesIn('# kafka-linting is fun\n# see kafka-lint role=producer\nk=kafka-lint-ignore'), []);
  });
});
