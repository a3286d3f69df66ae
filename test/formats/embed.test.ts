import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { type Block, innerText, toOuterEdit, toOuterSpan } from '../../server/src/formats/block';
import { embed } from '../../server/src/formats/embed';
import { propertiesFormat } from '../../server/src/formats/properties/propertiesFormat';
import { applyTextEdits } from '../../server/src/model/edit';
import { partOf } from '../../server/src/model/tree';

const HEAD = 'data:\n  server.properties: |\n';

/** An outer text whose block holds the lines, with what stands behind it. */
function blockOf(inner: string, tail: string, indentation = 4): { text: string; block: Block } {
  const body = inner.replace(/^(?=[^\r\n])/gm, ' '.repeat(indentation));
  const text = HEAD + body + tail;
  return { text, block: { span: { start: HEAD.length, end: HEAD.length + body.length }, indentation } };
}

/** The block of the text after a change, whose tail has stayed. */
function innerAfter(text: string, tail: string, indentation: number): string {
  return innerText(text, { span: { start: HEAD.length, end: text.length - tail.length }, indentation });
}

const line = fc.constantFrom('a=1', '', '  b = 2', '# c', 'd=\\');
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const lineEnd = fc.constantFrom('\n', '\r\n');

describe('a block that holds another text', () => {
  it('gives that text, and places in it back', () => {
    fc.assert(
      fc.property(lines, lineEnd, fc.nat(), fc.nat(), (list, end, from, to) => {
        const inner = list.map((one) => one + end).join('');
        const { text, block } = blockOf(inner, '  other: x\n');
        assert.equal(innerText(text, block), inner);
        const [start = 0, stop = 0] = [from % inner.length, to % inner.length].sort((a, b) => a - b);
        const span = toOuterSpan(text, block)({ start, end: stop });
        const first = inner.slice(start, stop).split(/\r\n|\n/)[0] ?? '';
        assert.ok(text.slice(span.start, span.end).startsWith(first));
      }),
    );
  });

  it('is changed as that text would be, and nothing around it is', () => {
    const change = fc.record({
      from: fc.nat(),
      to: fc.nat(),
      newText: fc.constantFrom('', 'x=1', 'x=1\n', 'x\ny\n', '\nx'),
    });
    fc.assert(
      fc.property(lines, lineEnd, fc.boolean(), change, (list, end, isWhole, { from, to, newText }) => {
        const inner = list.join(end) + (isWhole ? end : '');
        const tail = isWhole ? '  other: x\n' : '';
        const { text, block } = blockOf(inner, tail);
        const [start = 0, stop = 0] = [from % (inner.length + 1), to % (inner.length + 1)].sort((a, b) => a - b);
        // Half of a line end is nothing that an edit begins or ends with, and a last line without an end stays so.
        const isHalf = [start, stop].some((at) => inner.slice(at - 1, at + 1) === '\r\n');
        const loses = isWhole && stop === inner.length && newText !== '' && !newText.endsWith('\n');
        const joins = isWhole && stop === inner.length && newText === '' && start > 0 && inner[start - 1] !== '\n';
        fc.pre(!isHalf && !loses && !joins);
        const edit = { span: { start, end: stop }, newText };
        const after = applyTextEdits(text, [toOuterEdit(text, block, edit)]);
        const expected = applyTextEdits(inner, [edit]);
        assert.ok(after.startsWith(HEAD) && after.endsWith(tail), after);
        assert.equal(innerAfter(after, tail, 4), expected);
        assert.ok(
          after
            .slice(HEAD.length, after.length - tail.length)
            .split(/\r\n|\n/)
            .every((one) => one.trim() === '' || one.startsWith('    ')),
          after,
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('an embedded file', () => {
  const INNER =
    'offset.storage.topic=o\n# kafka-lint-ignore producer/weak-acks -- known\nproducer.acks=0\ngroup.id=g\n\nconfig.storage.topic=c\nproducer.linger.ms=0\n';
  const { text, block } = blockOf(INNER, '  other: x\n');
  const outer = { uri: 'file:///p/map.yml', path: '/p/map.yml', text };
  const embedded = embed(outer, block, propertiesFormat, '/p/connect-distributed.properties');

  it('configures what it would alone, at the places of the outer text', () => {
    const [root, ...parts] = embedded.scopes;
    assert.equal(root?.role, 'connect-distributed');
    assert.deepEqual(parts, root.parts);
    assert.equal(partOf(root, 'producer')?.parent, root);
    for (const { writtenKey, keySpan, value } of embedded.entries) {
      assert.equal(text.slice(keySpan.start, keySpan.end), writtenKey);
      assert.equal(text.slice(value.span.start, value.span.end), value.text);
    }
    assert.equal(embedded.entries[1], parts[0]?.entries[0]);
  });

  it('keeps its directives, and is fixed in its own lines', () => {
    const document = { uri: outer.uri, format: 'yaml', family: 'settings' as const, text, ...embedded };
    const { findings } = lint(document, { severityOf: () => undefined });
    assert.ok(!findings.some(({ rule }) => rule === 'producer/weak-acks' || rule.startsWith('directive/')));
    const [root] = embedded.scopes;
    const linger = embedded.entries.at(-1);
    assert.ok(root && linger);
    const edits = [
      { kind: 'remove', entry: linger },
      { kind: 'add', scope: root, key: 'status.storage.topic', value: 's' },
    ] as const;
    assert.equal(
      applyTextEdits(text, embedded.render(edits)),
      text
        .replace('    producer.linger.ms=0\n', '')
        .replace('storage.topic=c\n', 'storage.topic=c\n    status.storage.topic=s\n'),
    );
  });
});
