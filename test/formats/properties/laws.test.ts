import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spanInValue } from '../../../server/src/formats/properties/offsets';
import { parseProperties } from '../../../server/src/formats/properties/parse';
import { propertiesFormat } from '../../../server/src/formats/properties/propertiesFormat';
import type { ConfigDocument } from '../../../server/src/model/document';
import { sliceSpan } from '../../../server/src/model/span';
import { nastyDocument } from './nasty';

const anyText = fc.oneof(
  { weight: 4, arbitrary: nastyDocument },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: nastyDocument.map((text) => `\ufeff${text}`) },
);

function parse(text: string): ConfigDocument {
  const document = propertiesFormat.parse({ uri: 'file:///a', path: '/a', text, hints: { role: 'broker' } });
  // A document with a NUL is binary to the format; the syntax below it has to read it all the same.
  return { ...document, ...parseProperties(text) };
}

/** Checks the law on many texts, and that enough of them had entries for the law to mean something. */
function holdsFor(check: (document: ConfigDocument) => void): void {
  let entries = 0;
  void fc.assert(
    fc.property(anyText, (text) => {
      const document = parse(text);
      entries += document.entries.length;
      check(document);
    }),
    { numRuns: 2000 },
  );
  assert.ok(entries > 1000);
}

describe('the properties parser', () => {
  it('gives spans that lie in the text, in order and without overlap', () => {
    holdsFor(({ text, entries, comments }) => {
      const spans = [...entries, ...comments].map(({ span }) => span).sort((a, b) => a.start - b.start);
      let at = 0;
      for (const { start, end } of spans) {
        assert.ok(at <= start && start <= end && end <= text.length);
        at = end;
      }
    });
  });

  it('puts key before value within the entry', () => {
    holdsFor(({ entries }) => {
      for (const { span, keySpan, value } of entries) {
        assert.equal(keySpan.start, span.start);
        assert.ok(keySpan.start <= keySpan.end && keySpan.end <= value.span.start);
        assert.equal(value.span.end, span.end);
      }
    });
  });

  it('covers the text with entries, comments and blanks', () => {
    holdsFor(({ text, entries, comments }) => {
      const spans = [...entries, ...comments].map(({ span }) => span).sort((a, b) => a.start - b.start);
      let at = 0;
      let rest = '';
      for (const { start, end } of spans) {
        rest += `${text.slice(at, start)}\n`;
        at = end;
      }
      rest += text.slice(at);
      assert.match(rest, /^\ufeff?(?:[ \t\f\r\n]|\\(?=[\r\n]|$))*$/);
    });
  });

  it('reads an entry alone as it reads it in its place', () => {
    holdsFor(({ text, entries }) => {
      for (const entry of entries.filter(({ span }) => span.end > span.start)) {
        const [alone, ...others] = parseProperties(`\n${sliceSpan(text, entry.span)}`).entries;
        assert.deepEqual(others, []);
        assert.deepEqual([alone?.key, alone?.value.text], [entry.key, entry.value.text]);
      }
    });
  });

  it('marks a comment from its marker to the end of its line', () => {
    holdsFor(({ text, comments }) => {
      for (const comment of comments) {
        assert.match(sliceSpan(text, comment.span), /^[#!][^\r\n]*$/);
        assert.ok(sliceSpan(text, comment.span).includes(comment.text));
        assert.match(text.slice(comment.span.end), /^(?:[\r\n]|$)/);
      }
    });
  });

  it('lets the last entry of a key win', () => {
    holdsFor(({ entries, text }) => {
      if (/\{%|\{\{|<%/.test(text)) return;
      for (const entry of entries) {
        const winner = entries.findLast(({ key }) => key === entry.key);
        assert.equal(entry.overriddenBy, winner === entry ? undefined : winner);
      }
    });
  });

  it('finds the place of any part of a value', () => {
    holdsFor((document) => {
      // A malformed escape stands for itself, and half of one for something else.
      for (const entry of document.problems.length === 0 ? document.entries : []) {
        const value = entry.value.text;
        for (let from = 0; from < value.length; from++) {
          const span = spanInValue(document, entry, from, from + 1);
          const [alone] = parseProperties(`key=\\\n${sliceSpan(document.text, span)}`).entries;
          // A blank at the beginning of a value is only kept when it is escaped.
          const expected = /[ \t\f]/.test(value.charAt(from)) && span.end - span.start === 1 ? '' : value.charAt(from);
          assert.equal(alone?.value.text, expected);
        }
      }
    });
  });

  it('says where an escape is malformed', () => {
    holdsFor(({ text, problems }) => {
      for (const { code, span } of problems) {
        if (code === 'malformed-unicode-escape') assert.match(sliceSpan(text, span), /^\\u/);
        else assert.deepEqual([code, span], ['byte-order-mark', { start: 0, end: 1 }]);
      }
    });
  });
});
