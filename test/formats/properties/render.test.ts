import assert from 'node:assert/strict';
import fc from 'fast-check';
import { propertiesFormat } from '../../../server/src/formats/properties/propertiesFormat';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits, type SettingEdit } from '../../../server/src/model/edit';
import type { Entry } from '../../../server/src/model/entry';
import type { Scope } from '../../../server/src/model/scope';
import { nastyDocument } from './nasty';

/** A NUL makes a text binary, and a byte order mark that an edit moves to the front changes its meaning. */
const plain = (text: string): string => text.replace(/[\0\ufeff]/g, '0');
const document = fc
  .tuple(fc.constantFrom('', '\ufeff'), nastyDocument)
  .map(([mark, text]) => parse(mark + plain(text)));
const anyString = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 }), nastyDocument)
  .map(plain);

/** A line without key, sign and value is no line at all. */
const anyKey = anyString.filter((text) => text !== '');

function parse(text: string): ConfigDocument {
  return propertiesFormat.parse({ uri: 'file:///a', path: '/a', text, hints: { role: 'broker' } });
}

function scopeOf({ scopes: [scope] }: ConfigDocument): Scope {
  assert.ok(scope);
  return scope;
}

function apply(source: ConfigDocument, ...edits: SettingEdit[]): ConfigDocument {
  return parse(applyTextEdits(source.text, propertiesFormat.render(source, edits)));
}

const pairsOf = ({ entries }: ConfigDocument): string[][] => entries.map(({ key, value }) => [key, value.text]);
const commentsOf = ({ comments }: ConfigDocument): string[] => comments.map(({ text }) => text);

/** Edits one entry of a document and compares all pairs with the wanted ones. */
function holdsFor(
  edit: (entry: Entry, source: ConfigDocument, text: string) => readonly SettingEdit[],
  wanted: (pair: string[], text: string) => readonly string[][],
  texts = anyString,
): void {
  let checked = 0;
  void fc.assert(
    fc.property(document, fc.nat(), texts, (source, choice, text) => {
      const index = choice % Math.max(source.entries.length, 1);
      const entry = source.entries[index];
      // A backslash alone at the very end of a text makes an entry of nothing, which vanishes behind any other line.
      if (!entry || entry.span.start === entry.span.end) return;
      checked++;
      const result = apply(source, ...edit(entry, source, text));
      const expected = pairsOf(source).flatMap((pair, at) => (at === index ? wanted(pair, text) : [pair]));
      assert.deepEqual(pairsOf(result), expected);
    }),
    { numRuns: 3000 },
  );
  assert.ok(checked > 1000);
}

