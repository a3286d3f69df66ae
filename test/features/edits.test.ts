import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { directiveEdits, type Wish } from '../../server/src/features/directiveEdits';
import { ignoreHere, ignoreInFile } from '../../server/src/features/ignoreEdits';
import { lineEdits } from '../../server/src/features/lineEdits';
import { renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Finding } from '../../server/src/model/finding';
import { parse } from './support';

describe('edits of lines', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '\r', 'long=line\n');
  const text = fc
    .array(line, { maxLength: 30 })
    .chain((lines) => fc.constantFrom('', 'end').map((end) => lines.join('') + end));

  it('make the one text of the other, and do not overlap', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = lineEdits(before, after);
        assert.equal(applyTextEdits(before, edits), after);
        for (const [index, edit] of edits.entries()) {
          const next = edits[index + 1];
          if (next) assert.ok(edit.span.end < next.span.start);
        }
      }),
    );
  });

  it('leave the lines between two changes alone', () => {
    assert.deepEqual(lineEdits('a\nb\nc\nd\n', 'A\nb\nc\nD\n'), [
      { span: { start: 0, end: 2 }, newText: 'A\n' },
      { span: { start: 6, end: 8 }, newText: 'D\n' },
    ]);
    assert.deepEqual(lineEdits('same\n', 'same\n'), []);
  });

  it('take one stretch when very much changes', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `a${index}\n`).join('');
    const after = Array.from({ length: 3000 }, (_, index) => `b${index}\n`).join('');
    assert.equal(lineEdits(`x\n${before}y\n`, `x\n${after}y\n`).length, 1);
  });
});

describe('the directive of a file', () => {
  const written = (text: string, wish: Wish): string => {
    const document = parse(text);
    return applyTextEdits(text, renderEdits(document, directiveEdits(document, wish)));
  };

  it('is put first where there is none', () => {
    assert.equal(written('acks=all\n', { role: 'producer' }), '# kafka-lint role=producer\nacks=all\n');
    assert.equal(written('\ufeffacks=all\r\n', { version: '3.6' }), '\ufeff# kafka-lint version=3.6\r\nacks=all\r\n');
    assert.equal(written('', { role: 'broker' }), '# kafka-lint role=broker\n');
  });

  it('is changed where it stands, and keeps what it says otherwise', () => {
    const text = '# mine\n#  kafka-lint role=producer version=3.6\nacks=all\n';
    assert.equal(written(text, { version: '4.0' }), text.replace('3.6', '4.0'));
    assert.equal(written(text, { role: 'consumer' }), text.replace('producer', 'consumer'));
    assert.equal(written(text, { version: 'auto' }), text.replace(' version=3.6', ''));
  });

  it('goes when it says nothing any more', () => {
    assert.equal(written('# mine\n# kafka-lint version=3.6\nacks=all\n', { version: 'auto' }), '# mine\nacks=all\n');
    assert.equal(written('acks=all\n', { version: 'auto' }), 'acks=all\n');
  });
});

describe('an ignore', () => {
  const text = 'bootstrap.servers=a:9092\n  linger.ms=5\n';
  const finding = (rule: string): Finding => {
    const start = text.indexOf('linger.ms');
    return { rule, severity: 'hint', message: '', fixes: [], span: { start, end: start + 9 } };
  };

  it('stands above its entry, as far to the right, or at the top of the file', () => {
    const document = parse(text);
    const here = ignoreHere(document, finding('producer/linger-zero'));
    assert.ok(here);
    assert.equal(
      applyTextEdits(text, [here]),
      'bootstrap.servers=a:9092\n  # kafka-lint-ignore producer/linger-zero -- reason\n  linger.ms=5\n',
    );
    const inFile = ignoreInFile(document, finding('producer/linger-zero'));
    assert.ok(inFile);
    assert.ok(
      applyTextEdits(text, [inFile]).startsWith('# kafka-lint-ignore-file producer/linger-zero -- reason\nbootstrap'),
    );
  });

  it('is not offered for findings about ignores, which it could not silence', () => {
    const document = parse(text);
    assert.equal(ignoreHere(document, finding('directive/unused-ignore')), undefined);
    assert.equal(ignoreInFile(document, finding('directive/unused-ignore')), undefined);
  });
});
