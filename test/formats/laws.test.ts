import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { directiveEdits } from '../../server/src/features/directiveEdits';
import { ignoreHere, ignoreInFile } from '../../server/src/features/ignoreEdits';
import { FORMATS } from '../../server/src/formats/index.generated';
import { formatOfDocument, parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Entry } from '../../server/src/model/entry';
import type { Finding } from '../../server/src/model/finding';
import { contains } from '../../server/src/model/span';
import { SAMPLES } from './samples';

const SOURCES = join(__dirname, '../../server/src');
const IDS = FORMATS.map(({ files }) => files.id);
const ALL = Object.values(SAMPLES).flat();
/** Files whose syntax has comments. */
const COMMENTED = ALL.filter(([path, text]) => formatOfDocument(parse(path, text)).comments);

function parse(path: string, text: string): ConfigDocument {
  return parseDocument({ uri: `file://${path}`, path, text }) ?? assert.fail(`${path} is read by no format.`);
}

const findingsIn = (document: ConfigDocument): readonly Finding[] =>
  lint(document, { severityOf: () => undefined }).findings;

/** What is configured, as it would be told; objects in code are told by what is in them. */
const told = (entries: readonly Entry[]): string[] =>
  entries.map(({ writtenKey, value }) => `${writtenKey} ${value.kind === 'literal' ? value.text : value.kind}`);

/** Fails when a program is none any more. */
function assertRuns(path: string, text: string): void {
  const loader = /\.tsx$/.test(path) ? 'tsx' : 'ts';
  if (/\.(?:mjs|tsx?)$/.test(path)) transformSync(text, { loader });
}

describe('every format', () => {
  it('has samples, and each of them configures something', () => {
    assert.deepEqual(Object.keys(SAMPLES).sort(), [...IDS].sort());
    for (const [path, text] of ALL) assert.ok(parse(path, text).scopes.length > 0, path);
    for (const [id, samples] of Object.entries(SAMPLES))
      for (const [path, text] of samples) assert.equal(parse(path, text).format, id, path);
  });

  it('never throws, whatever is cut out of a file or typed into it', () => {
    const piece = fc.constantFrom(
      '',
      '{',
      '}',
      "'",
      '`',
      '"',
      ':',
      '=',
      '\\',
      '#',
      '\0',
      '\n',
      '\r',
      '- ',
      '${',
      '<!--',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.nat(), fc.nat({ max: 40 }), piece, ([path, text], at, length, typed) => {
        const start = at % (text.length + 1);
        parse(path, text.slice(0, start) + typed + text.slice(start + length));
      }),
      { numRuns: 500 },
    );
  });

  for (const [path, text] of ALL) {
    it(`has spans that hold what they are of: ${path}`, () => {
      const { entries, comments, directives, scopes } = parse(path, text);
      const whole = { start: 0, end: text.length };
      for (const { span, keySpan, value } of entries) {
        assert.ok(contains(whole, span) && contains(span, keySpan) && contains(span, value.span));
        if (value.kind === 'literal')
          assert.ok(text.slice(value.span.start, value.span.end).includes((value.written ?? value.text).slice(0, 1)));
      }
      for (const { span } of [...comments, ...directives, ...scopes]) assert.ok(contains(whole, span));
    });

    it(`changes nothing but the entry that an edit is of: ${path}`, () => {
      const document = parse(path, text);
      for (const [index, entry] of document.entries.entries()) {
        // The list of values and the object of nested options hold other entries.
        if (entry.value.kind !== 'literal' || (entry.value.form ?? 'string') === 'list') continue;
        const edits = renderEdits(document, [{ kind: 'set', entry, value: '77' }]);
        // A library may have no constant for it.
        if (edits.length === 0 && entry.value.form === 'enum') continue;
        const after = parse(path, applyTextEdits(text, edits));
        const expected = told(document.entries);
        expected[index] = `${entry.writtenKey} 77`;
        assert.deepEqual(told(after.entries), expected);
      }
    });
  }
});

describe('a directive that is written is read back', () => {
  it('but in no file without comments', () => {
    for (const [path, text] of ALL) {
      if (COMMENTED.some(([commented]) => commented === path)) continue;
      const document = parse(path, text);
      const edits = renderEdits(document, directiveEdits(document, { version: '3.6' }));
      const ignored = findingsIn(document).flatMap((finding) => [
        ignoreInFile(document, finding),
        ignoreHere(document, finding),
      ]);
      assert.ok(ignored.length > 0);
      assert.deepEqual([edits, ignored.filter(Boolean)], [[], []]);
    }
  });

  for (const [path, text] of COMMENTED) {
    it(`as the role and the version of the file: ${path}`, () => {
      const document = parse(path, text);
      const written = applyTextEdits(text, renderEdits(document, directiveEdits(document, { version: '3.6' })));
      assertRuns(path, written);
      const after = parse(path, written);
      assert.ok(after.scopes.every(({ target }) => target.version === '3.6' && target.source === 'directive'));
      const gone = renderEdits(after, directiveEdits(after, { version: 'auto' }));
      assert.equal(applyTextEdits(written, gone), text);
    });

    it(`as an ignore of each finding: ${path}`, () => {
      const document = parse(path, text);
      const findings = findingsIn(document);
      assert.ok(findings.length > 0);
      for (const finding of findings) {
        const inFile = ignoreInFile(document, finding) ?? assert.fail(finding.rule);
        const whole = applyTextEdits(text, [inFile]);
        assertRuns(path, whole);
        assert.ok(!findingsIn(parse(path, whole)).some(({ rule }) => rule === finding.rule), whole);
        const here = ignoreHere(document, finding);
        if (!here) continue;
        const above = applyTextEdits(text, [here]);
        assertRuns(path, above);
        const left = findingsIn(parse(path, above));
        assert.ok(
          !left.some(
            ({ rule, message, span }) =>
              rule === finding.rule &&
              message === finding.message &&
              span.start - here.newText.length === finding.span.start,
          ),
          above,
        );
        assert.ok(!left.some(({ rule }) => rule.startsWith('directive/')), above);
      }
    });
  }

  it('also at calls', () => {
    const [path, text] = SAMPLES.javascript?.[0] ?? assert.fail();
    const document = parse(path, text);
    const dropped = findingsIn(document).find(({ rule }) => rule === 'kafkajs/unawaited-send') ?? assert.fail();
    const edit = ignoreHere(document, dropped) ?? assert.fail();
    assert.ok(
      applyTextEdits(text, [edit]).includes(
        '}\n// kafka-lint-ignore kafkajs/unawaited-send -- reason\nproducer.send({',
      ),
    );
  });
});

describe('only a format knows its own name', () => {
  const outside = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/^formats\/|\.generated\.ts$/.test(path));

  for (const id of IDS) {
    it(id, () => {
      const knowing = outside.filter((path) => {
        const source = readFileSync(join(SOURCES, path), 'utf8');
        return source.includes(`'${id}'`) || source.includes(`formats/${id}/`);
      });
      assert.deepEqual(knowing, []);
    });
  }
});