describe('rendering edits as properties', () => {
  it('sets a value, whatever it is, and nothing else', () => {
    holdsFor(
      (entry, _, value) => [{ kind: 'set', entry, value }],
      ([key = ''], value) => [[key, value]],
    );
  });

  it('renames a key, whatever it is, and nothing else', () => {
    holdsFor(
      (entry, source, key) => [{ kind: 'rename', entry, scope: scopeOf(source), key }],
      ([, value = ''], key) => [[key, value]],
      anyKey,
    );
  });

  it('removes an entry with its lines, and nothing else', () => {
    holdsFor(
      (entry) => [{ kind: 'remove', entry }],
      () => [],
    );
  });

  it('adds an entry behind another, and nothing else', () => {
    holdsFor(
      (entry, source, text) => [
        { kind: 'add', scope: scopeOf(source), after: entry, key: 'added', value: text, comment: 'why' },
      ],
      (pair, text) => [pair, ['added', text]],
    );
  });

  it('composes edits of one entry', () => {
    holdsFor(
      (entry, source, text) => [
        { kind: 'set', entry, value: text },
        { kind: 'comment', entry, text: 'first\nsecond' },
        { kind: 'rename', entry, scope: scopeOf(source), key: 'renamed' },
        { kind: 'add', scope: scopeOf(source), after: entry, key: text, value: 'added' },
        { kind: 'add', scope: scopeOf(source), after: entry, key: 'second', value: '' },
      ],
      (_, text) => [
        ['renamed', text],
        [text, 'added'],
        ['second', ''],
      ],
      anyKey,
    );
  });

  it('keeps comments through every edit', () => {
    void fc.assert(
      fc.property(document, anyKey, (source, text) => {
        const scope = scopeOf(source);
        const edits = source.entries.flatMap((entry, index): SettingEdit[] => {
          if (index % 3 === 0) return [{ kind: 'remove', entry }];
          return index % 3 === 1
            ? [{ kind: 'set', entry, value: text }]
            : [{ kind: 'rename', entry, scope, key: text }];
        });
        assert.deepEqual(commentsOf(apply(source, ...edits)), commentsOf(source));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives edits that do not overlap', () => {
    void fc.assert(
      fc.property(document, anyString, (source, text) => {
        const scope = scopeOf(source);
        const all = source.entries.flatMap((entry): SettingEdit[] => [
          { kind: 'set', entry, value: text },
          { kind: 'set', entry, value: 'later' },
          { kind: 'comment', entry, text },
          { kind: 'rename', entry, scope, key: text },
          { kind: 'add', scope, after: entry, key: text, value: text },
        ]);
        const spans = propertiesFormat.render(source, all).map(({ span }) => span);
        spans.sort((a, b) => a.start - b.start || a.end - b.end);
        for (const [index, span] of spans.entries()) assert.ok(span.start >= (spans[index - 1]?.end ?? 0));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the style of rendered properties', () => {
  const first = ({ entries }: ConfigDocument): Entry => {
    assert.ok(entries[0]);
    return entries[0];
  };
  const rendered = (text: string, edits: (source: ConfigDocument) => SettingEdit[]): string => {
    const source = parse(text);
    return applyTextEdits(text, propertiesFormat.render(source, edits(source)));
  };
  const cases: readonly [string, string, (source: ConfigDocument) => SettingEdit[], string][] = [
    [
      'keeps blanks around the sign',
      'acks = 1\n',
      (d) => [{ kind: 'set', entry: first(d), value: 'all' }],
      'acks = all\n',
    ],
    ['keeps a colon', 'acks: 1\n', (d) => [{ kind: 'set', entry: first(d), value: 'all' }], 'acks: all\n'],
    ['keeps a blank as the separator', 'acks 1\n', (d) => [{ kind: 'set', entry: first(d), value: '=' }], 'acks \\=\n'],
    [
      'gives an empty value its blank back',
      'acks =\n',
      (d) => [{ kind: 'set', entry: first(d), value: 'all' }],
      'acks = all\n',
    ],
    [
      'gives a lone key a sign',
      'a : 1\nacks',
      (d) => [{ kind: 'set', entry: d.entries[1] ?? first(d), value: 'all' }],
      'a : 1\nacks : all',
    ],
    [
      'replaces a continued value',
      'a=1,\\\n  2\nb=3\n',
      (d) => [{ kind: 'set', entry: first(d), value: '4' }],
      'a=4\nb=3\n',
    ],
    ['removes a continued value', 'a=1,\\\r\n  2\r\nb=3\r\n', (d) => [{ kind: 'remove', entry: first(d) }], 'b=3\r\n'],
    [
      'adds with the neighbour’s indentation, sign and line end',
      '  a = 1\r\n# end\r\n',
      (d) => [{ kind: 'add', scope: scopeOf(d), key: 'b', value: '2', comment: 'Why.' }],
      '  a = 1\r\n  # Why.\r\n  b = 2\r\n# end\r\n',
    ],
    [
      'adds behind a last line without an end',
      'a=1',
      (d) => [{ kind: 'add', scope: scopeOf(d), key: 'b', value: '2' }],
      'a=1\nb=2',
    ],
    ['adds to an empty text', '', (d) => [{ kind: 'add', scope: scopeOf(d), key: 'b', value: '2' }], 'b=2\n'],
    [
      'adds behind comments alone',
      '# none yet',
      (d) => [{ kind: 'add', scope: scopeOf(d), key: 'b', value: '2' }],
      '# none yet\nb=2',
    ],
    [
      'comments above, as far in',
      '\ufeff\ta=1\r',
      (d) => [{ kind: 'comment', entry: first(d), text: 'Why.' }],
      '\ufeff\t# Why.\r\ta=1\r',
    ],
    [
      'renders text as it stands',
      '# kafka-lint-ignore x\na=1\n',
      () => [{ kind: 'text', span: { start: 0, end: 22 }, newText: '' }],
      'a=1\n',
    ],
    [
      'writes other letters as escapes, since Kafka reads ISO 8859-1',
      'a=1\n',
      (d) => [{ kind: 'set', entry: first(d), value: 'é\t' }],
      'a=\\u00e9\\t\n',
    ],
    [
      'adds behind a template’s last branch',
      '{% if a %}\na=1\n{% endif %}\n',
      (d) => [{ kind: 'add', scope: scopeOf(d), key: 'b', value: '2' }],
      '{% if a %}\na=1\n{% endif %}\nb=2\n',
    ],
  ];
  for (const [title, before, edits, after] of cases) {
    it(title, () => assert.equal(rendered(before, edits), after));
  }
});
