import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { jsonText } from '../../server/src/escape/json';
import { terminalLine, terminalText } from '../../server/src/escape/terminal';
import { commandData, commandProperty } from '../../server/src/escape/workflowCommand';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom('\u001b[2J', '\u0007', '\u009b31m', '\r\n', '::error::x', '##[error]', '\u202e', '%0A', 'a'),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);

describe('text of files', () => {
  it('is one line of a terminal without control characters, as long as before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = terminalText(text);
        assert.equal(shown.length, text.length);
        assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]|##\[/u);
        assert.doesNotMatch(terminalLine(text), /^\s*::/);
      }),
    );
  });

  it('stays as it is where it is harmless', () => {
    for (const text of ['linger.ms=20', 'größe=5 % · “x” 日本 🙂', 'a::b ##', ''])
      assert.equal(terminalLine(text), text);
  });

  it('cannot leave the workflow command that it is in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(commandData(text), /[\r\n\p{Cc}]|%(?!25|0A)/u);
        assert.doesNotMatch(commandProperty(text), /[\r\n:,]|%(?!25|0A|3A|2C)/);
      }),
    );
  });

  it('is well-formed in JSON, and reads back the same where it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { one } = JSON.parse(jsonText({ one: text }));
        assert.doesNotMatch(one, /\p{Surrogate}/u);
        assert.doesNotMatch(jsonText({ one: text }), /\\ud[89ab][0-9a-f]{2}/i);
        if (!/\p{Surrogate}/u.test(text)) assert.equal(one, text);
      }),
    );
  });
});
